using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Periods;

public sealed class PeriodLabelTests
{
    [Theory]
    [InlineData("calendar", PeriodKind.CalendarYear, "2015-01-01", "2015-12-31")]
    [InlineData("financial", PeriodKind.FinancialYear, "2014-04-01", "2015-03-31")]
    [InlineData("academic", PeriodKind.AcademicYear, "2014-09-01", "2015-08-31")]
    [InlineData("reporting", PeriodKind.ReportingYear, "2014-04-01", "2015-03-31")]
    [InlineData("tax", PeriodKind.TaxYear, "2014-04-06", "2015-04-05")]
    [InlineData("at-31-march", PeriodKind.Day, "2015-03-31", "2015-03-31")]
    [InlineData("at-31-august", PeriodKind.Day, "2015-08-31", "2015-08-31")]
    public void A_bare_year_is_the_year_of_the_series_that_ends_in_it(
        string years,
        PeriodKind kind,
        string start,
        string end
    ) => Read("2015", years).ShouldBe(new(kind, Given.Day(start), Given.Day(end)));

    [Fact]
    public void A_bare_year_of_a_series_without_year_type_cannot_be_read() => CannotBeRead("2015", null);

    [Theory]
    [InlineData("2015/16")]
    [InlineData("2015-16")]
    [InlineData("2015/2016")]
    [InlineData("2015_16")]
    [InlineData("2015 to 2016")]
    [InlineData("2015/6")]
    [InlineData("2015/16*")]
    [InlineData("2015/16 (est)")]
    [InlineData("Year 2015/16")]
    [InlineData(" 2015/16 ")]
    public void Two_following_years_are_the_year_that_ends_in_the_second(string label) =>
        Read(label, "academic").ShouldBe(new(PeriodKind.AcademicYear, new(2015, 9, 1), new(2016, 8, 31)));

    [Fact]
    public void Two_following_years_over_the_turn_of_the_century_are_one_year() =>
        Read("1999/00", "financial").ShouldBe(new(PeriodKind.FinancialYear, new(1999, 4, 1), new(2000, 3, 31)));

    [Fact]
    public void Two_following_years_without_year_type_are_a_financial_year() =>
        Read("2015/16", null).ShouldBe(new(PeriodKind.FinancialYear, new(2015, 4, 1), new(2016, 3, 31)));

    [Fact]
    public void Two_following_years_of_a_calendar_series_cannot_be_placed() => CannotBeRead("2015/16", "calendar");

    [Theory]
    [InlineData("2014-16", PeriodKind.Years, "2013-09-01", "2016-08-31")]
    [InlineData("2014-2016", PeriodKind.Years, "2013-09-01", "2016-08-31")]
    [InlineData("2014 to 2016", PeriodKind.Years, "2013-09-01", "2016-08-31")]
    [InlineData("2025-26", PeriodKind.AcademicYear, "2025-09-01", "2026-08-31")]
    [InlineData("1998-01", PeriodKind.Years, "1997-09-01", "2001-08-31")]
    [InlineData("2006-16", PeriodKind.Years, "2005-09-01", "2016-08-31")]
    public void A_hyphen_joins_pooled_years_unless_the_second_year_follows_the_first(
        string label,
        PeriodKind kind,
        string start,
        string end
    ) => Read(label, "academic").ShouldBe(new(kind, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("2016-14")]
    [InlineData("2016-16")]
    [InlineData("2016-2016")]
    [InlineData("2016-2014")]
    [InlineData("2005-16")]
    [InlineData("2004-16")]
    [InlineData("2095-0100")]
    public void A_range_that_runs_backwards_or_over_more_than_ten_years_cannot_be_read(string label) =>
        CannotBeRead(label, "academic");

    [Fact]
    public void A_range_without_year_type_cannot_be_read() => CannotBeRead("2014-16", null);

    [Theory]
    [InlineData("2012/13 Q1", "2012-04-01", "2012-06-30")]
    [InlineData("2012/13 Q2", "2012-07-01", "2012-09-30")]
    [InlineData("2012/13 Q3", "2012-10-01", "2012-12-31")]
    [InlineData("2012/13 Q4", "2013-01-01", "2013-03-31")]
    [InlineData("2012-13 q4", "2013-01-01", "2013-03-31")]
    [InlineData("2012/2013Q4", "2013-01-01", "2013-03-31")]
    public void A_quarter_is_a_quarter_of_the_financial_year(string label, string start, string end) =>
        Read(label, null).ShouldBe(new(PeriodKind.Quarter, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("2018/19 - 20/21", "2018-04-01", "2021-03-31")]
    [InlineData("2018/19 to 2020/21", "2018-04-01", "2021-03-31")]
    [InlineData("2013/14-15/16", "2013-04-01", "2016-03-31")]
    [InlineData("2018/19 to 2019/20", "2018-04-01", "2020-03-31")]
    [InlineData("1998/99 - 00/01", "1998-04-01", "2001-03-31")]
    [InlineData("2010/11 - 20/21", "2010-04-01", "2021-03-31")]
    public void Pooled_years_run_from_the_first_day_of_the_first_to_the_last_day_of_the_last(
        string label,
        string start,
        string end
    ) => Read(label, "financial").ShouldBe(new(PeriodKind.Years, Given.Day(start), Given.Day(end)));

    [Fact]
    public void Pooled_years_without_year_type_are_financial_years() =>
        Read("2018/19 - 20/21", null).ShouldBe(new(PeriodKind.Years, new(2018, 4, 1), new(2021, 3, 31)));

    [Fact]
    public void Pooled_years_are_of_the_kind_of_the_series() =>
        Read("2018/19 - 20/21", "academic").ShouldBe(new(PeriodKind.Years, new(2018, 9, 1), new(2021, 8, 31)));

    [Theory]
    [InlineData("2018/19 - 18/19")]
    [InlineData("2018/19 - 2017/18")]
    [InlineData("2010/11 - 21/22")]
    [InlineData("2018/19 - 20/22")]
    [InlineData("2018/20 - 20/21")]
    public void Pooled_years_that_run_backwards_stand_still_or_are_more_than_eleven_cannot_be_read(string label) =>
        CannotBeRead(label, "financial");

    [Theory]
    [InlineData("financial")]
    [InlineData("at-31-august")]
    public void A_year_type_is_found_whatever_the_case_of_its_name(string name) =>
        YearType.Find(name.ToUpperInvariant()).ShouldBe(YearType.Find(name));

    [Fact]
    public void No_other_year_type_is_found() =>
        new[] { null, "", "year" }.ShouldAllBe(name => YearType.Find(name) == null);

    [Fact]
    public void The_catalogue_may_use_eight_year_types() =>
        YearType.Names.ShouldBe(
            ["calendar", "financial", "academic", "reporting", "tax", "at-31-march", "at-30-september", "at-31-august"],
            ignoreOrder: true
        );

    [Theory]
    [InlineData("2025 (prov)", RevisionStatus.Provisional)]
    [InlineData("2025 (Provisional)", RevisionStatus.Provisional)]
    [InlineData("2018 (Rev)", RevisionStatus.Revised)]
    [InlineData("2018(revised)", RevisionStatus.Revised)]
    [InlineData("2020 (Final)", RevisionStatus.Final)]
    [InlineData("2023/24p", RevisionStatus.Provisional)]
    [InlineData("2324r", RevisionStatus.Revised)]
    [InlineData("2023/24 [R]", RevisionStatus.Revised)]
    [InlineData("23/24 (e)", null)]
    [InlineData("2020", null)]
    public void An_ending_says_how_final_the_figure_is(string label, RevisionStatus? expected)
    {
        PeriodLabel.TryParse(label, YearType.Find("academic"), out _, out var status).ShouldBeTrue();
        status.ShouldBe(expected);
    }

    [Fact]
    public void The_ending_OT_says_nothing_of_how_final_the_figure_is()
    {
        PeriodLabel.TryParse("2016-17 (OT)", YearType.Find("academic"), out var period, out var status).ShouldBeTrue();
        period.ShouldBe(new(PeriodKind.AcademicYear, new(2016, 9, 1), new(2017, 8, 31)));
        status.ShouldBeNull();
    }

    [Theory]
    [InlineData("31 March 2024")]
    [InlineData("2024-03-31")]
    [InlineData("31/03/2024")]
    public void A_day_is_read_day_first(string label) =>
        Read(label, null).ShouldBe(new(PeriodKind.Day, new(2024, 3, 31), new(2024, 3, 31)));

    [Theory]
    [InlineData("1900-01-01", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2099-12-31", true)]
    [InlineData("2100-01-01", false)]
    public void A_day_is_of_the_years_1900_to_2099(string label, bool read) =>
        PeriodLabel.TryParse(label, null, out _, out _).ShouldBe(read);

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("(prov)")]
    [InlineData("p")]
    [InlineData("2015/16 x")]
    [InlineData("1815")]
    [InlineData("20155")]
    [InlineData("201517")]
    [InlineData("2023 Q3")]
    [InlineData("911")]
    [InlineData("FY2015/16")]
    [InlineData("Oct 2023 to Sep 2024")]
    [InlineData("2015/17 Q1")]
    [InlineData("2015/16 Q5")]
    [InlineData("2018/20 - 20/21")]
    [InlineData("2018/19 - 20/22")]
    [InlineData("31 February 2024")]
    [InlineData("latest")]
    public void Anything_else_cannot_be_read(string label) => CannotBeRead(label, "academic");

    private static Period Read(string label, string? years)
    {
        PeriodLabel.TryParse(label, YearType.Find(years), out var period, out _).ShouldBeTrue();
        return period;
    }

    private static void CannotBeRead(string label, string? years) =>
        PeriodLabel.TryParse(label, YearType.Find(years), out _, out _).ShouldBeFalse();
}
