using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports.Html.Charts;

/// <summary>The charts, as they are in the page. The figures are illustrative.</summary>
public sealed class ChartTests
{
    private static string Page(SnapshotRow row) => HtmlReport.Write(Sample.Of(row)).ToString();

    private static HistoryPoint Point(string period, decimal? local, decimal? national = null, string? @break = null) =>
        new(period, local, national, null, @break);

    private static SnapshotRow With(params HistoryPoint[] history) =>
        Sample.Row(Verdict.Exceeds) with
        {
            History = history,
        };

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // The key beside the chart shows each mark once more.
    private static int Lines(string page, string kind) => Count(page, $"<path class=\"line {kind}\"");

    [Fact]
    public void One_period_draws_no_trend() => Page(With(Point("2010/11", 5))).ShouldNotContain("-trend");

    [Fact]
    public void Two_periods_are_joined_and_told_in_words()
    {
        var page = Page(With(Point("2009/10", 6, 7), Point("2010/11", 5, 6.5m)));

        Lines(page, "of-local").ShouldBe(1);
        Lines(page, "of-england").ShouldBe(1);
        page.ShouldContain("2009/10: Nottinghamshire 6.0%, England 7.0%. 2010/11: Nottinghamshire 5.0%, England 6.5%.");
    }

    [Fact]
    public void No_line_crosses_a_missing_figure() =>
        Lines(
                Page(
                    With(
                        Point("2007/08", 6),
                        Point("2008/09", 6),
                        Point("2009/10", null),
                        Point("2010/11", 5),
                        Point("2011/12", 5)
                    )
                ),
                "of-local"
            )
            .ShouldBe(2);

    [Fact]
    public void No_line_crosses_a_year_left_out_which_keeps_its_space()
    {
        var page = Page(With(Point("2007/08", 6), Point("2008/09", 6), Point("2010/11", 5), Point("2011/12", 5)));

        Lines(page, "of-local").ShouldBe(2);
        // From 56 to 380 in four years: 56, 137, then 299 and 380.
        page.ShouldContain("<path class=\"line of-local\" d=\"M56 ");
        page.ShouldContain("<path class=\"line of-local\" d=\"M299 ");
    }

    [Fact]
    public void A_break_is_marked_named_and_not_crossed()
    {
        var page = Page(
            With(
                Point("2009/10", 6),
                Point("2010/11", 6),
                Point("2011/12", 5, @break: "A new definition."),
                Point("2012/13", 5)
            )
        );

        Lines(page, "of-local").ShouldBe(2);
        Count(page, "<line class=\"break\"").ShouldBe(1);
        page.ShouldContain("Break in the series before 2011/12: A new definition.");
    }

    [Fact]
    public void Quarters_stand_in_their_order()
    {
        var page = Page(With(Point("2011/12 Q3", 6), Point("2011/12 Q4", 6), Point("2012/13 Q1", 5)));

        Lines(page, "of-local").ShouldBe(1);
        page.ShouldContain("L218 ");
    }

    [Fact]
    public void Negative_figures_have_an_axis_that_holds_them()
    {
        var page = Page(With(Point("2009/10", -4), Point("2010/11", 3)) with { Unit = "pp" });

        page.ShouldContain(">-4</text>");
        page.ShouldContain(">4</text>");
    }

    [Fact]
    public void Equal_figures_stand_in_the_middle()
    {
        var row = Sample.Row(Verdict.InLine, local: 5, england: 5);

        Page(row).ShouldContain("<path class=\"local\" d=\"M248 ");
    }

    [Fact]
    public void Without_a_figure_there_is_no_chart()
    {
        var page = Page(Sample.Row(Verdict.NoComparison, local: null));

        page.ShouldNotContain("<figure");
        page.ShouldContain("no figure");
    }

    [Theory]
    [InlineData(Polarity.Low, ">A</text>", ">D</text>")]
    [InlineData(Polarity.High, ">D</text>", ">A</text>")]
    public void The_best_quartile_band_stands_where_good_figures_do(Polarity polarity, string left, string right)
    {
        var page = Page(
            Sample.Row(Verdict.Exceeds) with
            {
                Polarity = polarity,
                Quartile = "B",
                Spread = new(150, 2, 4, 6, 8, 10, 40),
            }
        );

        page.IndexOf(left, StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf(right, StringComparison.Ordinal));
        page.ShouldContain("It is in band B of all authorities.");
    }

    [Fact]
    public void A_long_name_is_wrapped_beside_its_lane()
    {
        var page = HtmlReport
            .Write(
                Sample.Of(Sample.Row(Verdict.Exceeds)) with
                {
                    Area = new("E06000058", "Bournemouth, Christchurch and Poole"),
                }
            )
            .ToString();

        page.ShouldContain(">Bournemouth,</text>");
        page.ShouldContain(">Christchurch and</text>");
    }
}
