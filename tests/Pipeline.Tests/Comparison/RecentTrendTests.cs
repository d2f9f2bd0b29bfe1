using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class RecentTrendTests
{
    private static readonly int[] Up = [50, 60, 70, 80, 90];
    private static readonly int[] Down = [90, 80, 70, 60, 50];

    [Theory]
    [InlineData(Polarity.High, "increasing and getting better", "decreasing and getting worse")]
    [InlineData(Polarity.Low, "increasing and getting worse", "decreasing and getting better")]
    [InlineData(Polarity.Neutral, "increasing", "decreasing")]
    public void A_trend_is_good_or_bad_by_the_polarity(Polarity polarity, string up, string down)
    {
        Trend(Percent(Up), Known.Absence with { Polarity = polarity }).ShouldBe(up);
        Trend(Percent(Down), Known.Absence with { Polarity = polarity }).ShouldBe(down);
    }

    [Fact]
    public void Counts_of_chance_alone_show_no_change() =>
        Trend(Percent([50, 51, 49, 50, 51])).ShouldBe("no significant change");

    [Fact]
    public void Counts_of_nobody_cannot_be_calculated() =>
        Trend(Percent([50, 60, 0, 80, 90])).ShouldBe("cannot be calculated");

    [Theory]
    [InlineData(0, "increasing and getting worse")]
    [InlineData(1, null)]
    [InlineData(4, null)]
    public void Five_periods_without_a_gap_are_needed(int missing, string? trend)
    {
        var six = Percent([.. Up.Prepend(40)]);
        six[missing] = six[missing] with { Value = Measure.None(MissingReason.Suppressed, "c") };

        RecentTrend.Calculate(Known.Absence, Figures(six), Known.Academic(2015)).ShouldBe(trend);
    }

    [Fact]
    public void Four_periods_have_no_trend() => Trend(Percent(Up)[1..]).ShouldBeNull();

    [Theory]
    [InlineData("2010-09-01", "increasing and getting worse")]
    [InlineData("2010-09-02", null)]
    [InlineData("2014-09-01", null)]
    [InlineData("2014-09-02", "increasing and getting worse")]
    public void A_break_within_the_five_periods_leaves_no_trend(string from, string? trend) =>
        Trend(Percent([.. Up]), Known.Absence with { Breaks = [new(Given.Day(from), "Counted otherwise.")] })
            .ShouldBe(trend);

    [Fact]
    public void Pooled_years_share_years_and_have_no_trend()
    {
        var pooled = Percent(Up)
            .Select((o, i) => o with { Period = new(PeriodKind.Years, new(2008 + i, 9, 1), new(2011 + i, 8, 31)) })
            .ToArray();

        RecentTrend.Calculate(Known.Absence, Figures(pooled), pooled[^1].Period).ShouldBeNull();
    }

    [Fact]
    public void A_rate_has_the_trend_of_its_intervals()
    {
        var rate = Known.Absence with { Unit = Unit.Find("per 10,000")! };

        Trend(Rates(Up), rate).ShouldBe("increasing and getting worse");
        Trend([.. Rates(Up).Select((o, i) => i == 2 ? o with { Denominator = null } : o)], rate).ShouldBeNull();
    }

    [Fact]
    public void Published_intervals_give_a_trend_where_a_count_is_not_published()
    {
        var points = Percent(Up)
            .Select(o => o with { Numerator = null, Lower = o.Value.Value - 0.1m, Upper = o.Value.Value + 0.1m });

        Trend([.. points]).ShouldBe("increasing and getting worse");
    }

    [Fact]
    public void Counts_that_give_another_figure_than_the_published_one_have_no_trend()
    {
        Trend([.. Percent(Up).Select((o, i) => i == 0 ? o with { Numerator = o.Numerator / 2 } : o)]).ShouldBeNull();
        Trend([.. Percent(Down).Select(o => o with { Denominator = o.Denominator * 10 })]).ShouldBeNull();
    }

    private static string? Trend(Observation[] points, Indicator? indicator = null) =>
        RecentTrend.Calculate(indicator ?? Known.Absence, Figures(points), points[^1].Period);

    private static IReadOnlyDictionary<Period, Figure> Figures(Observation[] points) =>
        Known.Series([.. points.Select(p => (Known.Nottinghamshire, p with { }))]).Of(Known.Nottinghamshire);

    // In thousandths of 100,000, from 2010/11 on; a figure is published with one decimal.
    private static Observation[] Percent(int[] thousandths) =>
        [
            .. thousandths.Select(
                (c, i) => Known.Figure(Known.Academic(2015 - thousandths.Length + 1 + i), c / 10m, c * 100, 100_000)
            ),
        ];

    private static Observation[] Rates(int[] values) =>
        [.. values.Select((v, i) => Known.Figure(Known.Academic(2015 - values.Length + 1 + i), v, v * 10, 100_000))];
}
