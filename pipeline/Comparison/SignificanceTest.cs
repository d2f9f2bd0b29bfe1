using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The outcome of one test of statistical significance.</summary>
/// <param name="Against">"national" or "neighbours".</param>
/// <param name="Test">Which test.</param>
/// <param name="Confidence">How sure, in per cent.</param>
/// <param name="Outcome">"better", "similar" or "worse"; for a neutral indicator "higher" or "lower".</param>
public sealed record SignificanceTest(string Against, string Test, decimal Confidence, string Outcome);

/// <summary>
/// Every test that a figure allows, each as the Fingertips public health profiles make it: the benchmark against the figure's interval,
/// the two intervals against each other, and the figure against the control limits around the benchmark.
/// </summary>
internal static class SignificanceTests
{
    private static readonly (decimal Percent, Confidence Confidence)[] Levels = [(95, Confidence.Usual), (99.8m, Confidence.Control)];

    /// <summary>The tests against England and against the neighbours' average; none where no interval can be made of the figure.</summary>
    public static IEnumerable<SignificanceTest> Of(Indicator indicator, Figure local, Figure? national, GroupComparison neighbours)
    {
        if (SignificanceInterval.Of(indicator, local) is not { } mine)
            yield break;
        if (national?.Value is { } england)
        {
            foreach (var test in Against("national", indicator, local, mine, england, SignificanceInterval.Of(indicator, national)))
                yield return test;
        }
        if (neighbours.Average is { } average)
        {
            foreach (var test in Against("neighbours", indicator, local, mine, average, OfPooled(indicator, neighbours)))
                yield return test;
        }
    }

    private static IEnumerable<SignificanceTest> Against(string against, Indicator indicator, Figure local, SignificanceInterval mine, decimal benchmark, SignificanceInterval? its)
    {
        foreach (var (percent, confidence) in Levels)
        {
            var interval = percent == 95 ? mine.At95 : mine.At998;
            if (interval is { } i)
                yield return new(against, "interval against value", percent, Significance.Compare(i, (double)benchmark, indicator.Polarity));
            if (interval is { } one && (percent == 95 ? its?.At95 : its?.At998) is { } other)
                yield return new(against, "two intervals", percent, TwoIntervals.Overlap(one, other) ? Significance.Similar : Significance.Word(one.Lower > other.Upper, indicator.Polarity));
            if (Limits(indicator, local, benchmark, confidence) is { } limits)
                yield return new(against, "control limits", percent, limits.Contains((double)local.Value!.Value) ? Significance.Similar : Significance.Word((double)local.Value.Value > limits.Upper, indicator.Polarity));
        }
    }

    // The limits within which an area of this size would lie that differs from the benchmark by chance alone.
    private static Interval? Limits(Indicator indicator, Figure local, decimal benchmark, Confidence confidence)
    {
        if (indicator.Multiplier is not { } multiplier || local.Observation.Denominator is not (> 0 and var n) || benchmark < 0 || (multiplier == 100 && benchmark > 100))
            return null;
        return multiplier == 100
            ? ControlLimits.Of((double)benchmark / 100, (double)n, confidence.Z).Times(100)
            : RateControlLimits.Of((double)benchmark, (double)n, multiplier, confidence);
    }

    // Only a pooled average has counts of its own; a mean or a median is no figure of any population.
    private static SignificanceInterval? OfPooled(Indicator indicator, GroupComparison neighbours) =>
        neighbours.Method == AverageMethod.Pooled && neighbours.Average is { } average
            ? SignificanceInterval.OfCounts(indicator, average, neighbours.Having.Sum(f => f.Observation.Numerator ?? 0), neighbours.Having.Sum(f => f.Observation.Denominator ?? 0))
            : null;
}
