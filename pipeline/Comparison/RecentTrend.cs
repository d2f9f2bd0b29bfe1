using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The trend of an area's five latest figures, in words; only where five consecutive, independent periods lie
/// on one side of every break.</summary>
internal static class RecentTrend
{
    /// <summary>The trend; null where it cannot be tested.</summary>
    /// <param name="figures">What is known of the area, by period.</param>
    public static string? Calculate(Indicator indicator, IReadOnlyDictionary<Period, Figure> figures, Period latest)
    {
        if (latest.Kind == PeriodKind.Years)
            return null;
        var points = new List<Figure>();
        for (var at = latest; points.Count < TrendTest.Points; at = at.YearBefore)
        {
            if (
                !figures.TryGetValue(at, out var figure)
                || figure.Value is null
                || indicator.BreakBetween(at.Start, latest.Start) is not null
            )
                return null;
            points.Insert(0, figure);
        }
        return Words(Test(indicator, points), indicator.Polarity);
    }

    private static Trend? Test(Indicator indicator, List<Figure> points)
    {
        if (indicator.Unit.Multiplier == 100 && points.TrueForAll(p => HasItsCounts(indicator, p)))
            return TrendTest.OfProportions([
                .. points.Select(p => new ProportionPoint(
                    (double)p.Observation.Numerator!.Value,
                    (double)p.Observation.Denominator!.Value
                )),
            ]);
        var intervals = points.Select(p => SignificanceInterval.For(indicator, p)?.At95).ToList();
        return intervals.TrueForAll(i => i is not null)
            ? TrendTest.OfRates([
                .. points.Zip(
                    intervals,
                    (p, i) => new RatePoint((double)p.Value!.Value, i!.Value.Lower, i.Value.Upper)
                ),
            ])
            : null;
    }

    // Counts that give another figure than the published one are not its counts, and have no trend of their own.
    private static bool HasItsCounts(Indicator indicator, Figure figure) =>
        figure.Observation is { Numerator: { } count, Denominator: { } population }
        && SignificanceInterval.OfCounts(indicator, figure.Value!.Value, count, population) is not null;

    private static string? Words(Trend? trend, Polarity polarity) =>
        (trend, polarity) switch
        {
            (null, _) => null,
            (Trend.CannotBeCalculated, _) => "cannot be calculated",
            (Trend.NoSignificantChange, _) => "no significant change",
            (Trend.Increasing, Polarity.Neutral) => "increasing",
            (Trend.Decreasing, Polarity.Neutral) => "decreasing",
            (Trend.Increasing, Polarity.High) => "increasing and getting better",
            (Trend.Increasing, _) => "increasing and getting worse",
            (Trend.Decreasing, Polarity.Low) => "decreasing and getting better",
            _ => "decreasing and getting worse",
        };
}
