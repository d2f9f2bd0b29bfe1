using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class CoverageTests
{
    private static readonly Period Year2011 = YearType.Find("academic")!.Ending(2011);
    private static readonly Period Year2012 = YearType.Find("academic")!.Ending(2012);

    [Fact]
    public void Two_releases_with_figures_for_the_same_areas_have_the_same_signs()
    {
        var one = Coverage.From([Of("E1", Figure(Year2011, 1)), Of("E2", Figure(Year2011, 2))])["absence"];
        var other = Coverage.From([Of("E2", Figure(Year2011, 8)), Of("E1", Figure(Year2011, 9))])["absence"];

        (one.Source, one.Rank).ShouldBe(("ees:abs", 1));
        other.Periods[Year2011.Key].ShouldBe(one.Periods[Year2011.Key]);
    }

    [Fact]
    public void An_area_more_changes_both_signs_and_a_symbol_for_it_only_the_first()
    {
        var one = Coverage.From([Of("E1", Figure(Year2011, 1))])["absence"].Periods[Year2011.Key];
        var more = Coverage.From([Of("E1", Figure(Year2011, 1)), Of("E2", Figure(Year2011, 2))])["absence"].Periods[
            Year2011.Key
        ];
        var symbol = Coverage.From([Of("E1", Figure(Year2011, 1)), Of("E2", Held(Year2011))])["absence"].Periods[
            Year2011.Key
        ];

        (more.Reported == one.Reported, more.WithValue == one.WithValue).ShouldBe((false, false));
        (symbol.Reported == more.Reported, symbol.WithValue == one.WithValue).ShouldBe((true, true));
    }

    [Fact]
    public void Each_period_has_signs_of_its_own()
    {
        var periods = Coverage
            .From([Of("E1", Figure(Year2011, 1), Held(Year2012)), Of("E2", Figure(Year2012, 1))])["absence"]
            .Periods;

        periods.Keys.ShouldBe([Year2011.Key, Year2012.Key], ignoreOrder: true);
        periods[Year2011.Key].Reported.ShouldNotBe(periods[Year2012.Key].Reported);
    }

    [Fact]
    public void A_sign_is_sixteen_hexadecimal_digits_that_never_change() =>
        Coverage
            .From([Of("E1", Figure(Year2011, 1)), Of("E2", Figure(Year2011, 1))])["absence"]
            .Periods[Year2011.Key]
            .Reported.ShouldBe("4b3406c81ce8dd5a");

    [Fact]
    public void What_was_written_to_the_ledger_is_read_back()
    {
        var coverage = Coverage.From([
            Of("E1", Figure(Year2011, 1), Held(Year2012)),
            Of("E2", Figure(Year2011, 2)),
            Of("E1", Held(Year2012)) with
            {
                Indicator = "obesity",
                Preference = -1,
            },
        ]);

        var read = Coverage.Read(Coverage.Write(coverage));

        read.Keys.ShouldBe(["absence", "obesity"], ignoreOrder: true);
        (read["obesity"].Source, read["obesity"].Rank).ShouldBe(("ees:abs", -1));
        foreach (var (indicator, one) in coverage)
            read[indicator].Periods.ShouldBe(one.Periods, ignoreOrder: true);
    }

    [Fact]
    public void The_same_coverage_is_written_as_the_same_text_whatever_its_order()
    {
        Series[] series =
        [
            Of("E1", Figure(Year2011, 1), Held(Year2012)),
            Of("E1", Held(Year2012)) with
            {
                Indicator = "obesity",
            },
        ];

        Coverage.Write(Coverage.From(series.Reverse())).ShouldBe(Coverage.Write(Coverage.From(series)));
    }

    [Fact]
    public void A_ledger_without_coverage_has_none() => Coverage.Read(null).ShouldBeEmpty();

    [Theory]
    [InlineData(30_000, true)]
    [InlineData(30_001, false)]
    public void A_text_longer_than_a_property_holds_is_not_written(int length, bool written)
    {
        var bare = Coverage.Write(Coverage.From([Of("E1", Figure(Year2011, 1))]))!.Length - "absence".Length;

        var text = Coverage.Write(
            Coverage.From([Of("E1", Figure(Year2011, 1)) with { Indicator = new('i', length - bare) }])
        );

        (text?.Length).ShouldBe(written ? length : null);
    }

    private static Series Of(string area, params Observation[] observations) =>
        new("absence", area, "ees:abs", 1, "abs", observations);

    private static Observation Figure(Period period, decimal value) =>
        new()
        {
            Period = period,
            Value = Measure.From(value),
            Row = 2,
        };

    private static Observation Held(Period period) =>
        new()
        {
            Period = period,
            Value = Measure.None(MissingReason.Suppressed, "c"),
            Row = 2,
        };
}
