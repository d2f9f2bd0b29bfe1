using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>An area's figure compared with another comparator than England and the neighbours.</summary>
/// <param name="Name">Its name for this area, such as "East Midlands".</param>
/// <param name="Group">The group behind it; null where the figure is published.</param>
/// <param name="Compared">The figure that the verdict compares: an average at the decimals that the publisher
/// gives.</param>
internal sealed record ComparatorComparison(
    string Id,
    string Name,
    Figure? Published,
    GroupComparison? Group,
    decimal? Compared,
    Verdict Versus
)
{
    /// <summary>The figure.</summary>
    public decimal? Value => Group is null ? Published?.Value : Group.Average;

    /// <summary>Its period.</summary>
    public Period? Period => Group is null ? Published?.Observation.Period : Group.Period;
}

/// <summary>Holds a figure against the comparators that the catalogue names.</summary>
internal static class ConfiguredComparators
{
    /// <summary>One comparison for each comparator that the area has; one without a figure is reported as
    /// such.</summary>
    public static IEnumerable<ComparatorComparison> Compare(
        ComparisonBasis basis,
        Indicator indicator,
        SeriesAsOf publisher,
        Area area,
        Figure local
    )
    {
        var period = local.Observation.Period;
        foreach (var comparator in basis.Comparators)
        {
            if (comparator.Kind == ComparatorKind.Region)
            {
                if (basis.Areas.FindByCode(area.Region ?? "") is { } region)
                    yield return Published(indicator, comparator.Id, region, publisher, local);
                continue;
            }
            var members = comparator.MembersFor(area, period.End, basis.Areas);
            if (members.Count == 0)
                continue;
            var group = GroupComparison.At(indicator, publisher, members, comparator.Average, period);
            var average = group.AverageBeside(local.Value);
            yield return new(
                comparator.Id,
                comparator.NameFor(area),
                null,
                group,
                average,
                Verdicts.Compare(local.Value, average, indicator.Polarity)
            );
        }
    }

    /// <summary>The comparison with the published figure of one area for the same period.</summary>
    public static ComparatorComparison Published(
        Indicator indicator,
        string id,
        Area other,
        SeriesAsOf publisher,
        Figure local
    )
    {
        var figure = publisher.Find(other.Code, local.Observation.Period);
        return new(
            id,
            other.Name,
            figure?.Value is null ? null : figure,
            null,
            figure?.Value,
            Verdicts.Compare(local.Value, figure?.Value, indicator.Polarity)
        );
    }
}
