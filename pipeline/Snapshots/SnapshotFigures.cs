using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Where a figure comes from, down to the row.</summary>
/// <param name="Series">The publisher's name for the series.</param>
/// <param name="MinusRow">For a difference: the row of the figure taken away.</param>
public sealed record SnapshotSource(
    string Feed,
    string Series,
    string Release,
    string File,
    long Row,
    string Column,
    long? MinusRow
)
{
    /// <summary>The column and, for a difference of two rows, the row of the figure taken away.</summary>
    [JsonIgnore]
    public string ColumnAndRow => MinusRow is { } minus && minus != Row ? $"{Column} (minus row {minus})" : Column;
}

/// <summary>A local figure.</summary>
public sealed record SnapshotLocal(
    decimal? Value,
    string Period,
    string? Status,
    decimal? Numerator,
    decimal? Denominator,
    decimal? Lower,
    decimal? Upper,
    SnapshotSource Source
);

/// <summary>A figure of another period.</summary>
public sealed record SnapshotPrevious(decimal? Value, string Period, SnapshotSource Source)
{
    /// <summary>How final it is; null where that is not stated.</summary>
    public string? Status { get; init; }
}

/// <summary>England's figure.</summary>
public sealed record SnapshotNational(
    decimal? Value,
    string Period,
    bool SamePeriod,
    string? Status,
    SnapshotSource Source
);

/// <summary>The council's own figure, later than any that the publisher has for the area.</summary>
/// <param name="VersusNational">The verdict against England's figure of the same period; no comparison where there is
/// none.</param>
/// <param name="VersusNeighbours">The same against the neighbours' average.</param>
public sealed record SnapshotReturn(
    decimal? Value,
    string Period,
    string? Status,
    Verdict VersusNational,
    Verdict VersusNeighbours,
    SnapshotSource Source
);

/// <summary>The neighbours' average.</summary>
public sealed record SnapshotNeighbours(
    AverageMethod Method,
    decimal? Value,
    string? Period,
    int N,
    int Of,
    IReadOnlyList<string> Missing,
    IReadOnlyList<SnapshotNeighbourFigure> Figures
)
{
    /// <summary>The average at the decimals that the publisher gives, which the verdict compares; null where there is
    /// none, and in snapshots from before it was.</summary>
    public decimal? Compared { get; init; }

    /// <summary>The average as people are shown it.</summary>
    [JsonIgnore]
    public decimal? Shown => Compared ?? Value;

    /// <summary>How final the average is: provisional where one of its figures is, otherwise what all of them are; null
    /// where that is not stated.</summary>
    [JsonIgnore]
    public string? Status =>
        Figures.Any(f => f.IsProvisional) ? SnapshotNeighbourFigure.Provisional
        : Figures.Select(f => f.Status).Distinct().ToList() is [var same] ? same
        : null;

    /// <summary>The neighbours without a figure, each with the reason.</summary>
    public IReadOnlyList<SnapshotAbsentee> Absent { get; init; } = [];

    /// <summary>The fewest figures that an average is made of without a warning.</summary>
    public int Minimum { get; init; }

    /// <summary>Whether it is made of fewer: it is given, and marked.</summary>
    public bool IsBelowMinimum { get; init; }
}

/// <summary>One neighbour's figure.</summary>
public sealed record SnapshotNeighbourFigure(string Code, string Name, decimal Value, SnapshotSource Source)
{
    internal const string Provisional = "provisional";

    /// <summary>Whether its publisher may revise it.</summary>
    [JsonIgnore]
    internal bool IsProvisional => Status == Provisional;

    /// <summary>How final it is; null where that is not stated.</summary>
    public string? Status { get; init; }
}

/// <summary>A neighbour without a figure.</summary>
public sealed record SnapshotAbsentee(string Code, string Name, MissingReason Reason);

/// <summary>The place of a figure among all authorities.</summary>
public sealed record SnapshotRank(int Rank, int Of);

/// <summary>The figure of another comparator.</summary>
/// <param name="Method">How it is averaged; null for a published figure.</param>
/// <param name="N">How many areas have a figure; null for a published figure.</param>
/// <param name="Source">Where a published figure comes from.</param>
public sealed record SnapshotComparator(
    string Id,
    string Name,
    AverageMethod? Method,
    decimal? Value,
    string? Period,
    int? N,
    int? Of,
    Verdict Versus,
    SnapshotSource? Source
)
{
    /// <summary>The figure that the verdict compares: an average at the decimals that the publisher gives; null in
    /// snapshots from before it was.</summary>
    public decimal? Compared { get; init; }

    /// <summary>The figure as people are shown it.</summary>
    [JsonIgnore]
    public decimal? Shown => Compared ?? Value;
}

/// <summary>What another neighbour set or another average would have said.</summary>
/// <param name="NeighbourSet">The id of the release that carries the set.</param>
/// <param name="From">The day from which the set is in force.</param>
/// <param name="N">How many of its neighbours have a figure.</param>
/// <param name="Versus">The verdict it would give.</param>
public sealed record SnapshotAlternative(
    string NeighbourSet,
    DateOnly From,
    AverageMethod Method,
    decimal? Value,
    int N,
    int Of,
    Verdict Versus
)
{
    /// <summary>The average at the decimals that the publisher gives, which the verdict compares; null in snapshots
    /// from before it was.</summary>
    public decimal? Compared { get; init; }

    /// <summary>The average as people are shown it.</summary>
    [JsonIgnore]
    public decimal? Shown => Compared ?? Value;
}

/// <summary>A figure that an earlier edition gave differently.</summary>
/// <param name="Figure">"local", "previous", "national" or "neighbours".</param>
/// <param name="Was">The figure of the edition before.</param>
/// <param name="WasSource">Where the earlier one stands; null for an average.</param>
/// <param name="NowSource">Where the one that counts stands; null for an average.</param>
/// <param name="VerdictWas">The verdict with the earlier figure, against England or, for the neighbours' average,
/// against it.</param>
public sealed record SnapshotRevision(
    string Figure,
    string Period,
    decimal Was,
    decimal Now,
    SnapshotSource? WasSource,
    SnapshotSource? NowSource,
    Verdict VerdictWas,
    Verdict VerdictNow
);
