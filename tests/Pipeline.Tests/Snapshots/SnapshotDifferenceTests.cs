using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotDifferenceTests
{
    private static readonly SnapshotRow Row = Sample.Row(Verdict.Exceeds);

    [Fact]
    public void The_same_figure_of_the_same_period_is_no_new_figure() =>
        Between(Row, Row)
            .ShouldSatisfyAllConditions(
                d => d.Local.ShouldBe(FigureChange.NoNewFigure),
                d => d.Flipped.ShouldBeFalse()
            );

    [Fact]
    public void Another_figure_of_the_same_period_is_a_revision_and_may_flip_the_verdict()
    {
        var revised = Between(
            Row,
            Row with
            {
                Local = Row.Local! with { Value = 5.9m },
                VersusNational = Verdict.DoesNotMeet,
            }
        );

        (
            revised.Local,
            revised.LocalWas,
            revised.LocalNow,
            revised.VersusNationalWas,
            revised.VersusNationalNow,
            revised.Flipped
        ).ShouldBe(
            (
                FigureChange.Revised,
                new(5.7m, "2010/11"),
                new(5.9m, "2010/11"),
                Verdict.Exceeds,
                Verdict.DoesNotMeet,
                true
            )
        );
    }

    [Fact]
    public void A_later_period_is_a_new_figure_even_where_it_is_equal() =>
        Between(Row, Row with { Local = Row.Local! with { Period = "2011/12" } })
            .Local.ShouldBe(FigureChange.NewFigure);

    [Fact]
    public void An_earlier_period_means_that_the_figure_was_withdrawn() =>
        Between(
            Row with
            {
                History = [new("2009/10", 5.6m, null, null, null), new("2010/11", 5.7m, null, null, null)],
            },
            Row with
            {
                Local = Row.Local! with { Value = 5.6m, Period = "2009/10" },
            }
        )
            .Local.ShouldBe(FigureChange.Withdrawn);

    [Fact]
    public void A_figure_that_is_gone_was_withdrawn() =>
        Between(Row, Row with { Local = null }).Local.ShouldBe(FigureChange.Withdrawn);

    [Fact]
    public void A_first_figure_and_a_lasting_lack_of_one_are_told_apart()
    {
        var none = Row with { Local = null };

        (Between(none, Row).Local, Between(none, none).Local).ShouldBe(
            (FigureChange.FirstFigure, FigureChange.StillNoFigure)
        );
    }

    [Fact]
    public void Indicators_that_come_and_go_are_named()
    {
        var other = Sample.Row(Verdict.InLine, "another");

        SnapshotDifference
            .Between(Sample.Of(Row), Sample.Of(other))
            .Rows.Select(r => (r.Indicator, r.Local))
            .ShouldBe([("another", FigureChange.NewIndicator), ("overall-absence", FigureChange.NoLongerReported)]);
    }

    [Fact]
    public void An_indicator_that_is_measured_over_other_areas_is_said_once_to_be_so()
    {
        var parts = Row with
        {
            Areas = [Sample.Part("One", Verdict.Exceeds, 5, 6), Sample.Part("Two", Verdict.Exceeds, 5, 6)],
        };

        var now = Between(parts, Row);

        (now.Local, now.Part, now.Flipped).ShouldBe((FigureChange.OtherAreas, null, false));
        now.AreasWas.ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void The_notices_of_the_files_behind_the_earlier_figures_are_kept()
    {
        var earlier = Sample.Of(Row with { Sources = ["national-0123"] });
        var input = earlier.Inputs[0];

        SnapshotDifference
            .Between(
                earlier with
                {
                    Inputs =
                    [
                        input with
                        {
                            Notice = "Do not quote.",
                        },
                        input with
                        {
                            Release = "x",
                            Notice = "Unused.",
                        },
                    ],
                },
                Sample.Of(Row)
            )
            .Notices.ShouldBe(["Do not quote."]);
    }

    [Fact]
    public void Each_part_of_an_area_is_followed_by_itself()
    {
        SnapshotRow Parts(decimal second) =>
            Row with
            {
                Local = null,
                Areas = [Sample.Part("One", Verdict.Exceeds, 5, 6), Sample.Part("Two", Verdict.Exceeds, second, 6)],
            };

        SnapshotDifference
            .Between(Sample.Of(Parts(5)), Sample.Of(Parts(5.5m)))
            .Rows.Select(r => (r.Part, r.Local))
            .ShouldBe([("One", FigureChange.NoNewFigure), ("Two", FigureChange.Revised)]);
    }

    private static RowDifference Between(SnapshotRow was, SnapshotRow now) =>
        SnapshotDifference.Between(Sample.Of(was), Sample.Of(now)).Rows.ShouldHaveSingleItem();
}
