using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class SignificanceIntervalTests
{
    private static readonly Indicator Rate = Known.Absence with { Unit = Unit.Find("per 10,000")! };
    private static readonly Indicator Gap = Known.Absence with { Unit = Unit.PercentagePoints };

    [Theory]
    [InlineData("20", "0", "10", false)]
    [InlineData("0", "0", "10", true)]
    [InlineData("100", "10", "10", true)]
    [InlineData("110", "11", "10", false)]
    [InlineData("-10", "-1", "10", false)]
    [InlineData("0", "0", "0", false)]
    [InlineData("0", "0", "0.5", false)]
    [InlineData("100", "1", "1", true)]
    public void A_share_has_an_interval_where_its_counts_are_possible(
        string value,
        string count,
        string of,
        bool has
    ) =>
        (
            SignificanceInterval.OfCounts(Known.Absence, Given.Number(value), Given.Number(count), Given.Number(of))
            is not null
        ).ShouldBe(has);

    [Theory]
    [InlineData("50.1", "5", "10", true)]
    [InlineData("50.11", "5", "10", false)]
    [InlineData("49.9", "5", "10", true)]
    [InlineData("49.89", "5", "10", false)]
    public void Counts_of_a_share_agree_with_the_figure_within_a_tenth(
        string value,
        string count,
        string of,
        bool has
    ) =>
        (
            SignificanceInterval.OfCounts(Known.Absence, Given.Number(value), Given.Number(count), Given.Number(of))
            is not null
        ).ShouldBe(has);

    [Theory]
    [InlineData("1000.9", true)]
    [InlineData("1001.1", false)]
    [InlineData("999.1", true)]
    [InlineData("998.9", false)]
    public void Counts_of_a_large_figure_agree_within_a_thousandth_of_it(string value, bool has) =>
        (SignificanceInterval.OfCounts(Rate, Given.Number(value), 100, 1000) is not null).ShouldBe(has);

    [Fact]
    public void A_rate_may_count_more_events_than_people() =>
        SignificanceInterval.OfCounts(Rate, 11_000, 11, 10)!.Method.ShouldBe("Byar's method");

    [Fact]
    public void A_figure_in_another_unit_has_no_interval_of_counts() =>
        SignificanceInterval.OfCounts(Known.Absence with { Unit = Unit.Find("points")! }, 50, 5, 10).ShouldBeNull();

    [Theory]
    [InlineData("3", "5", "3", "5")]
    [InlineData("4", "4", "4", "4")]
    [InlineData("5", "3", null, null)]
    [InlineData("3", null, null, null)]
    public void A_published_interval_is_used_where_its_ends_are_in_order(
        string lower,
        string? upper,
        string? low,
        string? high
    )
    {
        decimal? Number(string? text) => text is null ? null : Given.Number(text);

        var interval = Of(
            Known.Absence,
            Known.Figure(Known.Academic(2014), 4) with
            {
                Lower = Number(lower),
                Upper = Number(upper),
            }
        );

        (interval?.At95.Lower, interval?.At95.Upper).ShouldBe(((double?)Number(low), (double?)Number(high)));
    }

    [Theory]
    [InlineData("3", "5", true)]
    [InlineData("3.1", "5", false)]
    [InlineData("3", "4.9", false)]
    [InlineData("3", null, false)]
    public void Published_limits_at_99_8_that_do_not_hold_those_at_95_are_left_out(
        string lower,
        string? upper,
        bool used
    )
    {
        var figure = Known.Figure(Known.Academic(2014), 4) with
        {
            Lower = 3,
            Upper = 5,
            Lower998 = Given.Number(lower),
        };

        (
            Of(Known.Absence, figure with { Upper998 = upper is null ? null : Given.Number(upper) })!.At998 is not null
        ).ShouldBe(used);
    }

    [Theory]
    [InlineData("30", 60, 100, 30, 100, true)]
    [InlineData("30.1", 60, 100, 30, 100, true)]
    [InlineData("30.2", 60, 100, 30, 100, false)]
    [InlineData("90", 60, 100, 30, 100, false)]
    [InlineData("100", 1, 1, 0, 1, true)]
    [InlineData("-100", 0, 1, 1, 1, true)]
    [InlineData("0", 0, 0, 0, 1, false)]
    [InlineData("0", 0, 1, 0, 0, false)]
    [InlineData("20", 120, 100, 100, 100, false)]
    [InlineData("-20", 100, 100, 120, 100, false)]
    [InlineData("-40", -10, 100, 30, 100, false)]
    [InlineData("70", 60, 100, -10, 100, false)]
    public void A_gap_has_an_interval_where_the_counts_of_both_shares_are_possible(
        string value,
        int x,
        int n,
        int minusX,
        int minusN,
        bool has
    )
    {
        var figure = Known.Figure(Known.Academic(2014), Given.Number(value), x, n) with
        {
            MinusNumerator = minusX,
            MinusDenominator = minusN,
        };

        (Of(Gap, figure) is not null).ShouldBe(has);
        Of(Gap with { Unit = Unit.Find("months")! }, figure).ShouldBeNull();
        Of(Gap with { DependentCounts = "sessions" }, figure).ShouldBeNull();
    }

    private static SignificanceInterval? Of(Indicator indicator, Observation observation) =>
        SignificanceInterval.For(
            indicator,
            Known.Series((Known.Nottinghamshire, observation)).Latest(Known.Nottinghamshire)!
        );
}
