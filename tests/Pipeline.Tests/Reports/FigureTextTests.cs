using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Html;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("17.365", 1, "17.4%")]
    [InlineData("0.25", 1, "0.3%")]
    [InlineData("0.35", 1, "0.4%")]
    [InlineData("-0.25", 1, "-0.3%")]
    [InlineData("2.5", 0, "3%")]
    [InlineData("3.5", 0, "4%")]
    [InlineData("17", 1, "17.0%")]
    [InlineData("99.96", 1, "100.0%")]
    public void A_figure_is_rounded_half_away_from_zero(string value, int decimals, string text) =>
        FigureText.Format(Given.Number(value), decimals, "%").ShouldBe(text);

    [Theory]
    [InlineData("%", "27.4%")]
    [InlineData("pp", "27.4 percentage points")]
    [InlineData("score", "27.4")]
    [InlineData("per 10,000", "27.4 per 10,000")]
    public void A_figure_has_its_unit(string unit, string text) => FigureText.Format(27.4m, 1, unit).ShouldBe(text);

    [Fact]
    public void Thousands_are_set_apart_by_a_comma() =>
        FigureText.Format(1258, 0, "per 100,000").ShouldBe("1,258 per 100,000");

    [Theory]
    [InlineData("0.3", "+0.3 percentage points")]
    [InlineData("-0.3", "−0.3 percentage points")]
    [InlineData("0", "0.0 percentage points")]
    [InlineData("-0.25", "−0.3 percentage points")]
    public void A_percentage_changes_by_percentage_points_with_a_sign(string change, string text) =>
        FigureText.Change(Given.Number(change), 1, "%").ShouldBe(text);

    [Fact]
    public void A_rate_changes_by_its_own_unit() =>
        FigureText.Change(-1.5m, 1, "per 10,000").ShouldBe("−1.5 per 10,000");

    [Theory]
    [InlineData("37.8", "33.2", 1)]
    [InlineData("37.84", "37.82", 2)]
    [InlineData("37.8404", "37.8401", 4)]
    [InlineData("37.8", "37.8", 1)]
    [InlineData("37.800001", "37.800002", 4)]
    public void As_many_decimals_are_shown_as_tell_two_different_figures_apart(
        string local,
        string england,
        int decimals
    )
    {
        var row = Sample.Row(Verdict.DoesNotMeet, local: Given.Number(local), england: Given.Number(england));

        FigureText.Decimals(row, row).ShouldBe(decimals);
    }

    [Fact]
    public void A_figure_never_looks_like_the_one_before_it_in_any_form_of_the_report()
    {
        var row = Sample.Row(Verdict.DoesNotMeet, local: 5.68m, england: 6.1m) with
        {
            Decimals = 1,
            Previous = new(5.72m, "2010/11", Sample.Source),
            Change = -0.04m,
            Direction = Direction.Improving,
        };
        var page = new ReportLine(row, row, "E10000024", "Nottinghamshire", 0);
        var site = AreaView.AllOf(row, new("E10000024", "Nottinghamshire")).ShouldHaveSingleItem();

        FigureText.Decimals(row, row).ShouldBe(2);
        (page.Figure(5.68m), page.Change, page.Previous).ShouldBe(
            ("5.68%", "−0.04 percentage points, improving", "from 5.72% (2010/11)")
        );
        (site.Local!.Text, site.Change).ShouldBe(("5.68%", "−0.04 percentage points, improving, from 5.72% (2010/11)"));
    }

    [Fact]
    public void A_decimal_more_for_one_figure_does_not_make_another_look_alike()
    {
        var row = Sample.Row(Verdict.DoesNotMeet, local: 2.48m, england: 2.511m) with
        {
            Decimals = 0,
            Neighbours = new(AverageMethod.Mean, 2.104m, null, 10, 10, [], []),
        };

        FigureText.Decimals(row, row).ShouldBe(2);
    }
}
