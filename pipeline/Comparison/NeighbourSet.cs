using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The statistical neighbours of every authority, from a day on.</summary>
/// <param name="Id">The id of the release that carries the model.</param>
/// <param name="Neighbours">The ten neighbours of each authority as the publisher lists them, by area code.</param>
internal sealed record NeighbourSet(
    string Id,
    DateOnly From,
    IReadOnlyDictionary<string, IReadOnlyList<Neighbour>> Neighbours
)
{
    /// <summary>The neighbours of an authority; empty where the model has none.</summary>
    /// <param name="area">The authority's code.</param>
    public IReadOnlyList<Neighbour> Of(string area) => Neighbours.GetValueOrDefault(area) ?? [];
}
