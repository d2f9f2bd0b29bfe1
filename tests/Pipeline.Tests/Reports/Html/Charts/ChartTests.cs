using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports.Html.Charts;

/// <summary>The charts, as they are in the page. The figures are illustrative.</summary>
public sealed partial class ChartTests
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

    // The small drawings of all trends stand before the details.
    private static int Lines(string page, string kind) =>
        Count(
            page[page.IndexOf("<section aria-labelledby=\"details\"", StringComparison.Ordinal)..],
            $"<path class=\"line {kind}\""
        );

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

    [Theory]
    [InlineData(17.4, 9.2)]
    [InlineData(1234.5, 230.5)]
    [InlineData(101.25, 101.2)]
    public void The_figures_on_the_axis_of_bars_are_at_even_distances(double local, double england)
    {
        var page = Page(Sample.Row(Verdict.Exceeds, local: (decimal)local, england: (decimal)england));
        var bars = page[page.IndexOf("-bars\"", StringComparison.Ordinal)..];
        var marks = AxisText()
            .Matches(bars[..bars.IndexOf("</svg>", StringComparison.Ordinal)])
            .GroupBy(m => m.Groups["y"].Value)
            .First()
            .Select(m => double.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture))
            .ToList();

        marks.Count.ShouldBeGreaterThan(1);
        marks
            .Zip(marks.Skip(1), (one, next) => next - one)
            .ShouldAllBe(gap => Math.Abs(gap - (marks[1] - marks[0])) < 1);
    }

    [GeneratedRegex(
        "<text x=\"(?<x>[0-9.]+)\" y=\"(?<y>[0-9.]+)\" text-anchor=\"middle\"",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex AxisText();

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
        // From 54 to 276 in four years: 54, 109.5, then 220.5 and 276.
        page.ShouldContain("<path class=\"line of-local\" d=\"M54 ");
        page.ShouldContain("<path class=\"line of-local\" d=\"M178.5 ");
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
    public void Breaks_are_numbered_in_the_chart_and_their_reasons_stand_below_in_that_order()
    {
        var drawing = TrendChart.Draw(
            ReportLine.All(
                Sample.Of(
                    With(
                        Point("2009/10", 6),
                        Point("2010/11", 6, @break: "Pupils of two terms."),
                        Point("2011/12", 5, @break: "All terms.")
                    )
                )
            )[0]
        )!;

        drawing.Breaks.ShouldBe(["2010/11: Pupils of two terms.", "2011/12: All terms."]);
        drawing
            .Svg.IndexOf(">1<", StringComparison.Ordinal)
            .ShouldBeInRange(0, drawing.Svg.IndexOf(">2<", StringComparison.Ordinal));
        drawing.Html().ShouldContain("<li>2010/11: Pupils of two terms.</li><li>2011/12: All terms.</li>");
    }

    [Theory]
    [InlineData("Hammersmith and Fulham")]
    [InlineData("Bournemouth, Christchurch and Poole")]
    [InlineData("Llanfairpwllgwyngyllgogerychwyrndrobwll")]
    public void No_name_is_cut_however_long(string name)
    {
        var lines = TextRoom.Lines(name, 100, isBold: true);

        string.Concat(lines).Replace(" ", "").ShouldBe(name.Replace(" ", ""));
        lines.ShouldAllBe(l => TextRoom.Of(l, true) <= 100);
    }

    [Fact]
    public void Bars_differ_enough_from_the_page_in_every_colour_scheme()
    {
        var schemes = Scheme().Matches(Page(Sample.Row(Verdict.Exceeds)));

        schemes.Count.ShouldBe(3);
        schemes.ShouldAllBe(s => Contrast(s.Groups["bar"].Value, s.Groups["page"].Value) >= 3);
    }

    // The ratio of WCAG 2.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Light(one), Light(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

        static double Light(string colour)
        {
            var whole = colour.Length == 3 ? string.Concat(colour.Select(c => $"{c}{c}")) : colour;
            var parts = Convert
                .FromHexString(whole)
                .Select(p => p / 255d)
                .Select(p => p <= 0.04045 ? p / 12.92 : Math.Pow((p + 0.055) / 1.055, 2.4));
            return parts.Zip([0.2126, 0.7152, 0.0722], (p, weight) => p * weight).Sum();
        }
    }

    [GeneratedRegex("--bar: #(?<bar>[0-9a-f]+);[^}]*--page: #(?<page>[0-9a-f]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();

    [Fact]
    public void Quarters_stand_in_their_order()
    {
        var page = Page(With(Point("2011/12 Q3", 6), Point("2011/12 Q4", 6), Point("2012/13 Q1", 5)));

        Lines(page, "of-local").ShouldBe(1);
        page.ShouldContain("L137 ");
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

        Page(row).ShouldContain("<line class=\"england\" x1=\"215\"");
    }

    [Fact]
    public void Without_a_figure_there_is_no_chart()
    {
        var page = Page(Sample.Row(Verdict.NoComparison, local: null));

        page.ShouldNotContain("<figure");
        page.ShouldContain("no figure");
    }

    [Theory]
    [InlineData(Polarity.Low, 3, "dot good", 204)]
    [InlineData(Polarity.Low, 9.5, "dot bad", 22)]
    [InlineData(Polarity.High, 9.5, "dot good", 218)]
    [InlineData(Polarity.Neutral, 9.5, "dot even", 218)]
    public void The_best_stands_at_the_right_of_a_spine(Polarity polarity, double local, string kind, double at)
    {
        var row = Sample.Row(Verdict.Exceeds, local: (decimal)local) with
        {
            Polarity = polarity,
            Quartile = kind.EndsWith("good", StringComparison.Ordinal) ? "A" : "D",
            Rank = new(3, 150),
            Spread = new(150, 2, 4, 6, 8, 10, 40),
        };

        Page(row)
            .ShouldContain(string.Create(CultureInfo.InvariantCulture, $"<circle class=\"{kind}\" cx=\"{at:0.#}\""));
    }

    [Fact]
    public void The_bars_stand_in_order_by_name_from_Englands_line()
    {
        var row = Sample.Row(Verdict.DoesNotMeet, local: 27.9m, england: 24.5m) with
        {
            Polarity = Polarity.Low,
            Neighbours = new(
                AverageMethod.Mean,
                25m,
                "2010/11",
                2,
                2,
                [],
                [new("K", "Kent", 31m, Sample.Source), new("D", "Derbyshire", 20m, Sample.Source)]
            ),
        };
        var bars = Page(row)[Page(row).IndexOf("-bars", StringComparison.Ordinal)..];

        string[] names = [">Derbyshire<", ">Nottinghamshire<", ">Kent<"];
        names
            .Select(n => bars.IndexOf(n, StringComparison.Ordinal))
            .ShouldSatisfyAllConditions(at => at.ShouldAllBe(i => i > 0), at => at.ShouldBeInOrder());
        bars.ShouldContain(">England 24.5%</text>");
        Count(Page(row), "class=\"bar own\"").ShouldBe(1);
    }

    [Theory]
    [InlineData(71.2617, 71.2613, 71.5)]
    [InlineData(1258.26, 1258.24, 4000)]
    [InlineData(0.8, 9, 3)]
    public void No_text_of_the_bars_leaves_the_drawing_however_many_digits_it_has(
        double local,
        double kent,
        double england
    )
    {
        var row = Sample.Row(Verdict.DoesNotMeet, local: (decimal)local, england: (decimal)england) with
        {
            Neighbours = new(
                AverageMethod.Mean,
                (decimal)kent,
                "2010/11",
                1,
                1,
                [],
                [new("K", "Bournemouth, Christchurch and Poole", (decimal)kent, Sample.Source)]
            ),
        };
        var page = Page(row);
        var bars = page[page.IndexOf("-bars", StringComparison.Ordinal)..];

        var outside = BarText()
            .Matches(bars[..bars.IndexOf("</svg>", StringComparison.Ordinal)])
            .Where(m => !IsInside(double.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture), m));

        outside.Select(m => m.Value).ShouldBeEmpty();

        static bool IsInside(double x, Match text)
        {
            var room = TextRoom.Of(text.Groups["text"].Value, text.Groups["kind"].Value == "own");
            var (before, after) = text.Groups["anchor"].Value switch
            {
                "middle" => (room / 2, room / 2),
                "end" => (room, 0d),
                _ => (0d, room),
            };
            return x - before > -0.1 && x + after < SvgDrawing.Width + 0.1;
        }
    }

    [GeneratedRegex(
        "<text x=\"(?<x>[0-9.]+)\" y=\"[0-9.]+\" text-anchor=\"(?<anchor>[a-z]+)\"(?: "
            + "class=\"(?<kind>[a-z]+)\")?>(?<text>[^<]*)<",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex BarText();

    [Fact]
    public void Names_at_the_ends_of_lines_do_not_overlap()
    {
        var page = Page(With(Point("2009/10", 6, 6.1m), Point("2010/11", 5, 5.01m)));

        var heights = EndLabel()
            .Matches(page)
            .Select(m => double.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture));
        heights
            .Order()
            .ToArray()
            .ShouldSatisfyAllConditions(
                h => h.Length.ShouldBe(4),
                h => h.Zip(h.Skip(1), (a, b) => b - a).Min().ShouldBeGreaterThanOrEqualTo(14)
            );
    }

    [GeneratedRegex("<text x=\"236\" y=\"(?<y>[0-9.]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndLabel();

    [Theory]
    [InlineData("2024/25", "2024/25")]
    [InlineData("Year to 31 March 2025", "2025")]
    [InlineData("2012/13 Q2", "2012/13 Q2")]
    [InlineData("Oct 2023 to Sep 2024", "2024")]
    [InlineData("spring", "spring")]
    public void A_tick_says_the_year(string period, string tick) => ChartText.Tick(period).ShouldBe(tick);

    [Theory]
    [InlineData(5.7, 6.1, 5.8, "Fell from 6.1% to 5.7%, below England’s 5.8%.")]
    [InlineData(5.9, 5.7, 5.8, "Rose from 5.7% to 5.9%, above England’s 5.8%.")]
    [InlineData(5.8, 5.8, 5.8, "Unchanged at 5.8%, the same as England’s 5.8%.")]
    public void The_finding_says_where_the_figure_went(double now, double was, double england, string words)
    {
        var row = Sample.Row(Verdict.Exceeds, local: (decimal)now, england: (decimal)england) with
        {
            Previous = new((decimal)was, "2009/10", Sample.Source),
            Change = (decimal)now - (decimal)was,
        };

        ChartText.Finding(ReportLine.All(Sample.Of(row))[0]).ShouldBe(words);
    }
}
