using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What every comparison of a snapshot is made by, whatever the area and the indicator.</summary>
/// <param name="reference">The catalogue and the areas.</param>
/// <param name="neighbourSet">The set of neighbours that counts; null where none does.</param>
/// <param name="otherSets">The other sets that are known: what they would have said is told beside it.</param>
/// <param name="average">How neighbours are averaged.</param>
public sealed class ComparisonBasis(Reference reference, NeighbourSet? neighbourSet, IReadOnlyList<NeighbourSet> otherSets, AverageMethod average)
{
    /// <summary>The register of areas.</summary>
    public AreaRegister Areas { get; } = reference.Areas;
    /// <summary>The comparators beside England and the neighbours.</summary>
    public IReadOnlyList<Comparator> Comparators { get; } = reference.Catalogue.Comparators;
    /// <summary>The set of neighbours that counts.</summary>
    public NeighbourSet? NeighbourSet { get; } = neighbourSet;
    /// <summary>The other sets.</summary>
    public IReadOnlyList<NeighbourSet> OtherSets { get; } = otherSets;
    /// <summary>How neighbours are averaged.</summary>
    public AverageMethod Average { get; } = average;
    /// <summary>The fewest figures that an average of neighbours is made of without a warning.</summary>
    public int MinimumNeighbours { get; } = reference.Catalogue.Neighbours.Minimum;
    internal AuthorityFigures Authorities { get; } = new(reference.Areas);

    /// <summary>The neighbours of an area in the set that counts.</summary>
    /// <param name="area">The area's code.</param>
    public IReadOnlyList<Area> NeighboursOf(string area) => Members(NeighbourSet, area);

    internal static IReadOnlyList<Area> Members(NeighbourSet? set, string area) => [.. (set?.Of(area) ?? []).Select(n => n.Area)];
}
