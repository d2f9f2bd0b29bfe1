using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>Worked examples of the Fingertips recent trend, and both sides of each of its thresholds.</summary>
public sealed class TrendTestTests
{
    private static readonly ProportionPoint[] Rising =
    [
        new(994, 40299),
        new(1023, 41527),
        new(1199, 42811),
        new(1332, 44064),
        new(1367, 44701),
    ];

    [Fact]
    public void Proportions_that_rise_beyond_chance_are_increasing()
    {
        TrendTest.ChiSquared(Rising).ShouldBe(47.8967, 5e-5);
        TrendTest.OfProportions(Rising).ShouldBe(Trend.Increasing);
        TrendTest.OfProportions([.. Rising.Reverse()]).ShouldBe(Trend.Decreasing);
    }

    [Fact]
    public void Rates_are_weighted_by_their_intervals()
    {
        RatePoint[] points =
        [
            new(24.67, 23.16, 26.25),
            new(24.6, 23.15, 26.19),
            new(28, 26.44, 29.64),
            new(30.2, 28.63, 31.9),
            new(30.6, 28.98, 32.25),
        ];
        var (chiSquared, slope) = TrendTest.Regression(points);
        (Math.Round(chiSquared, 4), Math.Round(slope, 6)).ShouldBe((46.7653, 1.751566));
        TrendTest.OfRates(points).ShouldBe(Trend.Increasing);
        TrendTest.OfRates([.. points.Reverse()]).ShouldBe(Trend.Decreasing);
    }

    [Fact]
    public void The_critical_value_is_the_square_of_the_normal_quantile_for_99_point_8_percent() =>
        TrendTest.Critical.ShouldBe(Confidence.Level998.Z * Confidence.Level998.Z, 1e-12);

    // With intervals of half-width 1.96 the standard error of each point is 1, and the statistic ten times the square
    // of the slope.
    [Theory]
    [InlineData(0.97721, Trend.NoSignificantChange)]
    [InlineData(0.97722, Trend.Increasing)]
    [InlineData(-0.97721, Trend.NoSignificantChange)]
    [InlineData(-0.97722, Trend.Decreasing)]
    public void A_trend_begins_beyond_the_critical_value(double slope, Trend trend)
    {
        RatePoint[] points =
        [
            .. Enumerable.Range(0, 5).Select(t => new RatePoint(slope * t, (slope * t) - 1.96, (slope * t) + 1.96)),
        ];
        TrendTest.Regression(points).ChiSquared.ShouldBe(10 * slope * slope, 1e-9);
        TrendTest.OfRates(points).ShouldBe(trend);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(0, 5)]
    [InlineData(0, 0)]
    public void A_point_that_is_the_whole_or_nothing_cannot_be_calculated(double count, double denominator) =>
        TrendTest.OfProportions([.. Rising[..4], new(count, denominator)]).ShouldBe(Trend.CannotBeCalculated);

    [Fact]
    public void Four_points_or_six_cannot_be_calculated()
    {
        TrendTest.OfProportions(Rising[..4]).ShouldBe(Trend.CannotBeCalculated);
        TrendTest.OfProportions([.. Rising, Rising[4]]).ShouldBe(Trend.CannotBeCalculated);
        TrendTest.OfRates([new(1, 0, 2), new(2, 1, 3), new(3, 2, 4), new(4, 3, 5)]).ShouldBe(Trend.CannotBeCalculated);
    }

    [Fact]
    public void A_rate_without_a_width_cannot_be_calculated() =>
        TrendTest
            .OfRates([new(1, 0, 2), new(2, 1, 3), new(3, 2, 4), new(4, 3, 5), new(5, 5, 5)])
            .ShouldBe(Trend.CannotBeCalculated);

    [Fact]
    public void Points_within_chance_are_no_significant_change() =>
        TrendTest
            .OfProportions([new(100, 1000), new(103, 1000), new(99, 1000), new(104, 1000), new(101, 1000)])
            .ShouldBe(Trend.NoSignificantChange);

    [Fact]
    public void Shares_that_rise_are_increasing_though_their_counts_fall() =>
        TrendTest
            .OfProportions([new(1000, 50000), new(600, 20000), new(400, 10000), new(250, 5000), new(120, 2000)])
            .ShouldBe(Trend.Increasing);

    // The direction is that of the odds: by the logarithms of the shares these would rise.
    [Fact]
    public void A_share_near_the_whole_weighs_by_its_odds() =>
        TrendTest
            .OfProportions([new(50, 1000), new(980, 1000), new(50, 1000), new(900, 1000), new(500, 1000)])
            .ShouldBe(Trend.NoSignificantChange);

    [Fact]
    public void A_direction_that_one_point_decides_is_no_significant_change()
    {
        ProportionPoint[] points =
        [
            new(1000, 10000),
            new(980, 10000),
            new(970, 10000),
            new(960, 10000),
            new(1500, 10000),
        ];
        TrendTest.ChiSquared(points).ShouldBeGreaterThan(TrendTest.Critical);
        TrendTest.OfProportions(points).ShouldBe(Trend.NoSignificantChange);
    }

    // The last rate is so uncertain that it hardly weighs: left unweighted, it alone would make the rates fall.
    [Fact]
    public void An_uncertain_rate_does_not_decide_the_direction() =>
        TrendTest
            .OfRates([
                new(10, 9.9, 10.1),
                new(11, 10.9, 11.1),
                new(12, 11.9, 12.1),
                new(13, 12.9, 13.1),
                new(2, -98, 102),
            ])
            .ShouldBe(Trend.Increasing);

    [Fact]
    public void A_flat_line_has_no_direction() =>
        TrendTest
            .OfRates([new(5, 4, 6), new(5, 4, 6), new(5, 4, 6), new(5, 4, 6), new(5, 4, 6)])
            .ShouldBe(Trend.NoSignificantChange);
}
