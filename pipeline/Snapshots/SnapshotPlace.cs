using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>The part of a row that is about one place: the area itself, or one of its parts.</summary>
public record SnapshotPlace
{
    /// <summary>The local figure; null where there is none.</summary>
    public SnapshotLocal? Local { get; init; }

    /// <summary>Why there is no local figure, where its publisher says so; null where there is one or no release covers
    /// it.</summary>
    public MissingReason? LocalMissing { get; init; }

    /// <summary>The council's own later figure; null for none.</summary>
    public SnapshotReturn? Return { get; init; }

    /// <summary>The previous comparable figure; null where there is none.</summary>
    public SnapshotPrevious? Previous { get; init; }

    /// <summary>Local less previous, in the indicator's unit (percentage points where that is %).</summary>
    public decimal? Change { get; init; }

    /// <summary>Which way the figure has gone; null where that is not known.</summary>
    public Direction? Direction { get; init; }

    /// <summary>England's figure; null where there is none.</summary>
    public SnapshotNational? National { get; init; }

    /// <summary>The period of England's newest figure, where the local one is of an earlier period; otherwise
    /// null.</summary>
    public string? NewerNational { get; init; }

    /// <summary>The neighbours' average; null where no set is in force.</summary>
    public SnapshotNeighbours? Neighbours { get; init; }

    /// <summary>The verdict against England.</summary>
    public required Verdict VersusNational { get; init; }

    /// <summary>The verdict against the neighbours' average.</summary>
    public required Verdict VersusNeighbours { get; init; }

    /// <summary>Statistical significance; null where it was not tested.</summary>
    public Significance? Significance { get; init; }

    /// <summary>The rank among authorities; null where there is none.</summary>
    public SnapshotRank? Rank { get; init; }

    /// <summary>The quartile band A to D; null where there is none.</summary>
    public string? Quartile { get; init; }

    /// <summary>The trend over five points; null where it was not tested.</summary>
    public string? Trend { get; init; }

    /// <summary>Where the area's figure is in the spread of all authorities' figures; null where it is not
    /// ranked.</summary>
    public Spread? Spread { get; init; }

    /// <summary>Worse than England and getting worse, or better and improving; null for neither.</summary>
    public Outlook? Outlook { get; init; }

    /// <summary>Each test of statistical significance that could be made.</summary>
    public IReadOnlyList<SignificanceTest> Tests { get; init; } = [];

    /// <summary>The other comparators of the catalogue: the region, authorities of the type, chosen lists.</summary>
    public IReadOnlyList<SnapshotComparator> Comparators { get; init; } = [];

    /// <summary>What another set of neighbours, or another way of averaging, would have said.</summary>
    public IReadOnlyList<SnapshotAlternative> Alternatives { get; init; } = [];

    /// <summary>The figures of the row that differ from those of an earlier edition.</summary>
    public IReadOnlyList<SnapshotRevision> Revisions { get; init; } = [];

    /// <summary>The figures over time, the earliest first, for charts.</summary>
    public IReadOnlyList<HistoryPoint> History { get; init; } = [];

    /// <summary>What a reader must know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The code of each note, in their order; empty in snapshots from before they had codes.</summary>
    public IReadOnlyList<NoteCode> NoteCodes { get; init; } = [];
}

/// <summary>One of several areas over which an indicator is measured.</summary>
public sealed record SnapshotPart : SnapshotPlace
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Its name in the report.</summary>
    public required string Name { get; init; }
}
