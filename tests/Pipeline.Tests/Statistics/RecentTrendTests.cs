using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>Worked examples of the Fingertips recent trend.</summary>
public sealed class RecentTrendTests
{
    private static readonly ProportionPoint[] Rising = [new(994, 40299), new(1023, 41527), new(1199, 42811), new(1332, 44064), new(1367, 44701)];

    [Fact]
    public void Proportions_that_rise_beyond_chance_are_increasing()
    {
        RecentTrend.ChiSquared(Rising).ShouldBe(47.8967, 5e-5);
        RecentTrend.OfProportions(Rising).ShouldBe(Trend.Increasing);
        RecentTrend.OfProportions([.. Rising.Reverse()]).ShouldBe(Trend.Decreasing);
    }

    [Fact]
    public void Rates_are_weighted_by_their_intervals()
    {
        RatePoint[] points = [new(24.67, 23.16, 26.25), new(24.6, 23.15, 26.19), new(28, 26.44, 29.64), new(30.2, 28.63, 31.9), new(30.6, 28.98, 32.25)];
        var (chiSquared, slope) = RecentTrend.Regression(points);
        (Math.Round(chiSquared, 4), Math.Round(slope, 6)).ShouldBe((46.7653, 1.751566));
        RecentTrend.OfRates(points).ShouldBe(Trend.Increasing);
    }

    [Fact]
    public void A_point_that_is_the_whole_cannot_be_calculated() =>
        RecentTrend.OfProportions([.. Rising[..4], new(5, 5)]).ShouldBe(Trend.CannotBeCalculated);

    [Fact]
    public void Four_points_are_not_enough() => RecentTrend.OfProportions(Rising[..4]).ShouldBe(Trend.CannotBeCalculated);

    [Fact]
    public void Points_within_chance_are_no_significant_change() =>
        RecentTrend.OfProportions([new(100, 1000), new(103, 1000), new(99, 1000), new(104, 1000), new(101, 1000)]).ShouldBe(Trend.NoSignificantChange);

    [Fact]
    public void A_direction_that_one_point_decides_cannot_be_calculated() =>
        RecentTrend.OfProportions([new(1000, 10000), new(980, 10000), new(970, 10000), new(960, 10000), new(1500, 10000)]).ShouldBe(Trend.CannotBeCalculated);

    [Fact]
    public void A_flat_line_has_no_direction() =>
        RecentTrend.OfRates([new(5, 4, 6), new(5, 4, 6), new(5, 4, 6), new(5, 4, 6), new(5, 4, 6)]).ShouldBe(Trend.NoSignificantChange);
}
