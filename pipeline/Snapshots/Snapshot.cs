using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Publishing;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>One comparison, complete in itself: everything that the reports print. Its JSON is fixed, because other
/// programs read it.</summary>
public sealed record Snapshot
{
    /// <summary>The heading of its reports.</summary>
    public required string Title { get; init; }

    /// <summary>The date it is about: 31 March or 30 September in the Trust's cadence.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The compile date: what was published later is not in it.</summary>
    public required DateOnly Compiled { get; init; }

    /// <summary>1 for the first of its as-at date, area and cadence.</summary>
    public required int Version { get; init; }

    /// <summary>The cadence it belongs to.</summary>
    public string Cadence { get; init; } = ChildrensTrust.Pipeline.Catalogue.Cadence.Trust;

    /// <summary>Whether it is compared by other neighbours or another average than the usual ones, because it was asked
    /// for so.</summary>
    public bool WhatIf { get; init; }

    /// <summary>Why this version was made; null until it is one.</summary>
    public SnapshotEdition? Edition { get; init; }

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

    /// <summary>What changed since the snapshot of the as-at date before; null where there was none.</summary>
    public SnapshotDifference? Since { get; init; }

    /// <summary>For each indicator, the figure that its publisher releases next, and whether it should have come by the
    /// compile date or has ended.</summary>
    public IReadOnlyList<SnapshotDue> Due { get; init; } = [];

    /// <summary>The releases that it uses.</summary>
    public required IReadOnlyList<SnapshotInput> Inputs { get; init; }
}

/// <summary>An area.</summary>
public sealed record SnapshotArea(string Code, string Name);

/// <summary>The neighbour set of a snapshot.</summary>
/// <param name="Id">The id of the release that carries the model.</param>
/// <param name="Members">The neighbours, as their publisher lists them.</param>
public sealed record SnapshotNeighbourSet(string Id, DateOnly From, IReadOnlyList<SnapshotNeighbour> Members)
{
    /// <summary>The newer sets that were in force and do not list the area, so that this one counts for it.</summary>
    public IReadOnlyList<SnapshotOtherSet> NewerWithoutArea { get; init; } = [];
}

/// <summary>A neighbour set that does not count.</summary>
/// <param name="Id">The id of the release that carries the model.</param>
public sealed record SnapshotOtherSet(string Id, DateOnly From);

/// <summary>One neighbour.</summary>
/// <param name="Closeness">How close it is, in the publisher's words.</param>
public sealed record SnapshotNeighbour(string Code, string Name, string Closeness);

/// <summary>Counts of verdicts. The first is the sum of the next five; with the last three it is the number of
/// rows.</summary>
/// <param name="WithComparison">Indicators where comparison information is available.</param>
/// <param name="Older">Indicators where it is available, but England has a figure of a later period.</param>
/// <param name="Alike">Indicators where it is available, but another that measures much the same is counted.</param>
public sealed record SnapshotSummary(
    int WithComparison,
    int Exceeds,
    int InLine,
    int DoesNotMeet,
    int Mixed,
    int NoJudgement,
    int NoComparison,
    int Older = 0,
    int Alike = 0
)
{
    /// <summary>Counts the verdicts of rows.</summary>
    /// <param name="verdict">The verdict that is counted: against England, or against the neighbours.</param>
    internal static SnapshotSummary Count(IReadOnlyList<SnapshotRow> rows, Func<SnapshotPlace, Verdict> verdict)
    {
        var all = new CountedRows(rows, verdict);
        int Count(Verdict wanted) => all.Counted.Count(r => verdict(r) == wanted);
        return new(
            all.Counted.Count,
            Count(Verdict.Exceeds),
            Count(Verdict.InLine),
            Count(Verdict.DoesNotMeet),
            Count(Verdict.Mixed),
            Count(Verdict.NoJudgement),
            rows.Count - all.Comparable.Count,
            all.Older.Count,
            all.Alike.Count
        );
    }
}

/// <summary>The key actions, counted.</summary>
/// <param name="OnSchedule">Under way and in time.</param>
public sealed record SnapshotActions(
    int Total,
    int Completed,
    int OnSchedule,
    int Behind,
    IReadOnlyList<SnapshotAction> Items
)
{
    /// <summary>Why none is reported, in a sentence, where the newest list is too old; otherwise null.</summary>
    public string? Note { get; init; }
}

/// <summary>One key action.</summary>
public sealed record SnapshotAction(
    string Priority,
    string Reference,
    string Action,
    string Lead,
    KeyActionStatus Status,
    string Note
);

/// <summary>How many findings of one check a release has.</summary>
public sealed record SnapshotFinding(string Release, string File, string Code, string Severity, int Count);

/// <summary>A release that the snapshot uses.</summary>
public sealed record SnapshotInput(
    string Release,
    string Feed,
    string File,
    DateOnly Published,
    string PublishedFrom,
    string? Status,
    string? Notice,
    string Sha256
);

/// <summary>The figure that an indicator's publisher releases next.</summary>
/// <param name="Latest">The latest period that a figure of England or the area was published for by the compile date;
/// null for none.</param>
/// <param name="IsOverdue">Whether that day had passed on the compile date.</param>
public sealed record SnapshotDue(
    string Indicator,
    string Name,
    string? Latest,
    string Next,
    DateOnly Expected,
    bool IsOverdue
)
{
    /// <summary>Whether the figure is no longer expected: the catalogue ends the indicator, or no
    /// figure of any area has come in the two years since the day. It is then not overdue.</summary>
    public bool IsEnded { get; init; }

    /// <summary>The day on which the catalogue ends the indicator, where that is why no figure is to come; otherwise
    /// null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day on which the latest figure was first published; null where no file that is in use says
    /// so.</summary>
    public DateOnly? LastPublished { get; init; }

    /// <summary>The publications that brought the latest figure, and so bring the next; none where the catalogue names
    /// none.</summary>
    public IReadOnlyList<SnapshotPublication> BroughtBy { get; init; } = [];
}

/// <summary>A publication that brings a figure.</summary>
/// <param name="Page">The site and the name of its page.</param>
/// <param name="File">Which of its files to upload.</param>
/// <param name="Folder">The folder of landing that the file belongs in.</param>
public sealed record SnapshotPublication(string Title, string Publisher, string Page, string File, string Folder);
