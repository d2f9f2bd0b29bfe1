using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

public sealed class IndicatorTests
{
    private static readonly Indicator Gcse = Reference.Default.Catalogue.Find("gcse-five-a-star-to-c")!;
    private static readonly Indicator AttainmentEight = Reference.Default.Catalogue.Find("attainment-8")!;

    [Theory]
    [InlineData("2012-09-30", true)]
    [InlineData("2017-03-31", true)]
    [InlineData("2017-09-30", false)]
    public void An_indicator_is_reported_until_its_last_day(string asAt, bool reported) =>
        Gcse.IsReportedAt(Given.Day(asAt)).ShouldBe(reported);

    [Theory]
    [InlineData("2016-03-31", false)]
    [InlineData("2016-09-30", true)]
    [InlineData("2030-09-30", true)]
    public void A_successor_is_reported_from_its_first_day(string asAt, bool reported) =>
        AttainmentEight.IsReportedAt(Given.Day(asAt)).ShouldBe(reported);

    [Theory]
    [InlineData("2012-09-01", "2013-09-01", true)]
    [InlineData("2010-09-01", "2014-09-01", true)]
    [InlineData("2011-09-01", "2012-09-01", false)]
    [InlineData("2013-09-01", "2014-09-01", false)]
    public void A_break_lies_between_periods_of_which_the_later_starts_on_or_after_it(
        string earlier,
        string later,
        bool broken
    ) => (Gcse.BreakBetween(Given.Day(earlier), Given.Day(later)) is not null).ShouldBe(broken);

    [Fact]
    public void Of_several_breaks_between_two_periods_the_latest_is_named() =>
        AttainmentEight.BreakBetween(new(2015, 9, 1), new(2021, 9, 1))!.Note.ShouldBe("Return of exams.");

    [Theory]
    [InlineData("overall-absence", "2018-09-01", "2020-09-01", null, "2019-09-01")]
    [InlineData("overall-absence", "2020-09-01", "2021-09-01", null, "2021-09-01")]
    [InlineData("persistent-absence", "2021-09-01", "2022-09-01", null, "2022-09-01")]
    [InlineData("persistent-absence", "2022-09-01", "2023-09-01", null, null)]
    [InlineData("persistent-absence", "2011-09-01", "2012-09-01", "2012-09-01", null)]
    [InlineData("attainment-8", "2019-09-01", "2020-09-01", "2020-09-01", null)]
    [InlineData("english-and-maths-grade-5", "2021-09-01", "2022-09-01", "2022-09-01", null)]
    [InlineData("free-school-meals-gap-attainment-8", "2022-09-01", "2023-09-01", null, null)]
    [InlineData("level-3-by-19", "2018-09-01", "2019-09-01", null, "2019-09-01")]
    [InlineData("level-3-gap-by-19", "2020-09-01", "2021-09-01", null, "2021-09-01")]
    [InlineData("initial-assessments", "2009-04-01", "2010-04-01", "2010-04-01", null)]
    [InlineData("year-6-excess-weight", "2018-09-01", "2019-09-01", null, "2019-09-01")]
    [InlineData("reception-obesity", "2018-09-01", "2022-09-01", null, "2021-09-01")]
    [InlineData("injury-admissions", "2023-04-01", "2024-04-01", null, "2024-04-01")]
    public void A_series_breaks_or_asks_for_caution_where_its_publisher_says_so(
        string indicator,
        string earlier,
        string later,
        string? broken,
        string? caution
    )
    {
        var found = Reference.Default.Catalogue.Find(indicator)!;
        var (from, to) = (Given.Day(earlier), Given.Day(later));

        (found.BreakBetween(from, to)?.From, found.CautionBetween(from, to)?.From).ShouldBe(
            (broken is null ? null : Given.Day(broken), caution is null ? null : Given.Day(caution))
        );
    }

    [Theory]
    [InlineData("children-in-low-income-families", "2024-12-12", false)]
    [InlineData("children-in-low-income-families", "2026-04-08", true)]
    [InlineData("first-time-entrants", "2026-04-07", false)]
    [InlineData("first-time-entrants", "2026-12-12", true)]
    public void A_note_is_given_from_the_day_on_which_it_was_known(string indicator, string known, bool given) =>
        (Reference.Default.Catalogue.Find(indicator)!.NoteAt(Given.Day(known)) ?? "")
            .Contains("2026", StringComparison.Ordinal)
            .ShouldBe(given);

    [Fact]
    public void A_series_is_named_by_its_format_and_its_filters() =>
        Reference.Default.Catalogue.Find("neet-16-to-17")!.Sources[0].Name.ShouldBe("ees:NEET_percent; Age=16-17");

    [Fact]
    public void A_gap_is_named_by_both_its_figures() =>
        Reference
            .Default.Catalogue.Find("free-school-meals-gap-gcse")!
            .Sources[0]
            .Name.ShouldBe("ees:pt_5ac_em_all_other minus pt_5ac_em_fsm");
}
