using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using Outcome = ChildrensTrust.Pipeline.Observations.AddOutcome;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class SeriesCollectorTests
{
    private static readonly SeriesId Id = new("level-3-by-19", "E10000024");
    private static readonly Period Year2011 = YearType.Find("academic")!.Ending(2011);
    private static readonly Period Year2012 = YearType.Find("academic")!.Ending(2012);
    private readonly SeriesCollector _collector = new();

    [Fact]
    public void Parts_from_several_rows_make_one_observation()
    {
        Put(ObservationPart.Denominator, 1002, row: 9);
        Put(ObservationPart.Value, 17.4m, row: 4);
        Put(ObservationPart.Numerator, 174, row: 7);

        var observation = Observations().ShouldHaveSingleItem();
        (observation.Value.Value, observation.Numerator, observation.Denominator, observation.Row).ShouldBe(
            (17.4m, 174, 1002, 4)
        );
    }

    [Fact]
    public void Observations_are_in_the_order_of_time()
    {
        Put(ObservationPart.Value, 2, Year2012);
        Put(ObservationPart.Value, 1, Year2011);

        Observations().Select(o => o.Period).ShouldBe([Year2011, Year2012]);
    }

    [Fact]
    public void Each_period_of_an_area_counts_once_however_many_parts_it_has()
    {
        Put(ObservationPart.Value, 17.4m, Year2011);
        Put(ObservationPart.Denominator, 1002, Year2011);
        Put(ObservationPart.Numerator, 174, Year2012);

        _collector.Held.ShouldBe(2);
    }

    [Fact]
    public void The_series_keeps_its_source_rank_and_column()
    {
        Put(ObservationPart.Value, 1);

        var series = _collector.ToSeries().ShouldHaveSingleItem();
        (series.Indicator, series.Area, series.Source, series.Preference, series.Column).ShouldBe(
            ("level-3-by-19", "E10000024", "ees:l3by19", 1, "l3by19")
        );
    }

    [Fact]
    public void The_same_part_put_twice_is_repeated()
    {
        Put(ObservationPart.Value, 17.4m).ShouldBe(AddOutcome.Added);
        Put(ObservationPart.Value, 17.40m, row: 8).ShouldBe(AddOutcome.Repeated);

        var observation = Observations().ShouldHaveSingleItem();
        (observation.Value.Value, observation.Row).ShouldBe((17.4m, 2));
    }

    [Fact]
    public void Of_two_different_figures_neither_is_used()
    {
        Put(ObservationPart.Value, 17.4m);
        Put(ObservationPart.Value, 17.5m).ShouldBe(AddOutcome.Conflicting);

        Observations().ShouldHaveSingleItem().Value.ShouldBe(Measure.None(MissingReason.Conflicting));
    }

    [Fact]
    public void A_figure_stays_in_conflict_when_the_first_one_comes_again()
    {
        Put(ObservationPart.Value, 17.4m);
        Put(ObservationPart.Value, 17.5m);
        Put(ObservationPart.Value, 17.4m);

        Observations().ShouldHaveSingleItem().Value.Missing.ShouldBe(MissingReason.Conflicting);
    }

    [Fact]
    public void A_figure_and_a_symbol_for_the_same_thing_conflict()
    {
        Put(ObservationPart.Value, 17.4m);
        Put(ObservationPart.Value, Measure.None(MissingReason.Suppressed, "c")).ShouldBe(AddOutcome.Conflicting);
    }

    [Fact]
    public void A_conflict_in_one_period_leaves_the_others_alone()
    {
        Put(ObservationPart.Value, 17.4m, Year2011);
        Put(ObservationPart.Value, 17.5m, Year2011);
        Put(ObservationPart.Value, 20, Year2012);

        Observations()[^1].Value.Value.ShouldBe(20);
    }

    [Fact]
    public void A_gap_is_the_difference_of_two_figures_and_names_both_rows()
    {
        Put(ObservationPart.Minus, 34.6m, row: 5, hasMinus: true);
        Put(ObservationPart.Value, 62.0m, row: 3, hasMinus: true);

        var observation = Observations().ShouldHaveSingleItem();
        (observation.Value.Value, observation.Row, observation.MinusRow).ShouldBe((27.4m, 3, 5));
    }

    [Theory]
    [InlineData("fsm", "other minus fsm")]
    [InlineData("other", "other")]
    public void A_gap_names_both_columns_whichever_was_read_first(string minus, string column)
    {
        Put(ObservationPart.Minus, Measure.From(34.6m), hasMinus: true, column: minus);
        Put(ObservationPart.Value, Measure.From(62.0m), hasMinus: true, column: "other");

        _collector.ToSeries().ShouldHaveSingleItem().Column.ShouldBe(column);
    }

    [Theory]
    [InlineData(ObservationPart.Value)]
    [InlineData(ObservationPart.Minus)]
    public void A_gap_of_which_one_figure_is_missing_is_missing_for_its_reason(ObservationPart missing)
    {
        Put(missing, Measure.None(MissingReason.Suppressed, "c"), hasMinus: true);
        Put(
            missing == ObservationPart.Value ? ObservationPart.Minus : ObservationPart.Value,
            Measure.From(34.6m),
            hasMinus: true
        );

        Observations().ShouldHaveSingleItem().Value.ShouldBe(Measure.None(MissingReason.Suppressed, "c"));
    }

    [Theory]
    [InlineData(ObservationPart.Value)]
    [InlineData(ObservationPart.Minus)]
    public void A_gap_of_which_one_figure_was_never_given_is_no_observation(ObservationPart only)
    {
        Put(only, 62.0m, hasMinus: true);

        _collector.ToSeries().ShouldBeEmpty();
    }

    [Fact]
    public void A_gap_whose_second_figure_conflicts_is_not_used()
    {
        Put(ObservationPart.Value, 62.0m, hasMinus: true);
        Put(ObservationPart.Minus, 34.6m, hasMinus: true);
        Put(ObservationPart.Minus, 34.7m, hasMinus: true);

        Observations().ShouldHaveSingleItem().Value.Missing.ShouldBe(MissingReason.Conflicting);
    }

    [Fact]
    public void Counts_without_a_figure_are_no_observation()
    {
        Put(ObservationPart.Numerator, 174);
        Put(ObservationPart.Denominator, 1002);

        _collector.ToSeries().ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_beside_the_figure_goes_with_it()
    {
        _collector.Add(
            new FigureCell(Id, Year2011, ObservationPart.Value)
            {
                Source = "s",
                Rank = 0,
                Column = "c",
                Measure = Measure.From(1),
                Beside = new ObservationDetails
                {
                    Lower = 0.5m,
                    Upper = 1.5m,
                    RevisionStatus = RevisionStatus.Provisional,
                    Note = "a note",
                },
            },
            2
        );

        var o = Observations().ShouldHaveSingleItem();
        (o.Lower, o.Upper, o.RevisionStatus, o.Note).ShouldBe((0.5m, 1.5m, RevisionStatus.Provisional, "a note"));
    }

    [Fact]
    public void Only_the_figures_own_cell_brings_what_stands_beside_it()
    {
        _collector.Add(
            new FigureCell(Id, Year2011, ObservationPart.Value)
            {
                Source = "s",
                Rank = 0,
                Column = "c",
                Measure = Measure.From(1),
                Beside = new ObservationDetails { Note = "of the figure" },
            },
            2
        );
        _collector.Add(
            new FigureCell(Id, Year2011, ObservationPart.Denominator)
            {
                Source = "s",
                Rank = 0,
                Column = "c",
                Measure = Measure.From(9),
                Beside = new ObservationDetails { Note = "of the count" },
            },
            3
        );

        Observations().ShouldHaveSingleItem().Note.ShouldBe("of the figure");
    }

    [Fact]
    public void The_counts_of_the_figure_taken_away_go_with_a_gap()
    {
        Put(ObservationPart.Value, 62.0m, hasMinus: true);
        Put(ObservationPart.Minus, 34.6m, hasMinus: true);
        Put(ObservationPart.MinusNumerator, 346, hasMinus: true);
        Put(ObservationPart.MinusDenominator, 1000, hasMinus: true);

        var gap = Observations().ShouldHaveSingleItem();
        (gap.MinusNumerator, gap.MinusDenominator).ShouldBe((346, 1000));
    }

    [Fact]
    public void Of_two_different_counts_neither_is_used_and_the_figure_stands()
    {
        Put(ObservationPart.Value, 17.4m);
        Put(ObservationPart.Denominator, 1002);
        Put(ObservationPart.Denominator, 1003).ShouldBe(AddOutcome.Conflicting);

        var observation = Observations().ShouldHaveSingleItem();
        (observation.Value.Value, observation.Denominator).ShouldBe((17.4m, null));
    }

    [Fact]
    public void A_figure_that_is_no_gap_takes_no_row_away()
    {
        Put(ObservationPart.Value, 17.4m);

        Observations().ShouldHaveSingleItem().MinusRow.ShouldBeNull();
    }

    [Fact]
    public void A_gap_of_which_both_figures_are_missing_gives_the_reason_of_the_first()
    {
        Put(ObservationPart.Value, Measure.None(MissingReason.NotApplicable, "z"), hasMinus: true);
        Put(ObservationPart.Minus, Measure.None(MissingReason.Suppressed, "c"), hasMinus: true);

        Observations().ShouldHaveSingleItem().Value.ShouldBe(Measure.None(MissingReason.NotApplicable, "z"));
    }

    [Fact]
    public void The_row_of_a_part_is_the_one_that_brought_it_first()
    {
        Put(ObservationPart.Value, 17.4m, row: 4);
        Put(ObservationPart.Value, 17.5m, row: 8);

        _collector.RowOf(Id, Year2011, ObservationPart.Value).ShouldBe(4);
        _collector.RowOf(Id, Year2011, ObservationPart.Denominator).ShouldBeNull();
        _collector.RowOf(Id, Year2012, ObservationPart.Value).ShouldBeNull();
        _collector.RowOf(new("another", Id.Area), Year2011, ObservationPart.Value).ShouldBeNull();
    }

    [Fact]
    public void Areas_and_indicators_are_series_of_their_own()
    {
        foreach (var id in new[] { new SeriesId("a", "1"), new SeriesId("a", "2"), new SeriesId("b", "1") })
            _collector.Add(
                new FigureCell(id, Year2011, ObservationPart.Value)
                {
                    Source = "s",
                    Rank = 0,
                    Column = "c",
                    Measure = Measure.From(1),
                },
                2
            );

        _collector.ToSeries().Select(s => (s.Indicator, s.Area)).ShouldBe([("a", "1"), ("a", "2"), ("b", "1")]);
    }

    private IReadOnlyList<Observation> Observations() => _collector.ToSeries().ShouldHaveSingleItem().Observations;

    private AddOutcome Put(
        ObservationPart role,
        decimal value,
        Period? period = null,
        long row = 2,
        bool hasMinus = false
    ) => Put(role, Measure.From(value), period, row, hasMinus);

    private AddOutcome Put(
        ObservationPart role,
        Measure measure,
        Period? period = null,
        long row = 2,
        bool hasMinus = false,
        string column = "l3by19"
    ) =>
        _collector.Add(
            new FigureCell(Id, period ?? Year2011, role)
            {
                Source = "ees:l3by19",
                Rank = 1,
                Column = column,
                HasMinus = hasMinus,
                Measure = measure,
            },
            row
        );
}
