using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The confidence interval of a figure in the indicator's unit: the published one, or one made of the counts
/// behind the figure.</summary>
/// <param name="At998">The interval at 99.8%; null where one is published at 95% alone.</param>
internal sealed record SignificanceInterval(string Method, Interval At95, Interval? At998)
{
    // A published figure is rounded; counts that give another figure than the published one are not its counts.
    private const double MaxRounding = 0.1;

    /// <summary>The interval of a figure; null where neither an interval nor its counts are published.</summary>
    public static SignificanceInterval? For(Indicator indicator, Figure figure)
    {
        var o = figure.Observation;
        if (o is { Lower: { } lower, Upper: { } upper } && lower <= upper)
            return Published((lower, upper), (o.Lower998, o.Upper998));
        if (o is not { Value.Value: { } value, Numerator: { } x, Denominator: { } n })
            return null;
        return o is { MinusNumerator: { } minusX, MinusDenominator: { } minusN }
            ? OfGap(indicator, value, (x, n), (minusX, minusN))
            : OfCounts(indicator, value, x, n);
    }

    /// <summary>
    /// The interval made of counts; null where they are not those of the figure, where the unit is neither a proportion
    /// nor a rate, or where what they count is not independent of each other.
    /// </summary>
    /// <param name="x">The count above the line.</param>
    /// <param name="n">The count below the line.</param>
    public static SignificanceInterval? OfCounts(Indicator indicator, decimal value, decimal x, decimal n)
    {
        if (
            indicator.Unit.Multiplier is not { } multiplier
            || indicator.DependentCounts is not null
            || x < 0
            || n < 1
            || !Agree(x / n * multiplier, value)
        )
            return null;
        var (count, population) = ((double)x, (double)n);
        if (multiplier != 100)
            return new(
                "Byar's method",
                ByarRate.OfRate(count, population, multiplier, Confidence.Level95),
                ByarRate.OfRate(count, population, multiplier, Confidence.Level998)
            );
        return x > n
            ? null
            : new(
                "Wilson score interval",
                WilsonScore.Calculate(count, population, Confidence.Level95).Times(100),
                WilsonScore.Calculate(count, population, Confidence.Level998).Times(100)
            );
    }

    // A published interval at 99.8% that does not hold the one at 95% is in error.
    private static SignificanceInterval Published(
        (decimal Lower, decimal Upper) at95,
        (decimal? Lower, decimal? Upper) at998
    ) =>
        at998 is ({ } lower, { } upper) && lower <= at95.Lower && at95.Upper <= upper
            ? new("95% and 99.8% intervals as published", For(at95), For((lower, upper)))
            : new("95% interval as published", For(at95), null);

    private static Interval For((decimal Lower, decimal Upper) ends) => new((double)ends.Lower, (double)ends.Upper);

    // A gap in percentage points is the difference of two proportions.
    private static SignificanceInterval? OfGap(
        Indicator indicator,
        decimal value,
        (decimal X, decimal N) from,
        (decimal X, decimal N) minus
    )
    {
        if (
            indicator.Unit != Unit.PercentagePoints
            || indicator.DependentCounts is not null
            || from.N < 1
            || minus.N < 1
            || from.X < 0
            || minus.X < 0
            || from.X > from.N
            || minus.X > minus.N
            || !Agree(100 * (from.X / from.N - minus.X / minus.N), value)
        )
            return null;
        Interval At(Confidence confidence) =>
            DifferenceOfProportions
                .Calculate((double)from.X, (double)from.N, (double)minus.X, (double)minus.N, confidence)
                .Times(100);
        return new(
            "Newcombe's method 10, the difference of two proportions",
            At(Confidence.Level95),
            At(Confidence.Level998)
        );
    }

    private static bool Agree(decimal made, decimal published) =>
        Math.Abs((double)(made - published)) <= Math.Max(MaxRounding, Math.Abs((double)published) * MaxRounding / 100);
}
