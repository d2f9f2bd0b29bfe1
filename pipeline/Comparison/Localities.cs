using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The same comparison for the districts of a county, where a release carries them: against England and the
/// county, ranked among the districts.</summary>
internal static class Localities
{
    /// <summary>The districts in the register's order; none where no series has a figure for any of them.</summary>
    public static IReadOnlyList<AreaComparison> Compare(
        ComparisonBasis basis,
        Indicator indicator,
        IReadOnlyList<SeriesAsOf> publishers,
        Area county,
        IReadOnlyList<Area> districts
    )
    {
        if (SeriesChoice.Latest(publishers, [.. districts.Select(d => d.Code)]) is not { } series)
            return [];
        var places = districts
            .Select(d => new AreaComparer(basis, indicator, d, []).Compare(series, null, d.Code, d.Name))
            .ToList();
        // Figures of one period alone are ranked.
        var latest = places.Where(p => p.Local is not null).Max(p => (Periods.Period?)p.Local!.Observation.Period);
        var figures = places
            .Where(p => p.Local?.Observation.Period == latest)
            .Select(p => p.Local!.Value!.Value)
            .ToList();
        return
        [
            .. places.Select(p =>
                p with
                {
                    Comparators = p.Local is null
                        ? []
                        : [ConfiguredComparators.Published(indicator, Comparator.County, county, series, p.Local)],
                    Standing =
                        p.Local is { } local && local.Observation.Period == latest
                            ? Ranking.Within(local.Value!.Value, figures, indicator.Polarity)
                            : null,
                }
            ),
        ];
    }
}
