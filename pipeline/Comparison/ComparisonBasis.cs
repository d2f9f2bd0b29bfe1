using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What every comparison of a snapshot is made by, whatever the area and the indicator.</summary>
/// <param name="neighbourSets">The sets of neighbours: the one that counts for an area, and the others, whose results
/// are reported beside it.</param>
internal sealed class ComparisonBasis(Reference reference, NeighbourSets neighbourSets, AverageMethod average)
{
    /// <summary>The register of areas.</summary>
    public AreaRegister Areas { get; } = reference.Areas;

    /// <summary>The comparators beside England and the neighbours.</summary>
    public IReadOnlyList<Comparator> Comparators { get; } = reference.Catalogue.Comparators;

    /// <summary>The sets of neighbours.</summary>
    public NeighbourSets NeighbourSets { get; } = neighbourSets;

    /// <summary>How neighbours are averaged.</summary>
    public AverageMethod Average { get; } = average;

    /// <summary>The fewest figures that an average of neighbours is made of without a warning.</summary>
    public int MinimumNeighbours { get; } = reference.Catalogue.Neighbours.Minimum;
    internal AuthorityFigures Authorities { get; } = new(reference.Areas);

    /// <summary>The neighbours of an area in the set that counts for it.</summary>
    public IReadOnlyList<Area> NeighboursOf(string area) => Members(NeighbourSets.For(area), area);

    internal static IReadOnlyList<Area> Members(NeighbourSet? set, string area) =>
        [.. (set?.Of(area) ?? []).Select(n => n.Area)];
}
