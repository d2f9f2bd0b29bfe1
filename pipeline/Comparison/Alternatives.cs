using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What another set of neighbours, or another way of averaging, would have said.</summary>
/// <param name="Group">Its figures and their average.</param>
/// <param name="Versus">The verdict it would give.</param>
internal sealed record Alternative(NeighbourSet Set, GroupComparison Group, Verdict Versus);

/// <summary>Makes the comparison with every set and every average that was not chosen.</summary>
internal static class Alternatives
{
    private static readonly AverageMethod[] Methods = [AverageMethod.Mean, AverageMethod.Median, AverageMethod.Pooled];

    /// <summary>The alternatives: the chosen set first, then the others, the newest first. One that has no figure is
    /// left out.</summary>
    public static IEnumerable<Alternative> Find(
        ComparisonBasis basis,
        NearestPeriod others,
        SeriesAsOf publisher,
        string area,
        Figure local
    )
    {
        var quiet = others with { Notes = [] };
        var counting = basis.NeighbourSets.For(area);
        var sets = basis
            .NeighbourSets.OthersFor(area)
            .OrderByDescending(s => s.From)
            .Prepend(counting)
            .OfType<NeighbourSet>();
        return from set in sets
            let members = ComparisonBasis.Members(set, area)
            where members.Count > 0
            from method in Methods
            where set != counting || method != basis.Average
            let @group = GroupComparison.Create(quiet, publisher, members, method)
            where @group.Average is not null
            select new Alternative(
                set,
                @group,
                Verdicts.Compare(local.Value, @group.AverageBeside(local.Value), others.Indicator.Polarity)
            );
    }
}
