using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds one area's rate that is in another unit than those of the other areas in the file, such as per 1,000
/// and not per 10,000: far from all of them, and among them when it is multiplied or divided by ten.</summary>
internal static class AnotherUnit
{
    private const int ManyAreas = 10;
    private const decimal Far = 5;
    private const decimal Ten = 10;

    private sealed record Given(Series Series, Observation Observation)
    {
        public decimal Value => Observation.Value.Value!.Value;
    }

    /// <summary>The findings on the newest figures of each indicator.</summary>
    public static IEnumerable<Finding> Screen(IReadOnlyList<Series> series, Reference reference)
    {
        foreach (var areas in series.Where(s => s.Area != AreaRegister.England).GroupBy(s => s.Indicator))
        {
            if (reference.Catalogue.Find(areas.Key) is not { Unit.Multiplier: not null } indicator)
                continue;
            var figures = Newest([.. areas]);
            if (figures.Count < ManyAreas)
                continue;
            if (IsLow(figures))
                yield return Found(indicator, figures[0], $"{figures[1].Value} or more", reference);
            if (IsHigh(figures))
                yield return Found(indicator, figures[^1], $"{figures[^2].Value} or less", reference);
        }
    }

    // From the lowest to the highest.
    private static List<Given> Newest(List<Series> areas)
    {
        var all = areas.SelectMany(s => s.Observations.Select(o => new Given(s, o))).ToList();
        var newest = all.Count == 0 ? default : all.Max(g => g.Observation.Period.End);
        return
        [
            .. all.Where(g => g.Observation.Period.End == newest && g.Observation.Value.Value is > 0)
                .OrderBy(g => g.Value),
        ];
    }

    private static bool IsLow(List<Given> figures)
    {
        var (lowest, next, highest) = (figures[0].Value, figures[1].Value, figures[^1].Value);
        return lowest * Far <= next && lowest * Ten >= next && lowest * Ten <= highest;
    }

    private static bool IsHigh(List<Given> figures)
    {
        var (highest, next, lowest) = (figures[^1].Value, figures[^2].Value, figures[0].Value);
        return highest >= next * Far && highest <= next * Ten && highest >= lowest * Ten;
    }

    private static Finding Found(Indicator indicator, Given one, string others, Reference reference) =>
        Check.AnotherUnit.Found(
            $"{indicator.Name}, {reference.Areas.FindByCode(one.Series.Area)?.Name}: {one.Value} for "
                + $"{one.Observation.Period.Label}. The other areas have {others}.",
            one.Observation.Row,
            one.Series.Column
        );
}
