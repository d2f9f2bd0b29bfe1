using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Excel;
using ChildrensTrust.Pipeline.Reports.Word;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Reports.Office;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports.Html;

public sealed class ChangesSectionTests
{
    private static string Changes(SnapshotRow before, SnapshotRow now) => Changes(Sample.Of(before), Sample.Of(now));

    private static string Changes(Snapshot before, Snapshot now)
    {
        before = before with { AsAt = new(2012, 3, 31), Compiled = new(2012, 6, 12) };
        return PageText.Of(now with { Since = SnapshotDifference.Between(before, now) }, "changes");
    }

    private static SnapshotRow Figure(
        decimal value,
        string period = "2010/11",
        Verdict verdict = Verdict.Exceeds,
        decimal england = 5.8m
    )
    {
        var row = Sample.Row(verdict, local: value, england: england);
        return row with
        {
            Local = row.Local! with { Period = period },
            National = row.National! with { Period = period },
        };
    }

    [Fact]
    public void The_first_comparison_says_that_there_is_no_earlier_one() =>
        PageText.Of(Sample.Of(Figure(5.7m)), "changes").ShouldContain("This is the first report");

    [Fact]
    public void A_verdict_that_turned_is_told_with_old_and_new_figures()
    {
        var text = Changes(Figure(5.7m), Figure(6.1m, "2011/12", Verdict.DoesNotMeet));

        text.ShouldContain(
            "Compared with the report as at 31 March 2012, compiled on 12 June 2012 (version 1): of one "
                + "figure, one is new."
        );
        text.ShouldContain("England ▲ exceeds 5.7% against 5.8% (2010/11) ▼ does not meet 6.1% against 5.8% (2011/12)");
    }

    [Fact]
    public void Figures_that_turned_a_verdict_never_look_alike() =>
        Changes(Figure(5.79m), Figure(5.82m, "2011/12", Verdict.DoesNotMeet))
            .ShouldContain("5.79% against 5.80% (2010/11)");

    [Fact]
    public void A_new_figure_that_is_the_same_as_before_is_new_and_no_change()
    {
        var text = Changes(Figure(5.7m), Figure(5.7m, "2011/12") with { Change = 0, Direction = Direction.NoChange });

        text.ShouldContain("New figures");
        text.ShouldContain("5.7% 2010/11 5.7% 2011/12 0.0 percentage points, similar");
        text.ShouldNotContain("No new figure");
    }

    [Fact]
    public void No_new_figure_is_not_called_no_change()
    {
        var text = Changes(Figure(5.7m), Figure(5.7m));

        text.ShouldContain("No new figure: 1 No newer figure has been received for these");
        text.ShouldContain("Name of overall-absence still 5.7% for 2010/11");
        text.ShouldContain("No result has changed since 31 March 2012.");
        text.ShouldNotContain("no change");
    }

    [Fact]
    public void A_revision_of_Englands_figure_is_told_beside_one_of_the_areas()
    {
        var text = Changes(Figure(5.7m), Figure(5.6m, england: 5.9m));

        text.ShouldContain("Nottinghamshire 2010/11 5.7% 5.6%");
        text.ShouldContain("England 2010/11 5.8% 5.9%");
    }

    [Fact]
    public void What_is_gone_new_or_still_missing_is_told_by_name()
    {
        var missing = Sample.Row(Verdict.NoComparison, "missing", local: null);
        var text = Changes(Sample.Of(Figure(5.7m), missing), Sample.Of(missing, Sample.Row(Verdict.Exceeds, "fresh")));

        text.ShouldContain("Indicators that are new in the report: 1 Name of fresh");
        text.ShouldContain(
            "Indicators that are no longer reported: 1 Name of overall-absence the last report had a figure for 2010/11"
        );
        text.ShouldContain("Still no figure: 1 Name of missing");
    }

    [Theory]
    [InlineData("2012-09-30", false)]
    [InlineData("2013-03-31", false)]
    [InlineData("2013-04-30", true)]
    public void The_day_of_the_last_report_is_named_with_a_warning_where_it_is_more_than_a_year_before(
        string asAt,
        bool isWarned
    )
    {
        var now = Sample.Of(Figure(5.7m)) with { AsAt = Given.Day(asAt) };
        var before = now with { AsAt = new(2012, 3, 31), Compiled = new(2012, 6, 12) };
        now = now with { Since = SnapshotDifference.Between(before, now) };
        var text = PageText.Of(now, "changes");

        text.ShouldStartWith("What has changed since 31 March 2012");
        text.ShouldNotContain("last time");
        text.Contains("more than a year before this one", StringComparison.Ordinal).ShouldBe(isWarned);
        using var book = new OpenedWorkbook(WorkbookReport.Write(now));
        book.Rows("Changes since last report")
            .Exists(r => r[0].Contains("more than a year before this one", StringComparison.Ordinal))
            .ShouldBe(isWarned);
        using var document = new OpenedDocument(DocumentReport.Write(now));
        document
            .Paragraphs.Any(p => p.Text.Contains("more than a year before this one", StringComparison.Ordinal))
            .ShouldBe(isWarned);
    }
}
