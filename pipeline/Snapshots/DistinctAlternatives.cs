using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>
/// Tells each alternative once. A model may be there twice, as a text and as a workbook: sets of the same in-force date
/// that list the same neighbours for the area are one set to a reader, and the set that counts is not listed again as
/// an alternative to itself.
/// </summary>
internal static class DistinctAlternatives
{
    /// <summary>The alternatives of a place, each set and average once; the first of equals.</summary>
    public static IEnumerable<Alternative> For(AreaComparison place, NeighbourSet? counting)
    {
        var listed = new HashSet<(DateOnly From, AverageMethod Method, string Members)>();
        if (counting is not null && place.Neighbours is { } group)
            listed.Add(Key(counting, group));
        return place.Alternatives.Where(a => listed.Add(Key(a.Set, a.Group)));
    }

    private static (DateOnly From, AverageMethod Method, string Members) Key(NeighbourSet set, GroupComparison group) =>
        (
            set.From,
            group.Method,
            string.Join(' ', group.Members.Select(m => m.Area.Code).Order(StringComparer.Ordinal))
        );
}
