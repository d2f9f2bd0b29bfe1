using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>One six-monthly comparison, complete in itself: everything that the reports print. Its JSON is fixed, because other programs read it.</summary>
public sealed record Snapshot
{
    /// <summary>The heading of its reports.</summary>
    public required string Title { get; init; }
    /// <summary>The date it is about: 31 March or 30 September.</summary>
    public required DateOnly AsAt { get; init; }
    /// <summary>The compile date: what was published later is not in it.</summary>
    public required DateOnly Compiled { get; init; }
    /// <summary>1 for the first of its as-at date and area.</summary>
    public required int Version { get; init; }
    /// <summary>The area.</summary>
    public required SnapshotArea Area { get; init; }
    /// <summary>The hash of the catalogue.</summary>
    public required string Catalogue { get; init; }
    /// <summary>The version of the code.</summary>
    public required string Code { get; init; }
    /// <summary>The neighbour set; null where none was in force.</summary>
    public required SnapshotNeighbourSet? NeighbourSet { get; init; }
    /// <summary>The counts over all indicators, against the national average.</summary>
    public required SnapshotSummary Summary { get; init; }
    /// <summary>The same counts, against the neighbours' average.</summary>
    public required SnapshotSummary SummaryNeighbours { get; init; }
    /// <summary>One row an indicator, in the order of the catalogue.</summary>
    public required IReadOnlyList<SnapshotRow> Rows { get; init; }
    /// <summary>The key actions; null where no release brought any.</summary>
    public required SnapshotActions? Actions { get; init; }
    /// <summary>The findings of the releases that it uses.</summary>
    public required IReadOnlyList<SnapshotFinding> Findings { get; init; }
    /// <summary>The releases that it uses.</summary>
    public required IReadOnlyList<SnapshotInput> Inputs { get; init; }
}

/// <summary>An area.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record SnapshotArea(string Code, string Name);

/// <summary>The neighbour set of a snapshot.</summary>
/// <param name="Id">The id of the release that carries the model.</param>
/// <param name="From">The day from which it is in force.</param>
/// <param name="Members">The neighbours, as their publisher lists them.</param>
public sealed record SnapshotNeighbourSet(string Id, DateOnly From, IReadOnlyList<SnapshotNeighbour> Members);

/// <summary>One neighbour.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Closeness">How close it is, in the publisher's words.</param>
public sealed record SnapshotNeighbour(string Code, string Name, string Closeness);

/// <summary>Counts of verdicts. The first is the sum of the next five; with the last it is the number of rows.</summary>
/// <param name="WithComparison">Indicators where comparison information is available.</param>
/// <param name="Exceeds">Better.</param>
/// <param name="InLine">The same.</param>
/// <param name="DoesNotMeet">Worse.</param>
/// <param name="Mixed">The parts disagree.</param>
/// <param name="NoJudgement">No better or worse.</param>
/// <param name="NoComparison">A figure is missing.</param>
public sealed record SnapshotSummary(int WithComparison, int Exceeds, int InLine, int DoesNotMeet, int Mixed, int NoJudgement, int NoComparison)
{
    /// <summary>Counts verdicts.</summary>
    /// <param name="verdicts">One an indicator.</param>
    public static SnapshotSummary Of(IReadOnlyCollection<Verdict> verdicts)
    {
        int Count(Verdict verdict) => verdicts.Count(v => v == verdict);
        return new(verdicts.Count - Count(Verdict.NoComparison), Count(Verdict.Exceeds), Count(Verdict.InLine), Count(Verdict.DoesNotMeet), Count(Verdict.Mixed), Count(Verdict.NoJudgement), Count(Verdict.NoComparison));
    }
}

/// <summary>Where a figure comes from, down to the row.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Series">The publisher's name for the series.</param>
/// <param name="Release">The release's id.</param>
/// <param name="File">The file's name.</param>
/// <param name="Row">The row, as a spreadsheet counts it.</param>
/// <param name="Column">The column's name.</param>
/// <param name="MinusRow">For a difference: the row of the figure taken away.</param>
public sealed record SnapshotSource(string Feed, string Series, string Release, string File, long Row, string Column, long? MinusRow);

/// <summary>A local figure.</summary>
public sealed record SnapshotLocal(decimal? Value, string Period, string? Status, decimal? Numerator, decimal? Denominator, decimal? Lower, decimal? Upper, SnapshotSource Source);

/// <summary>A figure of another period.</summary>
public sealed record SnapshotPrevious(decimal? Value, string Period, SnapshotSource Source);

/// <summary>England's figure.</summary>
public sealed record SnapshotNational(decimal? Value, string Period, bool SamePeriod, string? Status, SnapshotSource Source);

/// <summary>The neighbours' average.</summary>
public sealed record SnapshotNeighbours(AverageMethod Method, decimal? Value, string? Period, int N, int Of, IReadOnlyList<string> Missing, IReadOnlyList<SnapshotNeighbourFigure> Figures);

/// <summary>One neighbour's figure.</summary>
public sealed record SnapshotNeighbourFigure(string Code, string Name, decimal Value, SnapshotSource Source);

/// <summary>How a figure stands against others by a test of statistical significance.</summary>
public sealed record SnapshotSignificance(string? National, string? NationalAt998, string? Neighbours, string? NeighboursAt998, string Method, decimal? Lower, decimal? Upper);

/// <summary>The place of a figure among all authorities.</summary>
public sealed record SnapshotRank(int Rank, int Of);

/// <summary>The part of a row that is about one place: the area itself, or one of its parts.</summary>
public record SnapshotPlace
{
    /// <summary>The local figure; null where there is none.</summary>
    public SnapshotLocal? Local { get; init; }
    /// <summary>The previous comparable figure; null where there is none.</summary>
    public SnapshotPrevious? Previous { get; init; }
    /// <summary>Local less previous, in the indicator's unit (percentage points where that is %).</summary>
    public decimal? Change { get; init; }
    /// <summary>"improving", "declining", "no change", or for a neutral indicator "higher" or "lower".</summary>
    public string? Direction { get; init; }
    /// <summary>England's figure; null where there is none.</summary>
    public SnapshotNational? National { get; init; }
    /// <summary>The neighbours' average; null where no set is in force.</summary>
    public SnapshotNeighbours? Neighbours { get; init; }
    /// <summary>The verdict against England.</summary>
    public required Verdict VersusNational { get; init; }
    /// <summary>The verdict against the neighbours' average.</summary>
    public required Verdict VersusNeighbours { get; init; }
    /// <summary>Statistical significance; null where it was not tested.</summary>
    public SnapshotSignificance? Significance { get; init; }
    /// <summary>The rank among authorities; null where there is none.</summary>
    public SnapshotRank? Rank { get; init; }
    /// <summary>The quartile band A to D; null where there is none.</summary>
    public string? Quartile { get; init; }
    /// <summary>The trend over five points; null where it was not tested.</summary>
    public string? Trend { get; init; }
    /// <summary>What a reader must know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One of several areas over which an indicator is measured.</summary>
public sealed record SnapshotPart : SnapshotPlace
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }
    /// <summary>Its name in the report.</summary>
    public required string Name { get; init; }
}

/// <summary>One indicator.</summary>
public sealed record SnapshotRow : SnapshotPlace
{
    /// <summary>The indicator's id.</summary>
    public required string Indicator { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Its wording in the narrative.</summary>
    public required string Narrative { get; init; }
    /// <summary>The title of its priority.</summary>
    public required string Priority { get; init; }
    /// <summary>Whether the January 2013 report names it ("report"), it follows one that it names ("successor"), or the project added it ("ours").</summary>
    public required string Origin { get; init; }
    /// <summary>Which way is better.</summary>
    public required Polarity Polarity { get; init; }
    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }
    /// <summary>Decimal places for display.</summary>
    public required int Decimals { get; init; }
    /// <summary>What the indicator measures, where that needs saying.</summary>
    public string? About { get; init; }
    /// <summary>The parts, where it is measured over several areas; otherwise empty.</summary>
    public IReadOnlyList<SnapshotPart> Areas { get; init; } = [];
    /// <summary>The releases behind the row.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>The key actions, counted.</summary>
/// <param name="Total">All.</param>
/// <param name="Completed">Done.</param>
/// <param name="OnSchedule">Under way and in time.</param>
/// <param name="Behind">Late.</param>
/// <param name="Items">Each of them.</param>
public sealed record SnapshotActions(int Total, int Completed, int OnSchedule, int Behind, IReadOnlyList<SnapshotAction> Items);

/// <summary>One key action.</summary>
public sealed record SnapshotAction(string Priority, string Reference, string Action, string Lead, string Status, string Note);

/// <summary>How many findings of one check a release has.</summary>
public sealed record SnapshotFinding(string Release, string File, string Code, string Severity, int Count);

/// <summary>A release that the snapshot uses.</summary>
public sealed record SnapshotInput(string Release, string Feed, string File, DateOnly Published, string PublishedFrom, string? Status, string? Notice, string Sha256);
