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
        AttainmentEight.BreakBetween(new(2015, 9, 1), new(2022, 9, 1))!.Note.ShouldBe("Return of exams.");

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
