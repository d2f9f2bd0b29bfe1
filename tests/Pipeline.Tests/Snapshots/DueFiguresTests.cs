using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class DueFiguresTests
{
    [Theory]
    [InlineData("2012-03-28", false)]
    [InlineData("2012-03-29", true)]
    public void A_figure_is_overdue_from_the_day_after_it_was_expected(string compiled, bool overdue) =>
        // Absence in 2010/11, which ended on 31 August 2011, is expected 210 days later.
        Due(Given.Day(compiled), "overall-absence", Known.Academic(2010))
            .ShouldBe(new("overall-absence", "Overall absence", "2009/10", "2010/11", new(2012, 3, 28), overdue));

    [Theory]
    [InlineData("2014-03-28", true, false)]
    [InlineData("2014-03-29", false, true)]
    public void A_figure_that_no_area_has_had_for_two_years_is_no_longer_waited_for(
        string compiled,
        bool overdue,
        bool ended
    )
    {
        var due = Due(Given.Day(compiled), "overall-absence", Known.Academic(2010));

        (due!.IsOverdue, due.IsEnded, due.Until).ShouldBe((overdue, ended, null));
    }

    [Fact]
    public void A_figure_that_another_area_has_is_overdue_however_long_ago_it_was_expected()
    {
        var due = Make(
            new(2016, 6, 30),
            "overall-absence",
            (Known.Nottinghamshire, Known.Academic(2010)),
            ("E10000007", Known.Academic(2015))
        );

        (due!.Latest, due.IsOverdue, due.IsEnded).ShouldBe(("2009/10", true, false));
    }

    [Fact]
    public void What_the_catalogue_marks_as_ended_is_not_overdue_and_names_its_last_figure()
    {
        var ended = Reference.Default.Catalogue.Find("overall-absence")! with { Until = new(2010, 8, 31) };
        var known = Evidence("overall-absence", (Known.Nottinghamshire, Known.Academic(2010))).Series.Values.Single();

        var due = DueFigures.Find(ended, known, Known.Nottinghamshire, new(2012, 12, 12), []);

        (due!.IsOverdue, due.IsEnded, due.Latest, due.LastPublished, due.Until).ShouldBe(
            (false, true, "2009/10", new DateOnly(2012, 1, 1), ended.Until)
        );
    }

    [Fact]
    public void The_file_that_brings_most_overdue_figures_comes_first_and_what_has_ended_is_apart()
    {
        SnapshotDue One(string id, int month, string? file, bool overdue = true, bool ended = false) =>
            new(id, id, "2010/11", "2011/12", new(2012, month, 1), overdue)
            {
                IsEnded = ended,
                BroughtBy = file is null ? [] : [new(file, "Department for Education", file, file, "national")],
            };
        SnapshotDue[] due =
        [
            One("no file", 1, null),
            One("alone", 2, "a"),
            One("ended", 1, "b", overdue: false, ended: true),
            One("later of two", 5, "b"),
            One("to come", 9, "b", overdue: false),
            One("first of two", 4, "b"),
        ];

        DueFigures.Overdue(due).Select(d => d.Name).ShouldBe(["first of two", "later of two", "alone", "no file"]);
        DueFigures.Next(due).Select(d => d.Name).ShouldBe(["to come"]);
        DueFigures.Ended(due).Select(d => d.Name).ShouldBe(["ended"]);
    }

    [Fact]
    public void A_day_that_had_passed_on_the_compile_date_is_overdue_whatever_the_as_at_date() =>
        Due(new(2014, 12, 12), "overall-absence", Known.Academic(2012))
            .ShouldBe(new("overall-absence", "Overall absence", "2011/12", "2012/13", new(2014, 3, 29), true));

    [Fact]
    public void A_figure_that_was_published_is_not_due_although_its_period_ended_after_the_as_at_date() =>
        Make(
                new(2014, 12, 12),
                "overall-absence",
                (Known.Nottinghamshire, Known.Academic(2012)),
                (Known.England, Known.Academic(2014))
            )
            .ShouldBe(new("overall-absence", "Overall absence", "2013/14", "2014/15", new(2016, 3, 28), false));

    [Fact]
    public void The_report_and_the_page_say_the_same_of_one_day()
    {
        var day = new DateOnly(2014, 12, 12);
        var evidence = Evidence("overall-absence", (Known.Nottinghamshire, Known.Academic(2012)));

        var report = new SnapshotDraft(Reference.Default, evidence, new(new DateOnly(2012, 9, 30)), day)
            .Make(Known.Area(Known.Nottinghamshire))
            .Due.ShouldHaveSingleItem();
        var page = DueFigure.List(Reference.Default, evidence, day).ShouldHaveSingleItem();

        (page.Next, page.Expected, page.IsOverdue).ShouldBe((report.Next, report.Expected, report.IsOverdue));
    }

    [Theory]
    [InlineData("ees:", "Pupil absence in schools in England", "1_absence_3term_nat_reg_la")]
    [InlineData(
        "lait:",
        "Local Authority Interactive Tool",
        "the long table of all measures, or the export of this measure"
    )]
    [InlineData(
        "a series that the catalogue has no longer",
        "Pupil absence in schools in England",
        "1_absence_3term_nat_reg_la"
    )]
    public void The_publication_that_brought_the_latest_figure_brings_the_next(string series, string title, string file)
    {
        var indicator = Reference.Default.Catalogue.Find("overall-absence")!;
        var name =
            indicator.Sources.Select(s => s.Name).FirstOrDefault(n => n.StartsWith(series, StringComparison.Ordinal))
            ?? series;

        var due = new SnapshotDraft(
            Reference.Default,
            Evidence("overall-absence", name, (Known.Nottinghamshire, Known.Academic(2010))),
            new(new DateOnly(2012, 9, 30)),
            new(2012, 12, 12)
        )
            .Make(Known.Area(Known.Nottinghamshire))
            .Due.ShouldHaveSingleItem()
            .BroughtBy.ShouldHaveSingleItem();

        (due.Title, due.File, due.Publisher).ShouldBe((title, file, "Department for Education"));
        due.Folder.ShouldBe(Reference.Default.Catalogue.Publications.First(p => p.Title == title).Folder);
    }

    [Fact]
    public void After_a_quarter_comes_the_next() =>
        Due(new(2012, 12, 12), "breastfeeding-6-to-8-weeks", Known.Quarter("2012/13 Q1"))!.Next.ShouldBe("2012/13 Q2");

    [Fact]
    public void A_later_figure_of_England_alone_counts() =>
        Make(
            new(2012, 12, 12),
            "overall-absence",
            (Known.Nottinghamshire, Known.Academic(2010)),
            (Known.England, Known.Academic(2011))
        )!
            .Latest.ShouldBe("2010/11");

    [Fact]
    public void An_indicator_without_any_figure_has_none_due() =>
        Make(new(2012, 12, 12), "overall-absence").ShouldBeNull();

    [Fact]
    public void The_period_after_a_leap_february_ends_with_its_month() =>
        new Period(PeriodKind.Month, new(2024, 1, 1), new(2024, 1, 31)).Next.ShouldBe(
            new(PeriodKind.Month, new(2024, 2, 1), new(2024, 2, 29))
        );

    [Fact]
    public void The_year_after_a_day_is_that_day() =>
        new Period(PeriodKind.Day, new(2024, 3, 31), new(2024, 3, 31)).Next.ShouldBe(
            new(PeriodKind.Day, new(2025, 3, 31), new(2025, 3, 31))
        );

    private static SnapshotDue? Due(DateOnly compiled, string indicator, Period period) =>
        Make(compiled, indicator, (Known.Nottinghamshire, period));

    private static SnapshotDue? Make(
        DateOnly compiled,
        string indicator,
        params (string Area, Period Period)[] figures
    ) =>
        new SnapshotDraft(Reference.Default, Evidence(indicator, figures), new(new DateOnly(2012, 9, 30)), compiled)
            .Make(Known.Area(Known.Nottinghamshire))
            .Due.Select(d => d with { BroughtBy = [], LastPublished = null })
            .SingleOrDefault();

    private static KnownData Evidence(string indicator, params (string Area, Period Period)[] figures) =>
        Evidence(indicator, "a series", figures);

    private static KnownData Evidence(string indicator, string series, params (string Area, Period Period)[] figures)
    {
        var known = new SeriesAsOf(
            series,
            0,
            [
                Known.Released(
                    Known.Release("2012-01-01", "a"),
                    [.. figures.Select(f => (f.Area, Known.Figure(f.Period, 5)))]
                ),
            ],
            new(2012, 9, 30)
        );
        return new(
            new Dictionary<string, IReadOnlyList<SeriesAsOf>> { [indicator] = [known] },
            NeighbourSets.None,
            [],
            [],
            null
        );
    }
}
