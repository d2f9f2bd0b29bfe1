using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>One place's figure of one indicator, beside England's and its neighbours'.</summary>
public sealed record PlaceComparison
{
    /// <summary>The code of the place.</summary>
    public required string Area { get; init; }
    /// <summary>Its name in the report.</summary>
    public required string Name { get; init; }
    /// <summary>Its latest figure; null where there is none.</summary>
    public Figure? Local { get; init; }
    /// <summary>The figure of the latest earlier comparable period; null where there is none.</summary>
    public Figure? Previous { get; init; }
    /// <summary>England's figure; null where there is none.</summary>
    public Figure? National { get; init; }
    /// <summary>The neighbours and their figures, in the set's order.</summary>
    public IReadOnlyList<(Neighbour Neighbour, Figure? Figure)> Neighbours { get; init; } = [];
    /// <summary>The period of the neighbours' figures.</summary>
    public Period? NeighboursPeriod { get; init; }
    /// <summary>The neighbours' average; null where none has a figure.</summary>
    public decimal? NeighboursValue { get; init; }
    /// <summary>The verdict against England.</summary>
    public Verdict VersusNational { get; init; } = Verdict.NoComparison;
    /// <summary>The verdict against the neighbours' average.</summary>
    public Verdict VersusNeighbours { get; init; } = Verdict.NoComparison;
    /// <summary>Whether the figure differs from the others by more than chance; null where there is no figure.</summary>
    public Significance? Significance { get; init; }
    /// <summary>Where it stands among all authorities; null where that cannot be said.</summary>
    public Standing? Standing { get; init; }
    /// <summary>The trend over five points, in words; null where it was not tested.</summary>
    public string? Trend { get; init; }
    /// <summary>What a reader must know of these figures, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The change since the previous figure.</summary>
    public decimal? Change => Local?.Value - Previous?.Value;
}

/// <summary>One indicator for one area: a single comparison, or one for each part where it is measured over several.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Places">The area itself, or its parts.</param>
/// <param name="IsInParts">Whether the places are parts of the area.</param>
public sealed record IndicatorComparison(Indicator Indicator, IReadOnlyList<PlaceComparison> Places, bool IsInParts)
{
    /// <summary>The verdict against England over all places.</summary>
    public Verdict VersusNational => Verdicts.Combine(Places.Select(p => p.VersusNational));
    /// <summary>The verdict against the neighbours' average over all places.</summary>
    public Verdict VersusNeighbours => Verdicts.Combine(Places.Select(p => p.VersusNeighbours));
}
