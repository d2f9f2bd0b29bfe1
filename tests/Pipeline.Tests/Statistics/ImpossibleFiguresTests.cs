using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>Figures that no publisher can mean neither stop the work nor make it endless.</summary>
public sealed class ImpossibleFiguresTests
{
    [Theory]
    [InlineData(99_999)]
    [InlineData(100_001)]
    public void The_limits_of_a_large_count_do_not_jump_where_the_normal_tail_takes_over(double expected)
    {
        var limits = RateControlLimits.Calculate(expected, 1, 1, Confidence.Level95);
        limits.Lower.ShouldBe(expected - 619.82, 0.05);
        limits.Upper.ShouldBe(expected + 620.77, 0.05);
    }

    [Fact]
    public void A_denominator_of_ten_to_the_nineteenth_has_limits_at_once() =>
        RateControlLimits.Calculate(85, 1e19, 10_000, Confidence.Level998).Upper.ShouldBe(85, 0.001);
}
