using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Excel;
using ChildrensTrust.Pipeline.Reports.Office.Charts;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ChildrensTrust.Pipeline.Tests.Reports.Office;

/// <summary>The charts of the document and the workbook. Their figures are illustrative.</summary>
public sealed class OfficeChartTests
{
    [Theory]
    [InlineData(Polarity.Low, "Derbyshire 5.9%", "Kent 6.2%", "Nottinghamshire 6.4%")]
    [InlineData(Polarity.High, "Nottinghamshire 6.4%", "Kent 6.2%", "Derbyshire 5.9%")]
    public void Bars_are_named_with_their_figures_the_best_first(Polarity polarity, params string[] names) =>
        Bars(
            Worse() with
            {
                Polarity = polarity,
                VersusNational = Verdict.DoesNotMeet,
            },
            chart => chart.Categories.ShouldBe(names)
        );

    [Fact]
    public void A_bar_that_is_nearly_as_long_has_more_decimals_and_so_has_the_areas()
    {
        var row = Worse();
        Bars(
            row with
            {
                Neighbours = row.Neighbours! with
                {
                    Figures = [.. row.Neighbours!.Figures.Select((f, i) => i == 0 ? f with { Value = 6.36m } : f)],
                },
            },
            chart =>
                new[] { "Nottinghamshire 6.35%", " 6.36%" }.ShouldAllBe(name =>
                    chart.Categories.Any(c => c.EndsWith(name, StringComparison.Ordinal))
                )
        );
    }

    [Fact]
    public void The_title_of_lines_says_no_clear_change_where_the_table_says_similar() =>
        Lines(
            Worse() with
            {
                Previous = new(6.2m, "2009/10", Sample.Source),
                Change = 0.15m,
            },
            chart => chart.Titles[0].ShouldContain(": no clear change, at 6.4%")
        );

    [Fact]
    public void The_area_is_a_series_of_its_own_and_each_bar_begins_at_Englands_figure() =>
        Bars(
            Worse(),
            chart =>
            {
                chart.Series["Nottinghamshire"].ShouldBe([null, null, 6.35m]);
                chart.Series["Similar councils"].ShouldBe([5.9m, 6.2m, null]);
                chart.BarsFrom.ShouldBe(5.8);
                chart.Titles[1].ShouldBe("2010/11, best first. Line: England 5.8%.");
            }
        );

    [Fact]
    public void The_confidence_interval_is_a_line_across_the_bar_of_the_area() =>
        Bars(
            Worse(),
            chart =>
            {
                var interval = chart.Space.Descendants<C.ErrorBars>().Single();
                OpenedChart.Points(interval.GetFirstChild<C.Minus>()!.NumberLiteral!).ShouldBe([null, null, 0.25m]);
                OpenedChart.Points(interval.GetFirstChild<C.Plus>()!.NumberLiteral!).ShouldBe([null, null, 0.25m]);
            }
        );

    [Fact]
    public void Without_England_the_bars_begin_at_zero() =>
        Bars(
            Worse() with
            {
                National = null,
            },
            chart =>
            {
                chart.BarsFrom.ShouldBe(0);
                chart.Titles[1].ShouldBe("2010/11, best first.");
            }
        );

    [Fact]
    public void A_unit_that_the_figures_do_not_show_stands_in_the_title_once_and_beside_the_axis()
    {
        var row = Worse() with { Unit = "per 10,000" };
        Bars(
            row,
            chart =>
                chart.Title.ShouldBe(
                    "Name of overall-absence: 6.4 per 10,000, worse than England (5.8) and both similar councils"
                )
        );
        Lines(row, chart => chart.Titles[1].ShouldBe("2009/10 to 2010/11, per 10,000. Low is good."));
    }

    [Theory]
    [InlineData("6.4", "5.8", Verdict.DoesNotMeet, "6.4%, worse than England (5.8%) and both similar councils")]
    [InlineData("6.1", "5.8", Verdict.DoesNotMeet, "6.1%, worse than England (5.8%) and 1 of 2 similar councils")]
    [InlineData(
        "5.8",
        "5.7",
        Verdict.DoesNotMeet,
        "5.8%, worse than England (5.7%), but no similar council does better"
    )]
    [InlineData("5.7", "5.8", Verdict.Exceeds, "5.7%, better than England (5.8%) and both similar councils")]
    [InlineData("6.3", "6.5", Verdict.Exceeds, "6.3%, better than England (6.5%), but no similar council does worse")]
    [InlineData("6.1", "6.1", Verdict.InLine, "6.1%, the same as England (6.1%), better than 1 of 2 similar councils")]
    [InlineData("6.1", "5.8", Verdict.NoComparison, "6.1%, above England (5.8%)")]
    public void The_title_of_bars_says_what_the_comparison_shows(
        string local,
        string england,
        Verdict verdict,
        string finding
    ) =>
        Bars(
            Worse() with
            {
                Local = Worse().Local! with { Value = Given.Number(local) },
                National = Worse().National! with { Value = Given.Number(england) },
                VersusNational = verdict,
            },
            chart => chart.Title.ShouldBe($"Name of overall-absence: {finding}")
        );

    [Theory]
    [InlineData(0.95, "rose to 6.4%, above England’s 5.8%")]
    [InlineData(-0.95, "fell to 6.4%, above England’s 5.8%")]
    [InlineData(0.0, "unchanged at 6.4%, above England’s 5.8%")]
    [InlineData(null, "6.4%, above England’s 5.8%")]
    public void The_title_of_lines_says_how_the_figure_has_moved(double? change, string finding) =>
        Lines(
            Worse() with
            {
                Change = (decimal?)change,
            },
            chart => chart.Title.ShouldBe($"Name of overall-absence: {finding}")
        );

    // LibreOffice breaks the title of a chart of the workbook after some 75 letters, and of the document after 85.
    [Fact]
    public void The_title_of_every_indicator_fits_on_two_lines()
    {
        foreach (var indicator in Reference.Default.Catalogue.Indicators)
        {
            var row = Worse() with
            {
                Name = indicator.Name,
                Unit = indicator.Unit.Text,
                Decimals = indicator.Decimals,
                Local = Worse().Local! with { Value = 86.4m },
            };
            var line = ReportLine.WithFigures(Sample.Of(row)).Single();
            foreach (var title in new[] { ChartTitle.Beside(line), ChartTitle.OverTime(line) })
                TextLines.Break(title, 75).Count().ShouldBeLessThanOrEqualTo(2, title);
        }
    }

    [Fact]
    public void Missing_figures_periods_left_out_and_breaks_are_gaps() =>
        Lines(
            Worse() with
            {
                History =
                [
                    new("2004/05", 5m, 6m, null, null),
                    new("2005/06", null, 6.1m, null, null),
                    new("2006/07", 5.2m, 6.2m, null, null),
                    new("2008/09", 5.3m, 6.3m, null, null),
                    new("2009/10", 5.4m, 6.4m, null, "Counted otherwise."),
                ],
            },
            chart =>
            {
                chart.Categories.ShouldBe(["2004/05", "2005/06", "2006/07", "…", "2008/09", "break", "2009/10"]);
                chart.Series["Nottinghamshire"].ShouldBe([5m, null, 5.2m, null, 5.3m, null, 5.4m]);
                chart.Series["England"].ShouldBe([6m, 6.1m, 6.2m, null, 6.3m, null, 6.4m]);
                chart.Series.ShouldNotContainKey("Similar councils");
                chart.Space.Descendants<C.DisplayBlanksAs>().Single().Val!.Value.ShouldBe(C.DisplayBlanksAsValues.Gap);
            }
        );

    [Fact]
    public void The_lines_say_what_they_show_and_only_the_last_figure_of_the_area_is_written() =>
        Lines(
            Worse(),
            chart =>
            {
                chart.Titles.ShouldBe([
                    "Name of overall-absence: rose to 6.4%, above England’s 5.8%",
                    "2009/10 to 2010/11. Low is good.",
                ]);
                chart.Space.Descendants<C.DataLabel>().Single().Index!.Val!.Value.ShouldBe(2u);
            }
        );

    [Fact]
    public void A_figure_written_below_the_lowest_point_is_not_on_the_periods() =>
        Lines(
            Worse() with
            {
                History = [new("2009/10", 10m, 18.8m, null, null), new("2010/11", 5.1m, 13.9m, null, null)],
            },
            chart => chart.Space.Descendants<C.MinAxisValue>().Single().Val!.Value.ShouldBe(0)
        );

    [Fact]
    public void A_chart_holds_its_figures_and_needs_no_other_file() =>
        Bars(
            Worse(),
            chart =>
            {
                chart.Space.Descendants<C.ExternalData>().ShouldBeEmpty();
                chart.Space.Descendants<C.Formula>().ShouldBeEmpty();
            }
        );

    private static SnapshotRow Worse()
    {
        var row = RichSample.Of().Rows[0];
        return row with
        {
            Neighbours = row.Neighbours! with
            {
                Figures =
                [
                    new("E10000016", "Kent", 6.2m, Sample.Source),
                    new("E10000007", "Derbyshire", 5.9m, Sample.Source),
                ],
            },
        };
    }

    private static void Bars(SnapshotRow row, Action<OpenedChart> look) => Charts(row, 0, look);

    private static void Lines(SnapshotRow row, Action<OpenedChart> look) => Charts(row, 1, look);

    private static void Charts(SnapshotRow row, int index, Action<OpenedChart> look)
    {
        using var book = new OpenedWorkbook(WorkbookReport.Write(Sample.Of(row)));
        book.Faults.ShouldBeEmpty();
        look(book.Charts[index].Chart);
    }
}
