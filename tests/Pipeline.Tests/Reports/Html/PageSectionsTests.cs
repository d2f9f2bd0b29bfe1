using System.Security.Cryptography;
using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports.Html;

public sealed class PageSectionsTests
{
    private const string Hostile = "\"><img src=x onerror=alert(1)></script><script>'";

    [Fact]
    public void The_contents_lead_to_every_section_in_their_order()
    {
        var page = HtmlReport
            .Write(Sample.Of(Sample.Row(Verdict.Exceeds)) with { Actions = Sample.Actions(1, 0, 0) })
            .ToString();

        string[] ids =
        [
            "summary",
            "neighbours",
            "changes",
            "due",
            "actions",
            "details",
            "indicators",
            "provisional",
            "quality",
            "sources",
        ];
        ids.Select(id => page.IndexOf($"<a href=\"#{id}\">", StringComparison.Ordinal))
            .ShouldBeInOrder(SortDirection.Ascending);
        ids.Select(id => page.IndexOf($"<h2 id=\"{id}\">", StringComparison.Ordinal))
            .ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public void Figures_that_were_not_tested_are_counted_by_reason()
    {
        SnapshotRow Untested(string id, string why) =>
            Sample.Row(Verdict.Exceeds, id) with
            {
                Significance = new(null, null, null, null, $"not tested: {why}", null, null),
            };

        PageText
            .Of(
                Sample.Of(
                    Untested("a", "sessions are not independent"),
                    Untested("b", "the publisher gives no counts"),
                    Untested("c", "the publisher gives no counts"),
                    Sample.Row(Verdict.Exceeds, "d")
                ),
                "details"
            )
            .ShouldContain(
                "3 of 4 figures could not be tested for chance: for 2, the publisher gives no counts; for 1, sessions are "
                    + "not independent."
            );
    }

    [Fact]
    public void Why_a_version_was_made_is_said_with_dates_as_people_write_them() =>
        HtmlReport
            .Write(
                Sample.Of(Sample.Row(Verdict.Exceeds)) with
                {
                    Edition = new(
                        1,
                        "Made on request. It uses what was published by 2013-01-04 (previously by 2012-12-12).",
                        false,
                        [],
                        [],
                        false,
                        false
                    ),
                }
            )
            .ToString()
            .ShouldContain(
                "Made on request. It uses what was published by 4 January 2013 (previously by 12 December 2012)."
            );

    [Fact]
    public void Hostile_words_anywhere_stay_words()
    {
        var part = Sample.Part(Hostile, Verdict.Exceeds, 5, 6) with
        {
            Code = Hostile,
            Notes = [Hostile],
            Trend = Hostile,
            Quartile = "A",
            Rank = new(1, 2),
        };
        var place = Sample.Row(Verdict.Exceeds, Hostile) with
        {
            Priority = Hostile,
            About = Hostile,
            Unit = Hostile,
            Frequency = Hostile,
            Direction = Direction.Improving,
            Change = 1,
            Previous = new(4, Hostile, Sample.Source with { File = Hostile }),
            Notes = [Hostile],
            Trend = Hostile,
            Significance = new(TestOutcome.Better, null, TestOutcome.Worse, null, Hostile, 1, 2),
            Neighbours = new(
                AverageMethod.Mean,
                5,
                Hostile,
                1,
                2,
                [Hostile],
                [new(Hostile, Hostile, 5, Sample.Source)]
            ),
            Comparators = [new(Hostile, Hostile, null, 5, Hostile, null, null, Verdict.Exceeds, Sample.Source)],
            Alternatives = [new(Hostile, new(2009, 4, 1), AverageMethod.Median, 5, 1, 1, Verdict.Exceeds)],
            Revisions = [new(Hostile, Hostile, 1, 2, null, null, Verdict.Exceeds, Verdict.Mixed)],
            History = [new(Hostile, 1, 2, 3, null), new(Hostile, 2, 3, 4, Hostile)],
            Localities = [part],
            Outlook = Outlook.WorseAndGettingWorse,
        };
        var snapshot = Sample.Of(place, Sample.Row(Verdict.Mixed) with { Areas = [part] });
        snapshot = snapshot with
        {
            Title = Hostile,
            Code = Hostile,
            Catalogue = Hostile,
            Area = new(Hostile, Hostile),
            Edition = new(null, Hostile, false, [], [], false, false),
            NeighbourSet = new(Hostile, new(2009, 4, 1), [new(Hostile, Hostile, Hostile)]),
            Actions = new(1, 1, 0, 0, [new(Hostile, Hostile, Hostile, Hostile, KeyActionStatus.Behind, Hostile)]),
            Findings = [new(Hostile, Hostile, Hostile, Hostile, 1)],
            Due = [new(Hostile, Hostile, Hostile, Hostile, new(2013, 1, 1), true)],
            Inputs = [new(Hostile, Hostile, Hostile, new(2012, 1, 1), Hostile, "provisional", Hostile, Hostile)],
        };

        var page = HtmlReport
            .Write(
                snapshot with
                {
                    Since = SnapshotDifference.Between(
                        Sample.Of(Sample.Row(Verdict.Exceeds, "gone") with { Name = Hostile }),
                        snapshot
                    ),
                }
            )
            .ToString();

        page.ShouldNotContain("<img");
        page.ShouldNotContain("onerror=alert(1)>");
        page.Split("<script").Length.ShouldBe(2, "the page has one script, its own");
        page.Split("</script>").Length.ShouldBe(2);
    }

    [Fact]
    public void The_script_and_its_hash_are_the_same_whatever_the_snapshot_says()
    {
        static string Script(string page) =>
            page[
                (page.IndexOf("<script>", StringComparison.Ordinal) + 8)..page.IndexOf(
                    "</script>",
                    StringComparison.Ordinal
                )
            ];
        var one = Script(HtmlReport.Write(Sample.Of(Sample.Row(Verdict.Exceeds))).ToString());
        var other = Script(HtmlReport.Write(Sample.Of(Sample.Row(Verdict.DoesNotMeet, Hostile))).ToString());

        other.ShouldBe(one);
        HtmlReport.ScriptHash.ShouldBe(
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(one)))}'"
        );
    }

    [Fact]
    public void Key_actions_are_counted_by_priority_and_status_with_the_reports_sentence()
    {
        var snapshot = Sample.Of(Sample.Row(Verdict.Exceeds)) with
        {
            Actions = new(
                3,
                1,
                1,
                1,
                [
                    new("Priority 1", "1.1", "Open the hub", "Director", KeyActionStatus.Completed, ""),
                    new("Priority 1", "1.2", "Move the teams", "Director", KeyActionStatus.Behind, "Two of three"),
                    new("Priority 2", "2.1", "Agree a plan", "Consultant", KeyActionStatus.OnSchedule, ""),
                ]
            ),
        };
        var text = PageText.Of(snapshot, "actions");

        text.ShouldContain("Of the three key actions, one is completed, one on schedule and one behind schedule.");
        text.ShouldContain("Priority 1 1 0 1 2 Priority 2 0 1 0 1 All priorities 1 1 1 3");
        text.ShouldContain(
            "1.2 Move the teams Director ▼ behind schedule Two of three 1.1 Open the hub Director ✓ completed none"
        );
    }

    [Fact]
    public void Without_key_actions_there_is_no_such_section() =>
        HtmlReport.Write(Sample.Of(Sample.Row(Verdict.Exceeds))).ToString().ShouldNotContain("id=\"actions\"");

    [Fact]
    public void Data_quality_names_findings_with_guidance_and_the_neighbours_without_a_figure()
    {
        var row = Sample.Row(Verdict.Exceeds) with
        {
            Neighbours = new(
                AverageMethod.Mean,
                5,
                "2010/11",
                1,
                2,
                ["E10000016"],
                [new("E10000007", "Derbyshire", 5, Sample.Source)]
            )
            {
                Minimum = 5,
                IsBelowMinimum = true,
            },
        };
        var snapshot = Sample.Of(
            row,
            Sample.Row(Verdict.NoComparison, "none", local: null) with
            {
                Notes = ["The figure is suppressed."],
            }
        ) with
        {
            NeighbourSet = new(
                "set",
                new(2009, 4, 1),
                [new("E10000007", "Derbyshire", ""), new("E10000016", "Kent", "")]
            ),
            Findings = [new("r", "absence.csv", "NATIONAL_OUT_OF_RANGE", "warning", 9)],
        };
        var text = PageText.Of(snapshot, "quality");

        text.ShouldContain("absence.csv NATIONAL_OUT_OF_RANGE warning 9 England's figure cannot be the average");
        text.ShouldContain("Name of overall-absence 1 of 2 fewer than 5: read the average with care Kent");
        text.ShouldContain("Name of none The figure is suppressed.");
    }

    [Theory]
    [InlineData("arrival", "received")]
    [InlineData("metadata", "published (date from metadata)")]
    public void The_date_of_a_source_says_whether_the_file_was_published_or_received_then(string from, string words)
    {
        var snapshot = RichSample.Of();
        var input = snapshot.Inputs[0] with { PublishedFrom = from };

        PageText
            .Of(snapshot with { Inputs = [input] }, "sources")
            .ShouldContain($"{input.File} {input.Feed} {PlaceText.Date(input.Published)} {words}");
    }

    [Fact]
    public void Sources_carry_the_attribution_word_for_word() =>
        PageText
            .Of(Sample.Of(Sample.Row(Verdict.Exceeds)), "sources")
            .ShouldContain("Contains public sector information licensed under the Open Government Licence v3.0.");

    [Fact]
    public void An_indicator_of_two_areas_has_a_line_for_each_and_the_verdict_over_both()
    {
        var row = Sample.Row(Verdict.Mixed) with
        {
            Areas =
            [
                Sample.Part("Nottinghamshire NHS", Verdict.Exceeds, 5, 6),
                Sample.Part("Bassetlaw NHS", Verdict.DoesNotMeet, 7, 6),
            ],
        };
        var text = PageText.Of(Sample.Of(row), "indicators");

        text.ShouldContain("Name of overall-absence: Nottinghamshire NHS Low is good; annual 5.0%");
        text.ShouldContain("▲ exceeds over all areas: mixed");
        text.ShouldContain("▼ does not meet over all areas: mixed");
    }

    [Fact]
    public void The_districts_have_a_section_of_their_own_where_a_release_carries_them()
    {
        var district = Sample.Part("Mansfield", Verdict.DoesNotMeet, 6.2m, 5.8m) with
        {
            Rank = new(7, 7),
            Comparators =
            [
                new("county", "Nottinghamshire", null, 6.3m, "2010/11", null, null, Verdict.Exceeds, Sample.Source),
            ],
        };
        var text = PageText.Of(Sample.Of(Sample.Row(Verdict.Exceeds) with { Localities = [district] }), "localities");

        text.ShouldContain("Districts of Nottinghamshire");
        text.ShouldContain("Mansfield 6.2% 2010/11, final not known ▼ does not meet ▲ exceeds 7 of 7");
        HtmlReport.Write(Sample.Of(Sample.Row(Verdict.Exceeds))).ToString().ShouldNotContain("id=\"localities\"");
    }

    [Fact]
    public void Which_verdicts_another_choice_of_neighbours_would_turn_is_said_beside_them()
    {
        var row = Sample.Row(Verdict.Exceeds) with
        {
            VersusNeighbours = Verdict.Exceeds,
            Alternatives = [new("set", new(2021, 4, 1), AverageMethod.Median, 5.6m, 9, 10, Verdict.DoesNotMeet)],
        };

        PageText
            .Of(Sample.Of(row), "neighbours")
            .ShouldContain(
                "Name of overall-absence exceeds; does not meet with the median of the similar councils of 1 April 2021"
            );
        PageText
            .Of(Sample.Of(row with { VersusNeighbours = Verdict.DoesNotMeet }), "neighbours")
            .ShouldContain(
                "No. Every other known set of similar councils, and every other average, gives the same verdicts."
            );
    }

    [Fact]
    public void What_another_choice_would_have_said_stands_with_the_indicator()
    {
        var row = Sample.Row(Verdict.Exceeds) with
        {
            Alternatives = [new("set", new(2021, 4, 1), AverageMethod.Median, 5.6m, 9, 10, Verdict.DoesNotMeet)],
            Comparators =
            [
                new("region", "East Midlands", null, 5.9m, "2010/11", null, null, Verdict.Exceeds, Sample.Source),
            ],
            Revisions = [new("national", "2010/11", 5.6m, 5.8m, null, null, Verdict.DoesNotMeet, Verdict.Exceeds)],
        };
        var text = PageText.Of(Sample.Of(row), "details");

        text.ShouldContain("Similar councils of 1 April 2021, median 9 of 10 5.6% ▼ does not meet");
        text.ShouldContain("East Midlands published figure 5.9% ▲ exceeds");
        text.ShouldContain("England 2010/11 5.6% 5.8% ▲ exceeds does not meet with the earlier figure");
    }

    [Fact]
    public void Sixty_indicators_with_all_that_can_be_said_stay_below_a_megabyte_and_a_half()
    {
        var row = Sample.Row(Verdict.Exceeds) with
        {
            Neighbours = new(
                AverageMethod.Mean,
                5.6m,
                "2010/11",
                10,
                10,
                [],
                [
                    .. Enumerable
                        .Range(0, 10)
                        .Select(i => new SnapshotNeighbourFigure(
                            $"E{i}",
                            $"Neighbour {i}",
                            5 + (i / 10m),
                            Sample.Source
                        )),
                ]
            ),
            History =
            [
                .. Enumerable.Range(2000, 12).Select(y => new HistoryPoint($"Year to 31 March {y}", 5, 6, 5.5m, null)),
            ],
            Spread = new(150, 3, 5, 6, 7, 9, 30),
            Quartile = "B",
            Rank = new(40, 150),
            Notes = ["A note of the usual length, which says where the figures come from and what they leave out."],
            Alternatives =
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(i => new SnapshotAlternative(
                        "set",
                        new(2009 + i, 4, 1),
                        AverageMethod.Median,
                        5.6m,
                        9,
                        10,
                        Verdict.DoesNotMeet
                    )),
            ],
        };

        HtmlReport
            .Write(Sample.Of([.. Enumerable.Range(0, 60).Select(i => row with { Indicator = $"indicator-{i}" })]))
            .ToString()
            .Length.ShouldBeLessThan(1_500_000);
    }
}
