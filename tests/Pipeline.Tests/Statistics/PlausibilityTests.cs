using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

public sealed class PlausibilityTests
{
    private static readonly decimal[] NearlyAll = [.. Enumerable.Range(63, 150).Select(i => (decimal)i)];
    private static readonly decimal[] AFew = [12, 13, 14, 15, 16];

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, false)]
    [InlineData(212, false)]
    [InlineData(213, true)]
    [InlineData(1258, true)]
    public void With_nearly_all_authorities_an_average_lies_within_their_range(int national, bool outOfRange) =>
        Plausibility.IsOutOfRange(national, NearlyAll).ShouldBe(outOfRange);

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(48, false)]
    [InlineData(49, true)]
    public void With_a_few_authorities_only_a_figure_far_away_cannot_be_an_average(int national, bool outOfRange) =>
        Plausibility.IsOutOfRange(national, AFew).ShouldBe(outOfRange);

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void One_hundred_authorities_are_nearly_all(int authorities, bool outOfRange) =>
        Plausibility.IsOutOfRange(62, [.. NearlyAll.Take(authorities)]).ShouldBe(outOfRange);

    [Fact]
    public void Four_authorities_prove_nothing() => Plausibility.IsOutOfRange(1000, [1, 2, 3, 4]).ShouldBeFalse();

    [Fact]
    public void A_few_figures_around_zero_prove_nothing() =>
        Plausibility.IsOutOfRange(1000, [0, 2, 3, 4, 5]).ShouldBeFalse();
}
