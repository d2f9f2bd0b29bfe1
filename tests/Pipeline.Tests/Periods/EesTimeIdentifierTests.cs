using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Periods;

public sealed class EesTimeIdentifierTests
{
    [Theory]
    [InlineData("Calendar year", "2018", PeriodKind.CalendarYear, "2018-01-01", "2018-12-31")]
    [InlineData("Reporting year", "2024", PeriodKind.ReportingYear, "2023-04-01", "2024-03-31")]
    [InlineData("Academic year", "201617", PeriodKind.AcademicYear, "2016-09-01", "2017-08-31")]
    [InlineData("Financial year", "201617", PeriodKind.FinancialYear, "2016-04-01", "2017-03-31")]
    [InlineData("Tax year", "201617", PeriodKind.TaxYear, "2016-04-06", "2017-04-05")]
    [InlineData("Academic year", "199900", PeriodKind.AcademicYear, "1999-09-01", "2000-08-31")]
    public void A_year_starts_and_ends_on_its_own_days(
        string identifier,
        string time,
        PeriodKind kind,
        string start,
        string end
    ) => Read(identifier, time).ShouldBe(new(kind, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("Autumn term", "2022-09-01", "2022-12-31")]
    [InlineData("Spring term", "2023-01-01", "2023-04-30")]
    [InlineData("Summer term", "2023-05-01", "2023-08-31")]
    [InlineData("Autumn and spring term", "2022-09-01", "2023-04-30")]
    public void A_term_lies_in_the_calendar_year_in_which_it_is_taught(string identifier, string start, string end) =>
        Read(identifier, "202223").ShouldBe(new(PeriodKind.Term, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("Part 1 (April to September)", "2022-04-01", "2022-09-30")]
    [InlineData("Part 2 (October to March)", "2022-10-01", "2023-03-31")]
    public void A_part_is_half_a_financial_year(string identifier, string start, string end) =>
        Read(identifier, "202223").ShouldBe(new(PeriodKind.HalfYear, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("Financial year Q1", "201213", "2012-04-01", "2012-06-30")]
    [InlineData("Financial year Q2", "201213", "2012-07-01", "2012-09-30")]
    [InlineData("Financial year Q3", "201213", "2012-10-01", "2012-12-31")]
    [InlineData("Financial year Q4", "201213", "2013-01-01", "2013-03-31")]
    [InlineData("Academic year Q1", "201213", "2012-09-01", "2012-11-30")]
    [InlineData("Academic year Q2", "201213", "2012-12-01", "2013-02-28")]
    [InlineData("Academic year Q3", "201213", "2013-03-01", "2013-05-31")]
    [InlineData("Academic year Q4", "201213", "2013-06-01", "2013-08-31")]
    [InlineData("Calendar year Q1", "2012", "2012-01-01", "2012-03-31")]
    [InlineData("Calendar year Q4", "2012", "2012-10-01", "2012-12-31")]
    [InlineData("Tax year Q1", "201213", "2012-04-06", "2012-07-05")]
    [InlineData("Tax year Q4", "201213", "2013-01-06", "2013-04-05")]
    public void A_quarter_counts_from_the_start_of_its_year(string identifier, string time, string start, string end) =>
        Read(identifier, time).ShouldBe(new(PeriodKind.Quarter, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("January", "2023", "2023-01-01", "2023-01-31")]
    [InlineData("February", "2023", "2023-02-01", "2023-02-28")]
    [InlineData("February", "2024", "2024-02-01", "2024-02-29")]
    [InlineData("December", "2023", "2023-12-01", "2023-12-31")]
    public void A_month_is_known_by_its_English_name(string identifier, string time, string start, string end) =>
        Read(identifier, time).ShouldBe(new(PeriodKind.Month, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("Week 1", "2021", "2021-01-04", "2021-01-10")]
    [InlineData("Week 42", "2020", "2020-10-12", "2020-10-18")]
    [InlineData("Week 53", "2020", "2020-12-28", "2021-01-03")]
    public void A_week_runs_from_Monday_to_Sunday(string identifier, string time, string start, string end) =>
        Read(identifier, time).ShouldBe(new(PeriodKind.Week, Given.Day(start), Given.Day(end)));

    [Theory]
    [InlineData("academic year")]
    [InlineData(" ACADEMIC YEAR ")]
    public void Case_and_surrounding_spaces_of_the_identifier_do_not_matter(string identifier) =>
        Read(identifier, "201617").ShouldBe(Read("Academic year", "201617"));

    [Theory]
    [InlineData("Academic year", "2016")]
    [InlineData("Academic year", "20161")]
    [InlineData("Academic year", "2016177")]
    [InlineData("Academic year", "20l617")]
    [InlineData("Academic year", "")]
    [InlineData("Calendar year", "201617")]
    [InlineData("Calendar year", "201")]
    [InlineData("Calendar year", "+201")]
    [InlineData("Reporting year", "two thousand")]
    public void A_time_period_with_the_wrong_digits_cannot_be_read(string identifier, string time) =>
        CannotBeRead(identifier, time);

    [Theory]
    [InlineData("201618")]
    [InlineData("201616")]
    [InlineData("201600")]
    public void Six_digits_that_are_not_two_following_years_cannot_be_read(string time) =>
        CannotBeRead("Financial year", time);

    [Theory]
    [InlineData("1815")]
    [InlineData("1899")]
    [InlineData("2101")]
    [InlineData("2999")]
    public void A_year_outside_the_two_centuries_cannot_be_read(string time) => CannotBeRead("Calendar year", time);

    [Theory]
    [InlineData("1900")]
    [InlineData("2100")]
    public void The_first_and_the_last_year_can_be_read(string time) =>
        Read("Calendar year", time).Label.ShouldBe(time);

    [Fact]
    public void A_53rd_week_of_a_year_of_52_cannot_be_read() => CannotBeRead("Week 53", "2021");

    [Theory]
    [InlineData("academic year", "Academic year", 6)]
    [InlineData(" WEEK 7 ", "Week 7", 4)]
    [InlineData("tax year q3", "Tax year Q3", 6)]
    public void An_identifier_is_found_as_the_format_writes_it(string identifier, string expected, int expectedDigits)
    {
        EesTimeIdentifier.TryFind(identifier, out var name, out var digits).ShouldBeTrue();
        (name, digits).ShouldBe((expected, expectedDigits));
    }

    [Fact]
    public void An_unknown_identifier_is_not_found()
    {
        EesTimeIdentifier.TryFind("Week 54", out _, out var digits).ShouldBeFalse();
        digits.ShouldBe(0);
    }

    [Theory]
    [InlineData("Year")]
    [InlineData("Week 54")]
    [InlineData("Financial year Q5")]
    [InlineData("")]
    public void An_unknown_identifier_cannot_be_read(string identifier) => CannotBeRead(identifier, "2016");

    [Theory]
    [InlineData("Reporting year", "2024", "at-31-march", PeriodKind.Day, "2024-03-31", "2024-03-31")]
    [InlineData("Calendar year", "2015", "academic", PeriodKind.AcademicYear, "2014-09-01", "2015-08-31")]
    [InlineData("Academic year", "201617", "financial", PeriodKind.FinancialYear, "2016-04-01", "2017-03-31")]
    public void The_catalogues_year_type_overrides_the_publishers_year(
        string identifier,
        string time,
        string years,
        PeriodKind kind,
        string start,
        string end
    ) => Read(identifier, time, years).ShouldBe(new(kind, Given.Day(start), Given.Day(end)));

    [Fact]
    public void The_catalogues_year_type_leaves_a_part_of_a_year_as_it_is() =>
        Read("Autumn term", "202223", "academic").ShouldBe(Read("Autumn term", "202223"));

    private static Period Read(string identifier, string time, string? years = null)
    {
        EesTimeIdentifier.TryParse(identifier, time, YearType.Find(years), out var period).ShouldBeTrue();
        return period;
    }

    private static void CannotBeRead(string identifier, string time) =>
        EesTimeIdentifier.TryParse(identifier, time, null, out _).ShouldBeFalse();
}
