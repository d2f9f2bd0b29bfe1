using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports.Html;

/// <summary>What a reader who has this page alone must be able to tell. The figures are illustrative.</summary>
public sealed class ReadersQuestionsTests
{
    private static readonly SnapshotRow Worse = Sample.Row(
        Verdict.DoesNotMeet,
        "repeat-plans",
        local: 27.9m,
        england: 24.5m
    ) with
    {
        Previous = new(24.9m, "2009/10", Sample.Source),
        Change = 3.0m,
        Direction = Direction.Declining,
        Outlook = Outlook.WorseAndGettingWorse,
        VersusNeighbours = Verdict.DoesNotMeet,
        Neighbours = new(
            AverageMethod.Mean,
            25m,
            "2010/11",
            4,
            5,
            ["E10000017"],
            [
                Neighbour("Derbyshire", 20m),
                Neighbour("Kent", 26.1m),
                Neighbour("Norfolk", 27.9m),
                Neighbour("Suffolk", 31m),
            ]
        ),
    };

    private static readonly SnapshotRow Better = Sample.Row(Verdict.Exceeds, "absence") with
    {
        Previous = new(6m, "2009/10", Sample.Source),
        Change = -0.3m,
        Direction = Direction.Improving,
        Outlook = Outlook.BetterAndImproving,
    };

    private static SnapshotNeighbourFigure Neighbour(string name, decimal value) =>
        new(name, name, value, Sample.Source);

    [Fact]
    public void How_are_we_doing()
    {
        var text = PageText.Of(Sample.Of(Worse, Better), "overview");

        text.ShouldStartWith("Nottinghamshire is better than England on one of two indicators and worse on one");
        text.ShouldContain("1 better than England 0 similar to England 1 worse than England 1 worse and getting worse");
    }

    [Fact]
    public void What_should_we_worry_about_and_what_goes_well()
    {
        var text = PageText.Of(Sample.Of(Worse, Better), "overview");

        text.ShouldContain("What needs attention Name of repeat-plans 27.9%, was 24.9%; England 24.5%.");
        text.ShouldContain("What is going well Name of absence 5.7%, was 6.0%; England 5.8%.");
    }

    [Fact]
    public void What_got_worse() =>
        PageText
            .Of(Sample.Of(Worse, Better), "overview")
            .ShouldContain(
                "Name of repeat-plans 2010/11, final 27.9% ↑ worse was 24.9% (2009/10) 24.5% council is worse "
                    + "25.0% council is worse"
            );

    [Fact]
    public void Nothing_to_worry_about_is_said_in_a_sentence() =>
        PageText
            .Of(Sample.Of(Better), "overview")
            .ShouldContain("What needs attention Nothing is worse than England by more than chance.");

    [Fact]
    public void Compared_with_whom()
    {
        var snapshot = Sample.Of(Worse) with
        {
            NeighbourSet = new("set", new(2009, 4, 1), [new("K", "Kent", ""), new("S", "Suffolk", "")]),
        };

        PageText
            .Of(snapshot, "overview")
            .ShouldContain("Compared with England and with two similar councils: Kent and Suffolk.");
    }

    [Fact]
    public void Can_it_be_trusted()
    {
        var tested = Worse with
        {
            Significance = new(TestOutcome.Worse, TestOutcome.Similar, null, null, "from its counts", 25, 30),
        };

        PageText
            .Of(Sample.Of(tested, Better, Sample.Row(Verdict.NoComparison, "obesity", local: null)), "overview")
            .ShouldContain(
                "Of the two differences, one is more than chance; one could not be tested. One indicator is not "
                    + "counted: one has no figure."
            );
    }

    [Fact]
    public void Against_how_many_neighbours_an_indicator_is_better_or_worse() =>
        PageText
            .Of(Sample.Of(Worse), "indicators")
            .ShouldContain("better than 1 of 4 similar councils, the same as 1, worse than 2");

    [Fact]
    public void On_how_many_indicators_the_area_is_better_or_worse_than_each_neighbour()
    {
        var snapshot = Sample.Of(Worse, Better) with
        {
            NeighbourSet = new(
                "set",
                new(2009, 4, 1),
                [new("Kent", "Kent", "Close"), new("Suffolk", "Suffolk", ""), new("E10000017", "Lancashire", "Close")]
            ),
        };
        var text = PageText.Of(snapshot, "neighbours");

        text.ShouldContain("Kent Close 0 0 1 0 1");
        text.ShouldContain("Suffolk not stated 1 0 0 0 1");
        text.ShouldContain("Lancashire Close 0 0 0 0 2");
        text.ShouldContain("Their average is the mean of those that have a figure.");
    }

    [Fact]
    public void Which_figures_are_provisional_the_areas_Englands_and_a_neighbours()
    {
        var row = Worse with
        {
            Local = Worse.Local! with { Status = "provisional" },
            National = Worse.National! with { Status = "final" },
            Neighbours = Worse.Neighbours! with
            {
                Figures = [new("Kent", "Kent", 26.1m, Sample.Source with { Release = "early" })],
            },
        };
        var snapshot = Sample.Of(row);
        var text = PageText.Of(
            snapshot with
            {
                Inputs = [.. snapshot.Inputs, snapshot.Inputs[0] with { Release = "early", Status = "provisional" }],
            },
            "provisional"
        );

        text.ShouldContain("Name of repeat-plans Nottinghamshire 27.9% 2010/11");
        text.ShouldContain("Name of repeat-plans Kent 26.1% 2010/11");
        text.ShouldNotContain("England");
    }

    [Fact]
    public void No_provisional_figure_is_said_and_so_is_what_no_file_states()
    {
        var snapshot = Sample.Of(Better);

        PageText
            .Of(snapshot, "provisional")
            .ShouldBe("Provisional figures No figure of this comparison is marked provisional by its publisher.");
        PageText
            .Of(snapshot with { Inputs = [snapshot.Inputs[0] with { Status = null }] }, "provisional")
            .ShouldContain(
                "Of the 3 figures behind this comparison, 2 come from files that do not say whether they are "
                    + "provisional or final."
            );
    }

    [Fact]
    public void What_is_overdue_and_what_comes_next()
    {
        var snapshot = Sample.Of(Worse, Better, Sample.Row(Verdict.NoComparison, "obesity")) with
        {
            Due =
            [
                new("repeat-plans", "Repeat plans", "2010/11", "2011/12", new(2012, 11, 1), true),
                new("absence", "Absence", "2010/11", "2011/12", new(2013, 3, 29), false)
                {
                    BroughtBy =
                    [
                        new("Pupil absence", "The department", "gov.uk: Pupil absence", "1_absence", "national"),
                    ],
                },
            ],
        };
        var text = PageText.Of(snapshot, "due");

        text.ShouldContain("overdue when this was compiled on 12 December 2012");
        text.ShouldContain("Repeat plans 2010/11 2011/12 1 November 2012");
        text.ShouldContain(
            "Figures expected next Indicator Latest figure (England or Nottinghamshire, whichever is newer) "
                + "Next figure Expected by What to upload Absence 2010/11 "
                + "2011/12 29 March 2013 1_absence, to landing/national"
        );
        text.ShouldContain("We do not know when one indicator is next due");
        text.ShouldContain("Name of obesity");
        PageText
            .Of(Sample.Of(Better), "due")
            .ShouldContain("No figure was overdue when this was compiled on 12 December 2012.");
    }
}
