using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The outcome of one test of statistical significance.</summary>
/// <param name="Test">"interval against value", "two intervals" or "control limits".</param>
/// <param name="Confidence">How sure, in per cent: 95 or 99.8.</param>
/// <param name="Method">How the interval or the limits were made; null in snapshots from before it was kept.</param>
public sealed record SignificanceTest(
    string Against,
    string Test,
    decimal Confidence,
    TestOutcome Outcome,
    string? Method = null
);

/// <summary>
/// Every test that a figure allows, each as the Fingertips public health profiles make it: the benchmark against the
/// figure's interval, the two intervals against each other, and the figure against the control limits around the
/// benchmark. Figures of one period alone are tested.
/// </summary>
internal sealed class SignificanceTests
{
    private static readonly (decimal Percent, Confidence Confidence)[] Levels =
    [
        (95, Confidence.Level95),
        (99.8m, Confidence.Level998),
    ];

    private readonly Indicator _indicator;
    private readonly Figure _local;
    private readonly SignificanceInterval _mine;

    private SignificanceTests(Indicator indicator, Figure local, SignificanceInterval mine) =>
        (_indicator, _local, _mine) = (indicator, local, mine);

    /// <summary>The tests against England and against the neighbours' average; none where no interval can be made of
    /// the figure.</summary>
    public static IEnumerable<SignificanceTest> Run(
        Indicator indicator,
        Figure local,
        Figure? national,
        GroupComparison neighbours
    )
    {
        if (SignificanceInterval.For(indicator, local) is not { } mine)
            yield break;
        var tests = new SignificanceTests(indicator, local, mine);
        if (national is { Value: { } england } && Significance.IsOfPeriod(local, national.Observation.Period))
        {
            foreach (var test in tests.Against("national", england, SignificanceInterval.For(indicator, national)))
                yield return test;
        }
        if (neighbours.Average is { } average && Significance.IsOfPeriod(local, neighbours.Period))
        {
            foreach (var test in tests.Against("neighbours", average, OfPooled(indicator, neighbours)))
                yield return test;
        }
    }

    private IEnumerable<SignificanceTest> Against(string against, decimal benchmark, SignificanceInterval? its)
    {
        var polarity = _indicator.Polarity;
        foreach (var (percent, confidence) in Levels)
        {
            var interval = percent == 95 ? _mine.At95 : _mine.At998;
            if (interval is { } i)
                yield return new(
                    against,
                    "interval against value",
                    percent,
                    Significance.Compare(i, (double)benchmark, polarity),
                    _mine.Method
                );
            if (interval is { } one && (percent == 95 ? its?.At95 : its?.At998) is { } other)
            {
                var outcome = IntervalOverlap.Overlap(one, other)
                    ? TestOutcome.Similar
                    : Significance.Word(one.Lower > other.Upper, polarity);
                yield return new(against, "two intervals", percent, outcome, _mine.Method);
            }
            if (Limits(benchmark, confidence) is var (limits, method))
            {
                var outcome = limits.Contains(Estimate)
                    ? TestOutcome.Similar
                    : Significance.Word(Estimate > limits.Upper, polarity);
                yield return new(against, "control limits", percent, outcome, method);
            }
        }
    }

    // The figure before it was rounded for its publication, where its counts give it: an interval is made of those too.
    private double Estimate =>
        _indicator.Unit.Multiplier is { } multiplier
        && _local.Observation is { Value.Value: { } value, Numerator: { } x, Denominator: { } n }
        && SignificanceInterval.OfCounts(_indicator, value, x, n) is not null
            ? (double)x / (double)n * multiplier
            : (double)_local.Value!.Value;

    // The limits between which a figure of an area of this size lies that differs from the benchmark by chance alone.
    private (Interval Limits, string Method)? Limits(decimal benchmark, Confidence confidence)
    {
        if (
            _indicator.Unit.Multiplier is not { } multiplier
            || _indicator.DependentCounts is not null
            || _local.Observation.Denominator is not (> 0 and var n)
            || benchmark < 0
            || (multiplier == 100 && benchmark > 100)
        )
            return null;
        return multiplier == 100
            ? (
                ControlLimits.Calculate((double)benchmark / 100, (double)n, confidence.Z).Times(100),
                ControlLimits.Method
            )
            : (
                RateControlLimits.Calculate((double)benchmark, (double)n, multiplier, confidence),
                RateControlLimits.Method
            );
    }

    // Only a pooled average has counts of its own; a mean or a median is no figure of any population.
    private static SignificanceInterval? OfPooled(Indicator indicator, GroupComparison neighbours) =>
        neighbours is { Method: AverageMethod.Pooled, Average: { } average }
            ? SignificanceInterval.OfCounts(
                indicator,
                average,
                neighbours.WithFigures.Sum(f => f.Observation.Numerator ?? 0),
                neighbours.WithFigures.Sum(f => f.Observation.Denominator ?? 0)
            )
            : null;
}
