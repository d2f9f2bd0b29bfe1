using ChildrensTrust.Pipeline.Statistics;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>What holds of every count, whatever it is.</summary>
public sealed class StatisticsProperties
{
    private const double Rounding = 1e-9;

    private static readonly Gen<(int X, int N)> Shares = Gen.Int[1, 100_000]
        .SelectMany(n => Gen.Int[0, n].Select(x => (x, n)));
    private static readonly Gen<decimal[]> Values = Gen.Int[-2000, 2000].Select(i => i / 10m).Array[1, 60];

    [Fact]
    public void An_interval_contains_its_estimate() =>
        Gen.Select(Shares, Shares)
            .Sample(
                (a, b) =>
                    Levels.All(c =>
                        WilsonScore.Calculate(a.X, a.N, c).Contains((double)a.X / a.N)
                        && ByarRate.OfCount(a.X, c).Contains(a.X)
                        && DifferenceOfProportions
                            .Calculate(a.X, a.N, b.X, b.N, c)
                            .Contains(((double)a.X / a.N) - ((double)b.X / b.N))
                    )
            );

    [Fact]
    public void Limits_contain_their_benchmark() =>
        Gen.Select(Shares, Gen.Int[1, 50_000])
            .Sample(
                (benchmark, n) =>
                    ControlLimits.Calculate((double)benchmark.X / benchmark.N, n, Confidence.Level95.Z) is var limits
                    && limits.Lower <= ((double)benchmark.X / benchmark.N) + Rounding
                    && limits.Upper >= ((double)benchmark.X / benchmark.N) - Rounding
            );

    [Fact]
    public void The_surer_interval_contains_the_less_sure_one() =>
        Gen.Select(Shares, Shares)
            .Sample(
                (a, b) =>
                    Within(
                        WilsonScore.Calculate(a.X, a.N, Confidence.Level95),
                        WilsonScore.Calculate(a.X, a.N, Confidence.Level998)
                    )
                    && Within(ByarRate.OfCount(a.X, Confidence.Level95), ByarRate.OfCount(a.X, Confidence.Level998))
                    && Within(
                        DifferenceOfProportions.Calculate(a.X, a.N, b.X, b.N, Confidence.Level95),
                        DifferenceOfProportions.Calculate(a.X, a.N, b.X, b.N, Confidence.Level998)
                    )
            );

    [Fact]
    public void The_surer_limits_contain_the_less_sure_ones() =>
        Gen.Select(Gen.Double[0, 500], Gen.Int[1, 900_000])
            .Sample(
                (benchmark, population) =>
                    Within(
                        RateControlLimits.Calculate(benchmark, population, 10_000, Confidence.Level95),
                        RateControlLimits.Calculate(benchmark, population, 10_000, Confidence.Level998)
                    )
            );

    [Fact]
    public void A_difference_the_other_way_round_is_the_same_with_the_other_sign() =>
        Gen.Select(Shares, Shares)
            .Sample(
                (a, b) =>
                {
                    var (one, other) = (
                        DifferenceOfProportions.Calculate(a.X, a.N, b.X, b.N, Confidence.Level95),
                        DifferenceOfProportions.Calculate(b.X, b.N, a.X, a.N, Confidence.Level95)
                    );
                    return one.Lower == -other.Upper && one.Upper == -other.Lower;
                }
            );

    [Fact]
    public void A_difference_stays_between_minus_1_and_1() =>
        Gen.Select(Shares, Shares)
            .Sample(
                (a, b) =>
                    DifferenceOfProportions.Calculate(a.X, a.N, b.X, b.N, Confidence.Level998) is var d
                    && d.Lower >= -1 - Rounding
                    && d.Upper <= 1 + Rounding
            );

    [Fact]
    public void Scaling_a_rate_scales_its_interval_and_its_limits() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Int[1, 900_000], Gen.Int[2, 5].Select(power => Math.Pow(10, power)))
            .Sample(
                (x, population, multiplier) =>
                    Same(
                        ByarRate.OfRate(x, population, 1, Confidence.Level95).Times(multiplier),
                        ByarRate.OfRate(x, population, multiplier, Confidence.Level95)
                    )
                    && Same(
                        RateControlLimits
                            .Calculate((double)x / population, population, 1, Confidence.Level95)
                            .Times(multiplier),
                        RateControlLimits.Calculate(
                            x * multiplier / population,
                            population,
                            multiplier,
                            Confidence.Level95
                        )
                    )
            );

    /// <summary>Judging the count by limits around the benchmark, or the benchmark by the exact interval of the count,
    /// is one test.</summary>
    [Fact]
    public void A_small_count_is_beyond_the_limits_just_where_its_interval_leaves_the_benchmark_out() =>
        Gen.Select(Gen.Int[0, 9], Gen.Double[0.01, 40])
            .Sample(
                (x, expected) =>
                    RateControlLimits.Calculate(expected, 1, 1, Confidence.Level95).Contains(x)
                    == ByarRate.OfCount(x, Confidence.Level95).Contains(expected)
            );

    [Fact]
    public void A_proportion_is_beyond_the_limits_just_where_its_interval_leaves_the_benchmark_out() =>
        Gen.Select(Shares, Gen.Double[0.001, 0.999])
            .Sample(
                (a, benchmark) =>
                    Levels.All(c =>
                        Math.Abs(benchmark - WilsonScore.Calculate(a.X, a.N, c).Lower) < Rounding
                        || Math.Abs(benchmark - WilsonScore.Calculate(a.X, a.N, c).Upper) < Rounding
                        || ControlLimits.Calculate(benchmark, a.N, c.Z).Contains((double)a.X / a.N)
                            == WilsonScore.Calculate(a.X, a.N, c).Contains(benchmark)
                    )
            );

    [Fact]
    public void More_events_have_a_higher_interval() =>
        Gen.Int[0, 20_000]
            .Sample(x =>
                Levels.All(c =>
                    ByarRate.OfCount(x, c).Lower < ByarRate.OfCount(x + 1, c).Lower
                    && ByarRate.OfCount(x, c).Upper < ByarRate.OfCount(x + 1, c).Upper
                )
            );

    [Fact]
    public void Quantiles_rise_and_stay_within_the_values() =>
        Gen.Select(Values, Gen.Int[0, 100], Gen.Int[0, 100])
            .Sample(
                (values, one, other) =>
                {
                    decimal[] sorted = [.. values.Order()];
                    var (low, high) = (
                        Quantile.Calculate(sorted, Math.Min(one, other) / 100m),
                        Quantile.Calculate(sorted, Math.Max(one, other) / 100m)
                    );
                    return sorted[0] <= low && low <= high && high <= sorted[^1];
                }
            );

    [Fact]
    public void A_greater_value_stands_at_a_greater_percentile() =>
        Values.Sample(values =>
        {
            decimal[] sorted = [.. values.Order()];
            var percentiles = sorted.Distinct().Select(v => Spread.Calculate(v, sorted).Percentile).ToList();
            return percentiles.TrueForAll(p => p is > 0 and < 100)
                && percentiles.Zip(percentiles.Skip(1)).All(p => p.First < p.Second);
        });

    [Fact]
    public void Turning_the_values_round_turns_the_percentile_round() =>
        Values.Sample(values =>
            Math.Abs(
                Spread.Calculate(values[0], [.. values.Order()]).Percentile
                    + Spread.Calculate(-values[0], [.. values.Select(v => -v).Order()]).Percentile
                    - 100
            ) <= 0.1m
        );

    [Fact]
    public void A_trend_run_backwards_goes_the_other_way() =>
        Gen.Select(Gen.Int[1, 999].Array[5], Gen.Int[1000, 50_000].Array[5])
            .Sample(
                (counts, denominators) =>
                {
                    ProportionPoint[] points = [.. counts.Zip(denominators, (x, n) => new ProportionPoint(x, n))];
                    return TrendTest.OfProportions([.. points.Reverse()])
                        == TrendTest.OfProportions(points) switch
                        {
                            Trend.Increasing => Trend.Decreasing,
                            Trend.Decreasing => Trend.Increasing,
                            var same => same,
                        };
                }
            );

    private static readonly Confidence[] Levels = [Confidence.Level95, Confidence.Level998];

    private static bool Within(Interval inner, Interval outer) =>
        outer.Lower <= inner.Lower + Rounding && inner.Upper <= outer.Upper + Rounding;

    private static bool Same(Interval one, Interval other) =>
        Near(one.Lower, other.Lower) && Near(one.Upper, other.Upper);

    private static bool Near(double one, double other) =>
        Math.Abs(one - other) <= Rounding * Math.Max(1, Math.Abs(one));
}
