using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

public sealed class SpreadTests
{
    /// <summary>Fingertips' own test, as Excel's PERCENTILE.INC has it.</summary>
    [Fact]
    public void The_quartiles_of_one_to_fifty()
    {
        var spread = Spread.Calculate(1, [.. Enumerable.Range(1, 50).Select(i => (decimal)i)]);
        (
            spread.Count,
            spread.Minimum,
            spread.LowerQuartile,
            spread.Median,
            spread.UpperQuartile,
            spread.Maximum
        ).ShouldBe((50, 1m, 13.25m, 25.5m, 37.75m, 50m));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 50)]
    [InlineData(5, 90)]
    public void A_value_is_half_below_itself(int value, double percentile) =>
        Spread.Calculate(value, [1, 2, 3, 4, 5]).Percentile.ShouldBe((decimal)percentile);

    /// <summary>The documentation of SciPy's percentileofscore, kind "mean": 3 among 1, 2, 3, 3, 4.</summary>
    [Fact]
    public void Equal_values_stand_at_one_percentile() => Spread.Calculate(3, [1, 2, 3, 3, 4]).Percentile.ShouldBe(60m);

    [Fact]
    public void Values_that_are_all_equal_stand_in_the_middle() =>
        Spread.Calculate(7, [7, 7, 7, 7]).ShouldBe(new(4, 7, 7, 7, 7, 7, 50));

    [Fact]
    public void No_values_have_no_spread() => Should.Throw<ArgumentOutOfRangeException>(() => Spread.Calculate(1, []));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_quantile_beyond_all_values_is_none(double share) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Quantile.Calculate([1, 2], (decimal)share));

    [Fact]
    public void One_value_is_every_quantile_of_itself() =>
        new[] { 0m, .25m, 1m }.Select(share => Quantile.Calculate([4], share)).ShouldBe([4m, 4m, 4m]);
}
