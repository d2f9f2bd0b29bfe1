using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports;

public sealed class HtmlReportTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public void A_script_in_an_actions_text_is_shown_and_not_run()
    {
        var page = HtmlReport
            .Write(Sample.Of(Sample.Row(Verdict.Exceeds)) with { Actions = Sample.Actions(1, 0, 0, Script) })
            .ToString();

        page.ShouldNotContain(Script);
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Fact]
    public void No_text_of_a_snapshot_can_bring_markup_into_the_page()
    {
        var row = Sample.Row(Verdict.Exceeds, Script) with
        {
            About = Script,
            Notes = [Script],
            Priority = Script,
            Neighbours = new(AverageMethod.Mean, 5, Script, 1, 1, [], [new(Script, Script, 5, Sample.Source)]),
        };
        var snapshot = Sample.Of(row) with
        {
            Title = Script,
            Area = new(Script, Script),
            Inputs = [new(Script, Script, Script, new(2012, 3, 28), Script, Script, Script, Script)],
            Findings = [new(Script, Script, Script, Script, 1)],
        };

        HtmlReport.Write(snapshot).ToString().ShouldNotContain(Script);
    }

    [Fact]
    public void The_page_loads_nothing_from_elsewhere()
    {
        var page = HtmlReport.Write(Sample.Of(Sample.Row(Verdict.Exceeds))).ToString();

        page.ShouldNotContain("src=");
        page.ShouldNotContain("<link");
        page.ShouldNotContain("http");
    }

    [Fact]
    public void The_page_says_its_language_its_dates_and_its_area()
    {
        var page = HtmlReport.Write(Sample.Of(Sample.Row(Verdict.Exceeds))).ToString();

        page.ShouldContain("<html lang=\"en-GB\">");
        page.ShouldContain("As at 30 September 2012.");
        page.ShouldContain("Compiled on 12 December 2012, version 1.");
        page.ShouldContain("<h1>How children in Nottinghamshire are doing");
    }

    [Fact]
    public void The_page_carries_the_narrative()
    {
        var snapshot = Sample.Of(Sample.Row(Verdict.Exceeds));
        var page = HtmlReport.Write(snapshot).ToString();

        foreach (var paragraph in Narrative.National(snapshot))
            page.ShouldContain($"<p>{paragraph.Lead}</p>");
    }

    [Theory]
    [InlineData(Verdict.Exceeds, "exceeds")]
    [InlineData(Verdict.DoesNotMeet, "does not meet")]
    [InlineData(Verdict.NoComparison, "no comparison")]
    public void A_verdict_is_said_in_words_beside_its_mark(Verdict verdict, string words) =>
        HtmlReport.Write(Sample.Of(Sample.Row(verdict))).ToString().ShouldContain($"</span>{words}");

    [Fact]
    public void A_missing_figure_is_said_and_is_not_zero()
    {
        var page = HtmlReport
            .Write(
                Sample.Of(
                    Sample.Row(Verdict.NoComparison, local: null) with
                    {
                        Notes = ["No comparison: the figure is suppressed."],
                    }
                )
            )
            .ToString();

        page.ShouldContain("no figure");
        page.ShouldContain("<li>No comparison: the figure is suppressed.</li>");
    }

    [Fact]
    public void What_a_chart_shows_is_said_in_words()
    {
        var row = Sample.Row(Verdict.Exceeds) with
        {
            Neighbours = new(
                AverageMethod.Mean,
                5.55m,
                "2010/11",
                2,
                2,
                [],
                [new("E10000007", "Derbyshire", 5.2m, Sample.Source), new("E10000016", "Kent", 5.9m, Sample.Source)]
            ),
        };

        HtmlReport
            .Write(Sample.Of(row))
            .ToString()
            .ShouldContain(
                "2010/11: Nottinghamshire 5.7%; England 5.8%; similar councils’ average 5.6%, from 5.2% to 5.9%. "
                    + "Nottinghamshire is better than 1 of 2 similar councils, worse than 1. Those that do better: "
                    + "Derbyshire.</figcaption>"
            );
    }

    [Fact]
    public void A_drawing_is_written_with_decimal_points_in_any_culture()
    {
        var row = Sample.Row(Verdict.Exceeds, local: 5.1m, england: 5.8m) with
        {
            Neighbours = new(
                AverageMethod.Mean,
                5.45m,
                "2010/11",
                1,
                1,
                [],
                [new("E10000007", "Derbyshire", 5.45m, Sample.Source)]
            ),
        };

        HtmlReport.Write(Sample.Of(row)).ToString().ShouldContain("class=\"bar\" x=\"224.1\"");
    }

    [Fact]
    public void A_notice_on_a_file_is_said_before_the_summary()
    {
        var snapshot = Sample.Of(Sample.Row(Verdict.Exceeds));
        var page = HtmlReport
            .Write(
                snapshot with
                {
                    Inputs = [snapshot.Inputs[0] with { Notice = "The figures are illustrative." }, snapshot.Inputs[0]],
                }
            )
            .ToString();

        page.ShouldContain("Note on absence.csv: The figures are illustrative.");
    }

    [Theory]
    [InlineData(Polarity.High, "High is good")]
    [InlineData(Polarity.Low, "Low is good")]
    [InlineData(Polarity.Neutral, "Neither high nor low is good")]
    public void Which_way_is_good_is_said(Polarity polarity, string words) =>
        HtmlReport
            .Write(Sample.Of(Sample.Row(Verdict.Exceeds) with { Polarity = polarity }))
            .ToString()
            .ShouldContain(words);
}
