using ChildrensTrust.Pipeline.Periods;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Periods;

public sealed class PeriodTests
{
    private static readonly Gen<Period> AnyPeriod = Gen.Select(
        Gen.Enum<PeriodKind>(),
        Gen.Int[0, 60_000],
        Gen.Int[0, 4000],
        (kind, start, length) =>
            new Period(kind, new DateOnly(1940, 1, 1).AddDays(start), new DateOnly(1940, 1, 1).AddDays(start + length))
    );

    [Theory]
    [InlineData(PeriodKind.CalendarYear, "2015-01-01", "2015-12-31", "2015")]
    [InlineData(PeriodKind.FinancialYear, "2023-04-01", "2024-03-31", "2023/24")]
    [InlineData(PeriodKind.AcademicYear, "1999-09-01", "2000-08-31", "1999/00")]
    [InlineData(PeriodKind.TaxYear, "2023-04-06", "2024-04-05", "2023/24")]
    [InlineData(PeriodKind.ReportingYear, "2023-04-01", "2024-03-31", "Year to 31 March 2024")]
    [InlineData(PeriodKind.Quarter, "2012-07-01", "2012-09-30", "2012/13 Q2")]
    [InlineData(PeriodKind.Quarter, "2013-01-01", "2013-03-31", "2012/13 Q4")]
    [InlineData(PeriodKind.Quarter, "2012-04-01", "2012-06-30", "2012/13 Q1")]
    [InlineData(PeriodKind.Quarter, "2012-10-01", "2012-12-31", "2012/13 Q3")]
    [InlineData(PeriodKind.Quarter, "1999-10-01", "1999-12-31", "1999/00 Q3")]
    [InlineData(PeriodKind.Quarter, "2012-12-01", "2013-02-28", "1 December 2012 to 28 February 2013")]
    [InlineData(PeriodKind.Quarter, "2012-04-06", "2012-07-05", "6 April 2012 to 5 July 2012")]
    [InlineData(PeriodKind.Years, "2018-04-01", "2021-03-31", "2018/19 to 2020/21")]
    [InlineData(PeriodKind.Years, "2018-01-01", "2020-12-31", "2018 to 2020")]
    [InlineData(PeriodKind.Years, "2018-01-02", "2021-01-01", "2018/19 to 2020/21")]
    [InlineData(PeriodKind.Month, "2020-03-01", "2020-03-31", "March 2020")]
    [InlineData(PeriodKind.Day, "2024-03-31", "2024-03-31", "31 March 2024")]
    [InlineData(PeriodKind.Week, "2020-10-12", "2020-10-18", "12 October 2020 to 18 October 2020")]
    [InlineData(PeriodKind.Term, "2022-09-01", "2023-04-30", "1 September 2022 to 30 April 2023")]
    [InlineData(PeriodKind.HalfYear, "2012-04-01", "2012-09-30", "1 April 2012 to 30 September 2012")]
    public void A_label_is_what_people_read(PeriodKind kind, string start, string end, string label) =>
        new Period(kind, Given.Day(start), Given.Day(end)).Label.ShouldBe(label);

    [Fact]
    public void A_key_is_read_back_as_the_same_period() => AnyPeriod.Sample(p => Period.Parse(p.Key) == p);

    [Fact]
    public void A_key_holds_nothing_of_the_culture() =>
        new Period(PeriodKind.Day, new(2024, 3, 31), new(2024, 3, 31)).Key.ShouldBe("Day|20240331|20240331");

    [Fact]
    public void A_period_that_ends_later_is_the_later_one_whatever_its_kind()
    {
        var academic = YearType.Find("academic")!.Ending(2012);
        var calendar = YearType.Find("calendar")!.Ending(2011);
        var quarter = new Period(PeriodKind.Quarter, new(2012, 7, 1), new(2012, 9, 30));

        new[] { quarter, academic, calendar }.Order().ShouldBe([calendar, academic, quarter]);
    }

    [Fact]
    public void A_period_that_ends_later_is_the_later_one_though_it_starts_earlier()
    {
        var three = new Period(PeriodKind.Years, new(2018, 4, 1), new(2021, 3, 31));

        three.CompareTo(YearType.Find("financial")!.Ending(2020)).ShouldBe(1);
    }

    [Fact]
    public void Of_two_periods_that_end_together_the_start_decides_before_the_kind()
    {
        var three = new Period(PeriodKind.Years, new(2018, 4, 1), new(2021, 3, 31));

        three.CompareTo(YearType.Find("financial")!.Ending(2021)).ShouldBe(-1);
    }

    [Fact]
    public void Of_two_periods_that_end_together_the_one_that_starts_later_is_later()
    {
        var year = new Period(PeriodKind.FinancialYear, new(2012, 4, 1), new(2013, 3, 31));
        var quarter = new Period(PeriodKind.Quarter, new(2013, 1, 1), new(2013, 3, 31));

        (quarter > year).ShouldBeTrue();
    }

    [Fact]
    public void Of_two_periods_of_the_same_days_the_kind_decides()
    {
        var financial = YearType.Find("financial")!.Ending(2013);
        var reporting = YearType.Find("reporting")!.Ending(2013);

        new[]
        {
            financial < reporting,
            financial > reporting,
            financial <= reporting,
            financial >= reporting,
        }.ShouldBe([true, false, true, false]);
    }

    [Fact]
    public void A_period_is_neither_before_nor_after_itself()
    {
        var (one, same) = (YearType.Find("tax")!.Ending(2013), YearType.Find("tax")!.Ending(2013));

        new[] { one < same, one > same, one <= same, one >= same }.ShouldBe([false, false, true, true]);
    }

    [Theory]
    [InlineData(PeriodKind.Month, "2024-01-01", "2024-01-31", "2024-02-01", "2024-02-29")]
    [InlineData(PeriodKind.Month, "2024-02-01", "2024-02-29", "2024-03-01", "2024-03-31")]
    [InlineData(PeriodKind.Quarter, "2012-07-01", "2012-09-30", "2012-10-01", "2012-12-31")]
    [InlineData(PeriodKind.Quarter, "2012-09-01", "2012-11-30", "2012-12-01", "2013-02-28")]
    [InlineData(PeriodKind.HalfYear, "2012-04-01", "2012-09-30", "2012-10-01", "2013-03-31")]
    [InlineData(PeriodKind.FinancialYear, "2012-04-01", "2013-03-31", "2013-04-01", "2014-03-31")]
    [InlineData(PeriodKind.TaxYear, "2012-04-06", "2013-04-05", "2013-04-06", "2014-04-05")]
    [InlineData(PeriodKind.Term, "2012-09-01", "2012-12-31", "2013-09-01", "2013-12-31")]
    [InlineData(PeriodKind.Day, "2012-03-31", "2012-03-31", "2013-03-31", "2013-03-31")]
    [InlineData(PeriodKind.Day, "2023-02-28", "2023-02-28", "2024-02-28", "2024-02-28")]
    [InlineData(PeriodKind.Years, "2018-04-01", "2021-03-31", "2019-04-01", "2022-03-31")]
    public void The_next_period_follows_at_the_pace_of_its_kind(
        PeriodKind kind,
        string start,
        string end,
        string nextStart,
        string nextEnd
    ) =>
        new Period(kind, Given.Day(start), Given.Day(end)).Next.ShouldBe(
            new(kind, Given.Day(nextStart), Given.Day(nextEnd))
        );

    [Theory]
    [InlineData("2013-02-28", "2012-02-28")]
    [InlineData("2012-02-29", "2011-02-28")]
    public void The_year_before_a_day_is_the_same_day(string day, string before) =>
        new Period(PeriodKind.Day, Given.Day(day), Given.Day(day)).YearBefore.ShouldBe(
            new(PeriodKind.Day, Given.Day(before), Given.Day(before))
        );

    [Fact]
    public void A_period_reads_as_its_label() =>
        YearType.Find("financial")!.Ending(2013).ToString().ShouldBe("2012/13");

    [Fact]
    public void Two_periods_are_in_one_order_and_equal_only_when_they_are_the_same() =>
        Gen.Select(AnyPeriod, AnyPeriod)
            .Sample(
                (a, b) =>
                    Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
                    && (a.CompareTo(b) == 0) == (a == b)
                    && a < b == a.CompareTo(b) < 0
                    && a >= b == a.CompareTo(b) >= 0
                    && a > b == b < a
                    && a <= b == b >= a
            );

    [Theory]
    [InlineData("calendar")]
    [InlineData("financial")]
    [InlineData("academic")]
    [InlineData("reporting")]
    [InlineData("tax")]
    [InlineData("at-31-march")]
    [InlineData("at-31-august")]
    public void The_year_before_a_year_is_the_one_that_ends_a_year_earlier(string years)
    {
        var type = YearType.Find(years)!;
        Gen.Int[1901, 2100].Sample(year => type.Ending(year).YearBefore == type.Ending(year - 1));
    }

    [Theory]
    [InlineData("2013-02-01", "2013-02-28", "2012-02-01", "2012-02-29")]
    [InlineData("2012-02-01", "2012-02-29", "2011-02-01", "2011-02-28")]
    [InlineData("2012-12-01", "2013-02-28", "2011-12-01", "2012-02-29")]
    [InlineData("2011-12-01", "2012-02-29", "2010-12-01", "2011-02-28")]
    public void The_year_before_ends_on_the_last_day_of_February_in_leap_years_too(
        string start,
        string end,
        string startBefore,
        string endBefore
    )
    {
        var before = new Period(PeriodKind.Quarter, Given.Day(start), Given.Day(end)).YearBefore;
        before.ShouldBe(new(PeriodKind.Quarter, Given.Day(startBefore), Given.Day(endBefore)));
    }

    [Fact]
    public void A_quarter_is_comparable_with_the_same_quarter_of_another_year() =>
        Quarter("2012/13 Q2").IsComparableWith(Quarter("2009/10 Q2")).ShouldBeTrue();

    [Fact]
    public void A_quarter_is_not_comparable_with_another_quarter() =>
        Quarter("2012/13 Q2").IsComparableWith(Quarter("2012/13 Q1")).ShouldBeFalse();

    [Fact]
    public void A_February_is_comparable_with_that_of_a_leap_year() =>
        new Period(PeriodKind.Month, new(2013, 2, 1), new(2013, 2, 28))
            .IsComparableWith(new(PeriodKind.Month, new(2012, 2, 1), new(2012, 2, 29)))
            .ShouldBeTrue();

    [Fact]
    public void A_reporting_year_is_not_comparable_with_a_financial_year() =>
        YearType
            .Find("reporting")!
            .Ending(2015)
            .IsComparableWith(YearType.Find("financial")!.Ending(2014))
            .ShouldBeFalse();

    [Theory]
    [InlineData("2012-09-02", "2012-12-31")]
    [InlineData("2012-10-01", "2012-12-31")]
    [InlineData("2012-09-01", "2012-11-30")]
    [InlineData("2012-09-01", "2013-12-31")]
    public void A_term_of_other_days_is_not_comparable(string start, string end) =>
        new Period(PeriodKind.Term, new(2011, 9, 1), new(2011, 12, 31))
            .IsComparableWith(new(PeriodKind.Term, Given.Day(start), Given.Day(end)))
            .ShouldBeFalse();

    [Fact]
    public void Three_pooled_years_are_not_comparable_with_two()
    {
        var three = new Period(PeriodKind.Years, new(2018, 4, 1), new(2021, 3, 31));
        var two = new Period(PeriodKind.Years, new(2018, 4, 1), new(2020, 3, 31));

        three.IsComparableWith(two).ShouldBeFalse();
    }

    private static Period Quarter(string label)
    {
        PeriodLabel.TryParse(label, null, out var period, out _).ShouldBeTrue();
        return period;
    }
}
