using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Which rows of a snapshot its summary counts. Each row that can be compared is in one of the three
/// lists.</summary>
internal sealed class CountedRows
{
    /// <summary>Tells the rows apart.</summary>
    /// <param name="verdict">The verdict that is counted: against England, or against the neighbours.</param>
    public CountedRows(IReadOnlyList<SnapshotRow> rows, Func<SnapshotPlace, Verdict> verdict)
    {
        Comparable = [.. rows.Where(r => verdict(r) != Verdict.NoComparison)];
        Older = [.. Comparable.Where(r => !r.IsCurrent)];
        var current = Comparable.Where(r => r.IsCurrent).ToList();
        Alike = [.. current.Where(r => r.CountsWith is { } other && current.Exists(c => c.Indicator == other))];
        Counted = [.. current.Except(Alike)];
    }

    /// <summary>The rows with a comparison.</summary>
    public IReadOnlyList<SnapshotRow> Comparable { get; }

    /// <summary>Those that are counted.</summary>
    public IReadOnlyList<SnapshotRow> Counted { get; }

    /// <summary>Those where England has a figure of a later period.</summary>
    public IReadOnlyList<SnapshotRow> Older { get; }

    /// <summary>Those of which another that measures much the same is counted.</summary>
    public IReadOnlyList<SnapshotRow> Alike { get; }
}
