using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotDraftTests
{
    private static readonly DateOnly AsAt = new(2012, 9, 30);
    private static readonly KnownData Nothing = new(
        new Dictionary<string, IReadOnlyList<SeriesAsOf>>(),
        NeighbourSets.None,
        [],
        [],
        null
    );

    [Fact]
    public void A_row_is_made_for_each_indicator_reported_at_the_date_in_the_order_of_the_catalogue() =>
        Make(Nothing)
            .Rows.Select(r => r.Indicator)
            .ShouldBe(Reference.Default.Catalogue.Reported.Where(i => i.IsReportedAt(AsAt)).Select(i => i.Id));

    [Fact]
    public void Without_any_evidence_nothing_is_compared_and_each_row_says_why()
    {
        var snapshot = Make(Nothing);

        snapshot.Summary.ShouldBe(new(0, 0, 0, 0, 0, 0, 16));
        snapshot.Rows.ShouldAllBe(r => r.Notes.Count == 1);
        (snapshot.NeighbourSet, snapshot.Actions, snapshot.Inputs.Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public void A_figure_carries_the_file_and_the_row_that_it_comes_from()
    {
        var row = Make(Evidence(At(Known.Nottinghamshire, 2011, 50.52m), At(Known.England, 2011, 57.51m)))
            .Rows.Single(r => r.Indicator == "level-3-by-19");

        row.Local.ShouldBe(
            new(
                50.52m,
                "2010/11",
                null,
                null,
                null,
                null,
                null,
                new("national", "a series", "a", "a.csv", 2, "a column", null)
            )
        );
        (row.National!.Value, row.National.SamePeriod, row.VersusNational).ShouldBe(
            (57.51m, true, Verdict.DoesNotMeet)
        );
    }

    [Fact]
    public void A_national_figure_of_another_period_is_marked()
    {
        var row = Make(Evidence(At(Known.Nottinghamshire, 2011, 50.52m), At(Known.England, 2010, 57.51m)))
            .Rows.Single(r => r.Indicator == "level-3-by-19");

        row.National!.SamePeriod.ShouldBeFalse();
    }

    [Theory]
    [InlineData("level-3-by-19", "50", "51", Direction.Improving)]
    [InlineData("level-3-by-19", "51", "50", Direction.Declining)]
    [InlineData("level-3-by-19", "50", "50.0", Direction.NoChange)]
    [InlineData("overall-absence", "50", "51", Direction.Declining)]
    [InlineData("overall-absence", "51", "50", Direction.Improving)]
    public void A_change_is_named_by_which_way_is_good(string indicator, string before, string now, Direction direction)
    {
        var row = Make(
            Evidence(
                indicator,
                At(Known.Nottinghamshire, 2010, Given.Number(before)),
                At(Known.Nottinghamshire, 2011, Given.Number(now))
            )
        )
            .Rows.Single(r => r.Indicator == indicator);

        row.Direction.ShouldBe(direction);
    }

    [Fact]
    public void Neighbours_are_counted_and_those_without_a_figure_are_named()
    {
        var neighbours = new Neighbour[]
        {
            new(Known.Area("E10000007"), "Very close"),
            new(Known.Area("E10000016"), "Close"),
        };
        var set = new NeighbourSet(
            "neighbours-0123",
            new(2009, 4, 1),
            new Dictionary<string, IReadOnlyList<Neighbour>> { [Known.Nottinghamshire] = neighbours }
        );
        var evidence = Evidence(At(Known.Nottinghamshire, 2011, 50), At("E10000007", 2011, 53)) with
        {
            NeighbourSets = new([set], AsAt, null),
        };

        var snapshot = Make(evidence);

        snapshot.NeighbourSet!.Members.Select(m => m.Name).ShouldBe(["Derbyshire", "Kent"]);
        var row = snapshot.Rows.Single(r => r.Indicator == "level-3-by-19");
        (
            row.Neighbours!.N,
            row.Neighbours.Of,
            row.Neighbours.Value,
            row.Neighbours.Missing.Single(),
            row.VersusNeighbours
        ).ShouldBe((1, 2, 53, "E10000016", Verdict.DoesNotMeet));
    }

    [Fact]
    public void Parts_of_an_area_have_figures_of_their_own_and_the_row_says_so()
    {
        var quarter = Known.Quarter("2012/13 Q1");
        var row = Make(
            Evidence(
                "breastfeeding-6-to-8-weeks",
                ("E16000081", Known.Figure(quarter, 40)),
                ("E16000023", Known.Figure(quarter, 50)),
                (Known.England, Known.Figure(quarter, 47))
            )
        )
            .Rows.Single(r => r.Indicator == "breastfeeding-6-to-8-weeks");

        (row.Local, row.VersusNational).ShouldBe((null, Verdict.Mixed));
        row.Areas.Select(a => (a.Name, a.VersusNational))
            .ShouldBe([("Nottinghamshire NHS", Verdict.DoesNotMeet), ("Bassetlaw NHS", Verdict.Exceeds)]);
        row.Notes.ShouldBe([
            "Measured for Nottinghamshire NHS and Bassetlaw NHS separately: where both say the same, that is the "
                + "verdict; where they differ, it is “mixed”.",
        ]);
    }

    [Fact]
    public void Key_actions_are_counted_under_the_titles_of_their_priorities()
    {
        var evidence = Nothing with
        {
            KeyActionRelease = Known.Release("2012-12-01", "actions") with { Feed = Feed.KeyActions },
            KeyActions =
            [
                new("2", "2.1", "One", "A lead", KeyActionStatus.Completed, ""),
                new("9", "9.1", "Two", "A lead", KeyActionStatus.Behind, ""),
            ],
        };

        var actions = Make(evidence).Actions!;

        (actions.Total, actions.Completed, actions.OnSchedule, actions.Behind).ShouldBe((2, 1, 0, 1));
        actions
            .Items.Select(a => (a.Priority, a.Status))
            .ShouldBe([("Priority 2", KeyActionStatus.Completed), ("9", KeyActionStatus.Behind)]);
    }

    [Fact]
    public void A_list_of_key_actions_that_is_too_old_is_named_and_not_reported()
    {
        var snapshot = Make(Nothing with { OldKeyActions = new(2010, 11, 30) });

        snapshot.Actions.ShouldBe(
            new(0, 0, 0, 0, [])
            {
                Note = "No list of key actions was given for this period; the newest is of 30 November 2010.",
            }
        );
        Narrative
            .Text(snapshot)
            .ShouldContain("\nNo list of key actions was given for this period; the newest is of 30 November 2010.");
    }

    [Fact]
    public void Another_set_or_average_than_the_usual_one_is_a_what_if()
    {
        Make(Nothing).WhatIf.ShouldBeFalse();
        NeighbourSet set = new("old", new(2007, 1, 1), new Dictionary<string, IReadOnlyList<Neighbour>>()),
            newer = set with { Id = "new", From = new(2009, 4, 1) };
        Make(Nothing with { NeighbourSets = new([newer, set], AsAt, set) }).WhatIf.ShouldBeTrue();
        Make(Nothing with { NeighbourSets = new([newer, set], AsAt, newer) }).WhatIf.ShouldBeFalse();
        Make(Nothing, AverageMethod.Median).WhatIf.ShouldBeTrue();
        Make(Nothing, Reference.Default.Catalogue.Neighbours.Average).WhatIf.ShouldBeFalse();
    }

    [Fact]
    public void The_csv_and_the_workbook_of_one_model_are_told_as_one_alternative()
    {
        NeighbourSet Set(string id, int year, params string[] codes) =>
            new(
                id,
                new(year, 4, 1),
                new Dictionary<string, IReadOnlyList<Neighbour>>
                {
                    [Known.Nottinghamshire] = [.. codes.Select(c => new Neighbour(Known.Area(c), ""))],
                }
            );
        var evidence = Evidence(
            At(Known.Nottinghamshire, 2011, 50),
            At("E10000007", 2011, 53),
            At("E10000016", 2011, 51),
            At("E10000013", 2011, 49)
        ) with
        {
            NeighbourSets = new(
                [
                    Set("csv of 2009", 2009, "E10000007", "E10000016"),
                    Set("xlsx of 2009", 2009, "E10000016", "E10000007"),
                    Set("csv of 2007", 2007, "E10000007", "E10000013"),
                    Set("xlsx of 2007", 2007, "E10000007", "E10000013"),
                    Set("same list of 2005", 2005, "E10000007", "E10000016"),
                ],
                AsAt,
                null
            ),
        };

        var distinct = Make(evidence)
            .Rows.Single(r => r.Indicator == "level-3-by-19")
            .Alternatives.Select(a => (Set: a.NeighbourSet, a.Method))
            .ToList();

        distinct.ShouldBeUnique();
        distinct.Where(a => a.Set == "csv of 2009").Select(a => a.Method).ShouldBe([AverageMethod.Median]);
        distinct
            .Where(a => a.Method == AverageMethod.Mean)
            .Select(a => a.Set)
            .ShouldBe(["csv of 2007", "same list of 2005"]);
    }

    [Fact]
    public void A_figure_that_has_only_become_too_old_is_no_longer_compared_and_was_not_withdrawn()
    {
        var evidence = Evidence(At(Known.Nottinghamshire, 2011, 50), At(Known.England, 2011, 57));
        var later = new DateOnly(2017, 3, 31);
        var series = new SeriesAsOf(
            "a series",
            0,
            [
                Known.Released(
                    Known.Release("2012-10-01", "a"),
                    At(Known.Nottinghamshire, 2011, 50),
                    At(Known.England, 2011, 57)
                ),
            ],
            later
        );
        Snapshot Later(IReadOnlyList<SeriesAsOf> known) =>
            new SnapshotDraft(
                Reference.Default,
                Nothing with
                {
                    Series = new Dictionary<string, IReadOnlyList<SeriesAsOf>> { ["level-3-by-19"] = known },
                },
                new(later),
                later
            ).Make(Known.Area(Known.Nottinghamshire));
        RowDifference Since(Snapshot now) =>
            SnapshotDifference.Between(Make(evidence), now).Rows.Single(r => r.Indicator == "level-3-by-19");

        Since(Later([series]))
            .ShouldSatisfyAllConditions(
                r => r.Local.ShouldBe(FigureChange.NoLongerCompared),
                r =>
                    r.Reason.ShouldBe(
                        "No comparison: the latest figure for Nottinghamshire is for 2010/11, more than 5 years "
                            + "before the as-at date."
                    )
            );
        Since(Later([])).Local.ShouldBe(FigureChange.Withdrawn);
    }

    [Fact]
    public void The_releases_that_it_uses_are_its_inputs_each_once()
    {
        var inputs = Make(
            Evidence(
                At(Known.Nottinghamshire, 2010, 49),
                At(Known.Nottinghamshire, 2011, 50),
                At(Known.England, 2011, 57)
            )
        ).Inputs;

        inputs
            .ShouldHaveSingleItem()
            .ShouldBe(new("a", "national", "a.csv", new(2012, 10, 1), "metadata", null, null, new('0', 64)));
    }

    [Fact]
    public void The_same_evidence_makes_the_same_snapshot()
    {
        var evidence = Evidence(At(Known.Nottinghamshire, 2011, 50.52m), At(Known.England, 2011, 57.51m));

        SnapshotJson.Write(Make(evidence)).ToString().ShouldBe(SnapshotJson.Write(Make(evidence)).ToString());
    }

    [Theory]
    [InlineData("2024-12-12", false)]
    [InlineData("2026-12-12", true)]
    public void A_snapshot_does_not_know_of_an_edition_after_its_compile_date(string compiled, bool known) =>
        new SnapshotDraft(Reference.Default, Nothing, new(new(2024, 9, 30)), Given.Day(compiled))
            .Make(Known.Area(Known.Nottinghamshire))
            .Rows.Any(r => r.About?.Contains("2026", StringComparison.Ordinal) == true)
            .ShouldBe(known);

    private static Snapshot Make(KnownData evidence, AverageMethod? average = null) =>
        new SnapshotDraft(Reference.Default, evidence, new(AsAt) { Average = average }, new(2012, 12, 12)).Make(
            Known.Area(Known.Nottinghamshire)
        );

    private static (string Area, Pipeline.Observations.Observation Observation) At(
        string area,
        int ending,
        decimal value
    ) => (area, Known.Figure(Known.Academic(ending), value));

    private static KnownData Evidence(params (string Area, Pipeline.Observations.Observation Observation)[] figures) =>
        Evidence("level-3-by-19", figures);

    private static KnownData Evidence(
        string indicator,
        params (string Area, Pipeline.Observations.Observation Observation)[] figures
    ) =>
        Nothing with
        {
            Series = new Dictionary<string, IReadOnlyList<SeriesAsOf>>
            {
                [indicator] = [new("a series", 0, [Known.Released(Known.Release("2012-10-01", "a"), figures)], AsAt)],
            },
        };
}
