using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Site;

public sealed class PageModelTests
{
    private static readonly SnapshotHeader March = PageSamples.Header with
    {
        AsAt = new(2012, 3, 31),
        Folder = "E10000024/2012-03-31/v1/",
    };

    [Fact]
    public void The_home_page_lists_snapshots_by_date_the_newest_first_and_of_each_the_newest_version()
    {
        var second = PageSamples.Header with { Version = 2, Folder = "E10000024/2012-09-30/v2/", Scheduled = false };
        var home = HomeModel.Create(Reference.Default, [March, PageSamples.Header, second], [], 0);

        home.Snapshots.Select(s => (s.AsAt, s.Version, s.Page, s.Report, s.Scheduled))
            .ShouldBe([
                (
                    new(2012, 9, 30),
                    2,
                    "snapshots/E10000024/2012-09-30/index.html",
                    "snapshots/E10000024/2012-09-30/v2/report.html",
                    true
                ),
                (
                    new(2012, 3, 31),
                    1,
                    "snapshots/E10000024/2012-03-31/index.html",
                    "snapshots/E10000024/2012-03-31/v1/report.html",
                    true
                ),
            ]);
    }

    [Fact]
    public void Every_indicator_that_has_a_page_is_on_the_list_also_where_the_profile_does_not_report_it()
    {
        var list = IndicatorsModel.Create(Reference.Default, null);

        list.Priorities.SelectMany(p => p.Others)
            .Select(l => l.Path)
            .ShouldBe(
                Reference.Default.Catalogue.Indicators.Select(i => PageLink.Indicator(i.Id, i.Name).Path),
                ignoreOrder: true
            );
    }

    [Fact]
    public void The_snapshots_of_a_cadence_stand_on_lines_of_their_own()
    {
        var committee = PageSamples.Header with
        {
            Cadence = "committee",
            Folder = "E10000024/committee/2012-09-30/v1/",
        };

        SnapshotLine
            .List([PageSamples.Header, committee], Reference.Default.Catalogue)
            .Select(s => (s.Audience, s.Page))
            .ShouldBe([
                ("Children and Young People's Committee", "snapshots/E10000024/committee/2012-09-30/index.html"),
                ("Children's Trust", "snapshots/E10000024/2012-09-30/index.html"),
            ]);
    }

    [Fact]
    public void The_page_of_a_snapshot_says_why_each_version_was_made_the_newest_first()
    {
        var second = PageSamples.Header with { Version = 2, Folder = "E10000024/2012-09-30/v2/" };
        var model = SnapshotModel.Create(
            Reference.Default,
            [
                (
                    PageSamples.Header,
                    PageSamples.Snapshot() with
                    {
                        Edition = new(
                            null,
                            "Made automatically, because the report was due.",
                            true,
                            [],
                            [],
                            false,
                            false
                        ),
                    },
                    ["report.html"]
                ),
                (
                    second,
                    PageSamples.Snapshot() with
                    {
                        Version = 2,
                        Edition = new(
                            1,
                            "Made on request. What is different from version 1: it uses 1 file that version 1 "
                                + "did not use.",
                            false,
                            ["b"],
                            [],
                            false,
                            false
                        ),
                    },
                    ["report.html"]
                ),
            ],
            new HashSet<string>()
        );

        model
            .Versions.Select(v => (v.Version, v.Reason, v.Files[0].Path))
            .ShouldBe([
                (
                    2,
                    "Made on request. What is different from version 1: it uses 1 file that version 1 did not use.",
                    "snapshots/E10000024/2012-09-30/v2/report.html"
                ),
                (1, "Made automatically, because the report was due.", "snapshots/E10000024/2012-09-30/v1/report.html"),
            ]);
    }

    [Theory]
    [InlineData(false, "2012-12-12", 2, "the newest")]
    [InlineData(true, "2012-12-12", 1, "the newest with the usual similar councils and average")]
    [InlineData(false, "2012-12-01", 1, "the latest compiled")]
    public void The_page_of_a_snapshot_names_the_version_whose_figures_it_shows(
        bool whatIf,
        string compiled,
        int version,
        string which
    )
    {
        var second = PageSamples.Header with
        {
            Version = 2,
            WhatIf = whatIf,
            Compiled = Given.Day(compiled),
            Folder = "E10000024/2012-09-30/v2/",
        };
        var model = SnapshotModel.Create(
            Reference.Default,
            [
                (PageSamples.Header, PageSamples.Snapshot("of 1"), []),
                (second, PageSamples.Snapshot("of 2") with { Version = 2 }, []),
            ],
            new HashSet<string>()
        );

        (model.Version, model.Which, model.Area.Name).ShouldBe((version, which, $"of {version}"));
        PageWriter
            .Write(model, "a/b.html", "../", asJson: false)
            .Body.ToString()
            .ShouldContain($"those of version {version}, {which}.");
    }

    [Fact]
    public void A_figure_is_shown_as_in_the_report_and_kept_as_published()
    {
        var place = AreaView
            .AllOf(Sample.Row(Verdict.Exceeds, local: 5.76m, england: 5.81m), new("E10000024", "Nottinghamshire"))
            .ShouldHaveSingleItem();

        (place.Local!.Value, place.Local.Text, place.National!.Text).ShouldBe((5.76m, "5.76%", "5.81%"));
        Sample
            .Row(Verdict.Exceeds, local: 5.6m)
            .ShouldSatisfyAllConditions(row =>
                AreaView.AllOf(row, new("E10000024", "Nottinghamshire"))[0].Local!.Text.ShouldBe("5.6%")
            );
    }

    [Theory]
    [InlineData(Verdict.Exceeds, "better", "exceeds", "good")]
    [InlineData(Verdict.InLine, "similar", "in line", "even")]
    [InlineData(Verdict.DoesNotMeet, "worse", "does not meet", "bad")]
    public void A_table_has_the_words_of_the_first_page_and_its_twin_those_of_the_committee_too(
        Verdict verdict,
        string words,
        string committee,
        string tone
    )
    {
        var view = VerdictView.From(verdict);

        (view.Words, view.Verdict, view.Tone).ShouldBe((words, committee, tone));
        view.Words.ShouldBe(Scorewords.Of(verdict));
    }

    [Fact]
    public void Every_page_with_results_ties_its_words_to_those_of_the_committee()
    {
        foreach (var page in PageSamples.All().Where(p => p is IndicatorsModel { HasPlaces: true } or SnapshotModel))
        {
            var html = PageWriter.Write(page, "a/b.html", "../", asJson: false).Body.ToString();

            html.ShouldContain(Scorewords.Legend("the committee’s summary"));
            html.ShouldNotContain("</span>exceeds");
        }
    }

    [Fact]
    public void A_unit_in_words_is_beside_the_name_and_not_in_each_cell()
    {
        var row = Sample.Row(Verdict.DoesNotMeet, local: 33.6m, england: 31.7m) with { Unit = "per 10,000" };

        var place = AreaView.AllOf(row, new("E10000024", "Nottinghamshire"))[0];

        (place.Local!.Text, place.National!.Text, place.Unit).ShouldBe(("33.6", "31.7", "per 10,000"));
    }

    [Fact]
    public void The_home_page_tells_what_the_newest_snapshot_says_in_the_words_of_its_scorecard()
    {
        var snapshot = RichSample.Of();
        var card = Scorecard.Of(snapshot);
        var story = SnapshotStory.Of(PageSamples.Header, snapshot);

        (story.Headline, story.ComparedWith).ShouldBe((card.Headline, card.ComparedWith));
        story.Counts.ShouldBe(card.Counts);
        story.NeedsAttention.Select(l => l.Words).ShouldBe(card.NeedsAttention.Select(l => l.Words));
        story.Notices.ShouldHaveSingleItem().ShouldContain("Illustrative figures.");
        story.Since.ShouldStartWith("Since the report as at 31 March 2012, ");
        story
            .Turned[0]
            .ShouldBe(
                new(PageLink.Indicator("overall-absence", "Name of overall-absence"), "was better, is now worse.")
            );
    }

    [Theory]
    [InlineData("trust", "committee", 2)]
    [InlineData("committee", "trust", 1)]
    [InlineData("committee", "committee", 1)]
    public async Task The_home_page_tells_of_the_Trusts_own_snapshot_where_there_is_one(
        string cadence,
        string newest,
        int version
    )
    {
        SnapshotHeader[] headers =
        [
            PageSamples.Header with
            {
                Cadence = newest,
                AsAt = new(2013, 3, 31),
            },
            PageSamples.Header with
            {
                Cadence = cadence,
                Version = 2,
            },
            PageSamples.Header with
            {
                Area = "E10000007",
                Cadence = Cadence.Trust,
                AsAt = new(2014, 3, 31),
            },
        ];
        var read = 0;
        await SnapshotStory.FindAsync(
            headers,
            "E10000024",
            header =>
            {
                read = header.Version;
                return Task.FromResult(RichSample.Of());
            }
        );

        read.ShouldBe(version);
    }

    [Fact]
    public void An_indicator_carries_the_notices_of_the_files_that_its_own_figures_are_from()
    {
        var snapshot = Sample.Of(Sample.Row(Verdict.Exceeds)) with
        {
            Inputs =
            [
                Sample.Of().Inputs[0] with
                {
                    Release = Sample.Source.Release,
                    Notice = "Illustrative.",
                },
                Sample.Of().Inputs[0] with
                {
                    Release = "another",
                    Notice = "Of something else.",
                },
            ],
        };

        IndicatorModel
            .Create(
                Reference.Default,
                Reference.Default.Catalogue.Find(snapshot.Rows[0].Indicator)!,
                (PageSamples.Header, snapshot),
                [],
                []
            )
            .Notices.ShouldBe(["Note on absence.csv: Illustrative."]);
    }

    [Fact]
    public void A_file_that_brings_a_figure_is_named_with_its_publication_its_page_and_the_folder()
    {
        var html = PageWriter
            .Write(PageSamples.All("Pupil absence")[^2], "a/b.html", "../", asJson: false)
            .Body.ToString();

        html.ShouldContain("Pupil absence, to landing/national");
        PublicationText
            .Where(new("Children in need", "The department", "Explore: Children in need", "c2", "national"))
            .ShouldBe("Explore: Children in need (The department)");
        PublicationText
            .Where(new("Fingertips", "The office", "Public health", "c2", "national"))
            .ShouldBe("Fingertips (The office); its page is “Public health”");
    }

    [Fact]
    public void A_long_list_of_areas_has_a_box_that_filters_it_and_the_policy_lets_only_that_script_run()
    {
        string Home(int areas) =>
            PageWriter
                .Write(
                    HomeModel.Create(Reference.Default, [], [], 0) with
                    {
                        OtherAreas = [.. Enumerable.Range(0, areas).Select(i => new PageLink($"Area {i}", "a.html"))],
                    },
                    "index.html",
                    "",
                    asJson: false
                )
                .Body.ToString();

        Home(150).ShouldContain($"<script>{PagePolicy.Script}</script>");
        Home(150)
            .ShouldContain(PagePolicy.ForMeta.Split("script-src ")[1].Replace("'", "&#x27;").Replace("+", "&#x2B;"));
        Home(3).ShouldNotContain("<script>");
    }

    [Fact]
    public void The_history_stands_the_latest_first_with_what_broke_the_series()
    {
        var history = AreaView
            .AllOf(PageSamples.Snapshot("Counted otherwise").Rows[0], new("E10000024", "Nottinghamshire"))[0]
            .History;

        history
            .Select(p => (p.Period, p.Local?.Text, p.Neighbours?.Text, p.Break))
            .ShouldBe(
                [("2010/11", "5.7%", "5.8%", "Counted otherwise"), ("2009/10", "6.1%", null, null)],
                ignoreOrder: false
            );
    }

    [Theory]
    [InlineData("5.6", "5.9", "5.6%", "5.9%")]
    [InlineData("33.91608392", "34.26573427", "33.9%", "34.3%")]
    [InlineData("5.60", "5.6125", "5.60%", "5.61%")]
    [InlineData("5.6", "5.600001", "5.600000%", "5.600001%")]
    public void A_revision_is_shown_with_as_many_decimals_as_tell_the_two_figures_apart(
        string was,
        string now,
        string wasText,
        string nowText
    )
    {
        EditionDifference difference = new(
            Known.Absence,
            Known.Release("2012-03-28", "a"),
            Known.Release("2012-06-01", "b"),
            2,
            [
                new(
                    Known.Nottinghamshire,
                    Known.Academic(2011),
                    Given.Number(was),
                    Given.Number(now),
                    Verdict.Exceeds,
                    Verdict.Exceeds
                ),
                new("E10000007", Known.Academic(2011), 1, 2, Verdict.Exceeds, Verdict.Exceeds),
            ]
        );

        RevisionLine
            .From(difference, Reference.Default)
            .Changes.Select(c => (c.Area, c.Was!.Text, c.Now!.Text))
            .ShouldBe([("Nottinghamshire", wasText, nowText)]);
    }

    [Fact]
    public void The_snapshots_to_come_are_those_owed_and_the_next_one()
    {
        var due = DueSnapshot.List(
            Reference.Default.Catalogue,
            [March],
            new(2012, 7, 1),
            new ScheduleOptions(),
            new(2012, 12, 12)
        );

        due.Select(s => (s.AsAt, s.Due, s.IsOwed))
            .ShouldBe([(new(2012, 9, 30), new(2012, 12, 12), true), (new(2013, 3, 31), new(2013, 6, 12), false)]);
    }

    [Theory]
    [InlineData("2012-12-12", false, 1)]
    [InlineData("2012-12-11", false, 1)]
    [InlineData("2012-12-12", true, 2)]
    public void A_snapshot_that_somebody_asked_for_is_not_due_any_more_and_a_what_if_does_not_count(
        string today,
        bool whatIf,
        int listed
    )
    {
        var asked = March with { AsAt = new(2012, 9, 30), Scheduled = false, WhatIf = whatIf };

        var due = DueSnapshot.List(
            Reference.Default.Catalogue,
            [March, asked],
            new(2012, 7, 1),
            new ScheduleOptions(),
            Given.Day(today)
        );

        due.Count.ShouldBe(listed);
        due[^1].AsAt.ShouldBe(new(2013, 3, 31));
    }

    [Fact]
    public void A_snapshot_whose_date_has_passed_and_that_is_not_due_yet_is_to_come()
    {
        var due = DueSnapshots(new(2012, 12, 11));

        due.Select(s => (s.AsAt, s.IsOwed)).ShouldBe([(new(2012, 9, 30), false), (new(2013, 3, 31), false)]);
    }

    [Fact]
    public void The_same_page_has_the_same_strong_ETag_and_another_one_another()
    {
        Page page = new("index.html", "text/html", BinaryData.FromString("a"));

        page.ETag.ShouldBe((page with { Path = "other.html", Body = BinaryData.FromString("a") }).ETag);
        page.ETag.ShouldMatch("\\A\"[0-9a-f]{32}\"\\z");
        (page with { Body = BinaryData.FromString("b") }).ETag.ShouldNotBe(page.ETag);
    }

    private static IReadOnlyList<DueSnapshot> DueSnapshots(DateOnly today) =>
        DueSnapshot.List(Reference.Default.Catalogue, [March], new(2012, 7, 1), new ScheduleOptions(), today);
}
