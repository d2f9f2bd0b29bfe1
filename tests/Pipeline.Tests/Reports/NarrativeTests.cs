using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Reports;

public sealed class NarrativeTests
{
    [Fact]
    public void Paragraph_18_of_the_report_of_January_2013_is_written_as_the_report_writes_it()
    {
        var snapshot = Sample.Of([
            .. Rows(Verdict.Exceeds, 8),
            .. Rows(Verdict.DoesNotMeet, 4),
            .. Rows(Verdict.InLine, 4),
        ]);

        Leads(snapshot)
            .ShouldBe([
                "Of the sixteen performance indicators where comparison information is available, eight show "
                    + "that Nottinghamshire performance exceeds the national average. These are:",
                "We cannot say whether any of these eight differences is more than chance.",
                "For four performance indicators, Nottinghamshire performance does not meet the national "
                    + "average. These are:",
                "We cannot say whether any of these four differences is more than chance.",
                "For four performance indicators, Nottinghamshire performance is in line with the national "
                    + "average. These are:",
            ]);
    }

    [Fact]
    public void One_of_each_is_written_in_the_singular()
    {
        var snapshot = Sample.Of([.. Enum.GetValues<Verdict>().Select(v => Sample.Row(v))]);

        Leads(snapshot)
            .ShouldBe([
                "Of the five performance indicators where comparison information is available, one shows that "
                    + "Nottinghamshire performance exceeds the national average. This is:",
                "Whether it differs by more than chance could not be tested.",
                "For one performance indicator, Nottinghamshire performance does not meet the national average. "
                    + "This is:",
                "Whether it differs by more than chance could not be tested.",
                "For one performance indicator, Nottinghamshire performance is in line with the national "
                    + "average. This is:",
                "For one performance indicator, performance differs between the areas that make up "
                    + "Nottinghamshire. This is:",
                "For one performance indicator, neither a higher nor a lower figure is better. This is:",
                "There is no comparison for one further indicator; the report's notes say why.",
            ]);
    }

    [Fact]
    public void A_single_indicator_is_written_in_the_singular() =>
        Leads(Sample.Of(Sample.Row(Verdict.Exceeds)))[0]
            .ShouldStartWith(
                "Of the one performance indicator where comparison information is available, one shows that"
            );

    [Fact]
    public void None_that_exceeds_is_said_without_a_list()
    {
        var paragraphs = Narrative.National(Sample.Of([.. Rows(Verdict.DoesNotMeet, 2)]));

        paragraphs[0]
            .Lead.ShouldBe(
                "Of the two performance indicators where comparison information is available, none show that "
                    + "Nottinghamshire performance exceeds the national average."
            );
        paragraphs[0].Items.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_to_compare_is_said() =>
        Leads(Sample.Of([.. Rows(Verdict.NoComparison, 3)]))
            .ShouldBe(["No performance indicator can be compared with the national average."]);

    [Fact]
    public void Several_without_comparison_are_written_in_the_plural() =>
        Leads(Sample.Of([.. Rows(Verdict.NoComparison, 2), Sample.Row(Verdict.Exceeds)]))[^1]
            .ShouldBe("There is no comparison for two further indicators; the report's notes say why.");

    [Fact]
    public void Each_indicator_is_in_exactly_one_list_or_without_comparison() =>
        Gen.Enum<Verdict>()
            .Array[1, 30]
            .Sample(verdicts =>
            {
                var snapshot = Sample.Of([.. verdicts.Select((v, i) => Sample.Row(v, $"indicator-{i}"))]);
                var listed = Narrative.National(snapshot).SelectMany(p => p.Items).ToList();
                return listed.Distinct().Count() == listed.Count
                    && listed.Count == verdicts.Count(v => v != Verdict.NoComparison);
            });

    [Fact]
    public void An_item_has_the_pair_of_figures_because_exceeds_may_stand_beside_a_lower_number() =>
        Narrative
            .National(Sample.Of(Sample.Row(Verdict.Exceeds, local: 5.7m, england: 5.8m)))[0]
            .Items.ShouldBe(["wording of overall-absence (5.7% against 5.8%)"]);

    [Fact]
    public void Figures_that_rounding_would_make_equal_are_shown_apart() =>
        Narrative
            .National(Sample.Of(Sample.Row(Verdict.DoesNotMeet, local: 37.84m, england: 37.82m)))[1]
            .Items.ShouldBe(["wording of overall-absence (37.84% against 37.82%)"]);

    [Fact]
    public void Two_parts_are_both_named()
    {
        var row = Sample.Row(Verdict.DoesNotMeet, "breastfeeding", null, null) with
        {
            Areas =
            [
                Sample.Part("Nottinghamshire NHS", Verdict.DoesNotMeet, 40, 47.2m),
                Sample.Part("Bassetlaw NHS", Verdict.DoesNotMeet, 35, 47.2m),
            ],
        };

        Narrative
            .National(Sample.Of(row))[1]
            .Items.ShouldBe([
                "wording of breastfeeding (for both Nottinghamshire NHS, 40.0% against 47.2% and Bassetlaw NHS, "
                    + "35.0% against 47.2%)",
            ]);
    }

    [Fact]
    public void Parts_that_disagree_have_their_verdicts_named()
    {
        var row = Sample.Row(Verdict.Mixed, "breastfeeding", null, null) with
        {
            Areas =
            [
                Sample.Part("Nottinghamshire NHS", Verdict.Exceeds, 50, 47.2m),
                Sample.Part("Bassetlaw NHS", Verdict.DoesNotMeet, 35, 47.2m),
            ],
        };

        Narrative
            .National(Sample.Of(row))[1]
            .Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                i => i.ShouldContain("Nottinghamshire NHS, 50.0% against 47.2%, exceeds"),
                i => i.ShouldContain("Bassetlaw NHS, 35.0% against 47.2%, does not meet")
            );
    }

    [Fact]
    public void A_figure_that_is_older_than_Englands_is_counted_apart_with_its_period()
    {
        var snapshot = Sample.Of(
            Sample.Row(Verdict.Exceeds),
            Sample.Row(Verdict.Exceeds, "gcse") with
            {
                NewerNational = "2023/24",
            }
        );

        Leads(snapshot)
            .ShouldBe([
                "Of the one performance indicator where comparison information is available, one shows that "
                    + "Nottinghamshire performance exceeds the national average. This is:",
                "Whether it differs by more than chance could not be tested.",
                "For one performance indicator, England has a newer figure than Nottinghamshire, so it is not counted "
                    + "above. This is:",
            ]);
        Narrative
            .National(snapshot)[^1]
            .Items.ShouldBe(["wording of gcse (5.7% against 5.8% in 2010/11, exceeds; England has 2023/24)"]);
        (snapshot.Summary.Exceeds, snapshot.Summary.Older).ShouldBe((1, 1));
    }

    [Fact]
    public void Of_two_that_measure_much_the_same_one_is_counted_and_the_other_is_named()
    {
        var snapshot = Sample.Of(
            Sample.Row(Verdict.Exceeds),
            Sample.Row(Verdict.DoesNotMeet, "persistent-absence") with
            {
                CountsWith = "overall-absence",
            }
        );

        Leads(snapshot)
            .ShouldBe([
                "Of the one performance indicator where comparison information is available, one shows that "
                    + "Nottinghamshire performance exceeds the national average. This is:",
                "Whether it differs by more than chance could not be tested.",
                "One performance indicator measures much the same as one that is counted above, so it is not counted "
                    + "again. This is:",
            ]);
        Narrative
            .National(snapshot)[^1]
            .Items.ShouldBe(["wording of persistent-absence (5.7% against 5.8%, does not meet)"]);
        (snapshot.Summary.WithComparison, snapshot.Summary.Alike).ShouldBe((1, 1));
    }

    [Fact]
    public void Where_every_figure_is_older_than_Englands_none_is_counted() =>
        Leads(Sample.Of(Sample.Row(Verdict.Exceeds) with { NewerNational = "2023/24" }))[0]
            .ShouldBe(
                "No performance indicator has a figure as new as England’s to compare with the national average."
            );

    [Theory]
    [InlineData(
        3,
        9,
        0,
        "Good progress is being made in achieving the identified key actions: all activities are either on "
            + "schedule or completed (three completed, nine on schedule)."
    )]
    [InlineData(
        0,
        1,
        0,
        "Good progress is being made in achieving the identified key actions: all activities are either on "
            + "schedule or completed (none completed, one on schedule)."
    )]
    [InlineData(3, 8, 1, "Of the twelve key actions, three are completed, eight on schedule and one behind schedule.")]
    [InlineData(1, 0, 2, "Of the three key actions, one is completed, none on schedule and two behind schedule.")]
    [InlineData(0, 0, 1, "The one key action is behind schedule.")]
    public void Key_actions_come_first(int completed, int onSchedule, int behind, string lead) =>
        Leads(Sample.Of(Sample.Row(Verdict.Exceeds)) with { Actions = Sample.Actions(completed, onSchedule, behind) })[
            0
        ]
            .ShouldBe(lead);

    [Fact]
    public void Without_key_actions_nothing_is_said_of_them() =>
        Narrative
            .Text(Sample.Of(Sample.Row(Verdict.Exceeds)) with { Actions = Sample.Actions(0, 0, 0) })
            .ShouldNotContain("key action");

    [Fact]
    public void The_comparison_with_neighbours_is_written_in_the_same_form()
    {
        var row = Sample.Row(Verdict.Exceeds) with
        {
            VersusNeighbours = Verdict.DoesNotMeet,
            Neighbours = new(AverageMethod.Mean, 5.5m, "2010/11", 1, 1, [], []),
        };

        Narrative
            .Neighbours(Sample.Of(row))[1]
            .ShouldSatisfyAllConditions(
                p =>
                    p.Lead.ShouldBe(
                        "For one performance indicator, Nottinghamshire performance does not meet the average of "
                            + "its statistical neighbours. This is:"
                    ),
                p => p.Items.ShouldBe(["wording of overall-absence (5.7% against 5.5%)"])
            );
    }

    [Fact]
    public void Without_a_neighbour_set_that_is_said() =>
        Narrative
            .Neighbours(Sample.Of(Sample.Row(Verdict.Exceeds)) with { NeighbourSet = null })
            .ShouldHaveSingleItem()
            .Lead.ShouldBe("No set of statistical neighbours was in force on the as-at date.");

    [Theory]
    [InlineData(
        "Of these three, two differ by more than chance; one could not be tested.",
        TestOutcome.Better,
        null,
        TestOutcome.Better
    )]
    [InlineData(
        "Of these three, one differs by more than chance.",
        TestOutcome.Better,
        TestOutcome.Similar,
        TestOutcome.Similar
    )]
    [InlineData(
        "Of these three, none differ by more than chance; two could not be tested.",
        null,
        null,
        TestOutcome.Similar
    )]
    [InlineData("We cannot say whether any of these two differences is more than chance.", null, null)]
    [InlineData("It differs by more than chance.", TestOutcome.Better)]
    [InlineData("It does not differ by more than chance.", TestOutcome.Similar)]
    [InlineData("Whether it differs by more than chance could not be tested.", null)]
    public void After_each_list_stands_how_many_differ_by_more_than_chance(
        string sentence,
        params TestOutcome?[]? outcomes
    )
    {
        SnapshotRow[] Rows(Verdict national, Verdict neighbours, Func<TestOutcome?, Significance> tested) =>
            [
                .. (outcomes ?? [null]).Select(
                    (o, i) =>
                        Sample.Row(national, $"indicator-{i}") with
                        {
                            VersusNeighbours = neighbours,
                            Significance = tested(o),
                        }
                ),
            ];

        Leads(
            Sample.Of(
                Rows(Verdict.Exceeds, Verdict.NoComparison, o => new(o, null, null, null, "a method", null, null))
            )
        )[1]
            .ShouldBe(sentence);
        Leads(
            Sample.Of(
                Rows(Verdict.DoesNotMeet, Verdict.NoComparison, o => new(o, null, null, null, "a method", null, null))
            )
        )[2]
            .ShouldBe(sentence);
        Narrative
            .Neighbours(
                Sample.Of(
                    Rows(Verdict.NoComparison, Verdict.Exceeds, o => new(null, null, o, null, "a method", null, null))
                )
            )[1]
            .Lead.ShouldBe(sentence);
    }

    [Theory]
    [InlineData(TestOutcome.Better, TestOutcome.Better, "It differs by more than chance.")]
    [InlineData(TestOutcome.Better, TestOutcome.Similar, "It does not differ by more than chance.")]
    [InlineData(TestOutcome.Better, null, "Whether it differs by more than chance could not be tested.")]
    public void An_indicator_of_several_areas_differs_where_each_of_them_does(
        TestOutcome? first,
        TestOutcome? second,
        string sentence
    )
    {
        SnapshotPart Part(TestOutcome? outcome) =>
            Sample.Part("Part", Verdict.Exceeds, 50, 47.2m) with
            {
                Significance = new(outcome, null, null, null, "a method", null, null),
            };

        Leads(
            Sample.Of(
                Sample.Row(Verdict.Exceeds, "breastfeeding", null, null) with
                {
                    Areas = [Part(first), Part(second)],
                }
            )
        )[1]
            .ShouldBe(sentence);
    }

    [Fact]
    public void The_councils_own_later_figure_stands_beside_the_pair_that_is_compared() =>
        Narrative
            .National(
                Sample.Of(
                    Sample.Row(Verdict.Exceeds, local: 3.4m, england: 6.1m) with
                    {
                        Return = new(
                            2.9m,
                            "2012/13 Q2",
                            null,
                            Verdict.NoComparison,
                            Verdict.NoComparison,
                            Sample.Source
                        ),
                    }
                )
            )[0]
            .Items.ShouldBe([
                "wording of overall-absence (3.4% against 6.1%; 2.9% for 2012/13 Q2 in the council’s own return)",
            ]);

    [Fact]
    public void An_average_is_shown_as_it_is_compared()
    {
        var row = Sample.Row(Verdict.NoComparison, local: 17.0m, england: null) with
        {
            VersusNeighbours = Verdict.InLine,
            Neighbours = new(AverageMethod.Mean, 16.9888888889m, "2010/11", 9, 10, [], []) { Compared = 17.0m },
        };

        Narrative.Neighbours(Sample.Of(row))[1].Items.ShouldBe(["wording of overall-absence (17.0% against 17.0%)"]);
    }

    [Fact]
    public void As_plain_text_each_item_has_a_hyphen() =>
        Narrative
            .Text(Sample.Of(Sample.Row(Verdict.Exceeds)))
            .ShouldContain("This is:\n  - wording of overall-absence (5.7% against 5.8%)\n\n");

    private static List<string> Leads(Snapshot snapshot) => [.. Narrative.National(snapshot).Select(p => p.Lead)];

    private static IEnumerable<SnapshotRow> Rows(Verdict verdict, int count) =>
        Enumerable.Range(1, count).Select(i => Sample.Row(verdict, $"{verdict}-{i}"));
}
