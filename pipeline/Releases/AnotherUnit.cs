using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds rates of one or two areas that are in another unit than those of the other areas in the file, such as
/// per 1,000 and not per 10,000: far from all of them, and among them when they are multiplied or divided by ten, a
/// hundred or a thousand. A rate that its own counts give is in its unit.</summary>
internal static class AnotherUnit
{
    private const int ManyAreas = 10;
    private const int MostOdd = 2;
    private const decimal Far = 5;
    private const decimal Rounding = 0.1m;
    private static readonly decimal[] Units = [10, 100, 1000];

    private sealed record Given(Series Series, Observation Observation)
    {
        public decimal Value => Observation.Value.Value!.Value;
    }

    /// <summary>The findings on the newest figures of each indicator.</summary>
    public static IEnumerable<Finding> Screen(IReadOnlyList<Series> series, Reference reference)
    {
        foreach (var areas in series.Where(s => s.Area != AreaRegister.England).GroupBy(s => s.Indicator))
        {
            if (reference.Catalogue.Find(areas.Key) is not { Unit.Multiplier: { } multiplier } indicator)
                continue;
            var figures = Newest([.. areas]);
            if (figures.Count < ManyAreas)
                continue;
            foreach (var (odd, others) in new[] { Lowest(figures), Highest(figures) })
            {
                foreach (var one in odd.Where(one => !IsOfItsCounts(one.Observation, multiplier)))
                    yield return Found(indicator, one, others, reference);
            }
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

    private static (List<Given> Odd, string Others) Lowest(List<Given> figures)
    {
        for (var odd = 1; odd <= MostOdd; odd++)
        {
            var (last, next, highest) = (figures[odd - 1].Value, figures[odd].Value, figures[^1].Value);
            if (
                last * Far <= next
                && figures.Take(odd).All(f => Units.Any(u => f.Value * u >= next && f.Value * u <= highest))
            )
                return (figures[..odd], Others(odd, next, "more"));
        }
        return ([], "");
    }

    private static (List<Given> Odd, string Others) Highest(List<Given> figures)
    {
        for (var odd = 1; odd <= MostOdd; odd++)
        {
            var (last, next, lowest) = (figures[^odd].Value, figures[^(odd + 1)].Value, figures[0].Value);
            if (
                last >= next * Far
                && figures.TakeLast(odd).All(f => Units.Any(u => f.Value <= next * u && f.Value >= lowest * u))
            )
                return (figures[^odd..], Others(odd, next, "less"));
        }
        return ([], "");
    }

    private static string Others(int odd, decimal next, string side) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(odd == 1 ? "The other areas have" : "All other areas but one have")} {next} or {side}."
        );

    private static bool IsOfItsCounts(Observation figure, decimal multiplier) =>
        figure is { Value.Value: { } value, Numerator: { } numerator, Denominator: > 0 and var denominator }
        && Math.Abs(multiplier * numerator / denominator - value) <= value * Rounding;

    private static Finding Found(Indicator indicator, Given one, string others, Reference reference) =>
        Check.AnotherUnit.Found(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{indicator.Name}, {reference.Areas.FindByCode(one.Series.Area)?.Name}: {one.Value} for "
                    + $"{one.Observation.Period.InSentence}. {others}"
            ),
            one.Observation.Row,
            one.Series.Column
        );
}
