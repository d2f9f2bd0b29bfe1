using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Formats.Own;

public sealed class LocalReturnReaderTests
{
    private const string Header = "indicator,area_code,period,year_type,value,numerator,denominator,status,note";
    private const string Assessments =
        "initial-assessments,E10000024,2012/13,financial,82.5,1650,2000,Provisional,Illustrative";

    [Fact]
    public async Task A_row_is_a_figure_of_the_council()
    {
        var reading = await ReadAsync(Assessments);

        var series = reading.Series.ToSeries().ShouldHaveSingleItem();
        (series.Indicator, series.Area, series.Source, series.Preference, series.Column).ShouldBe(
            ("initial-assessments", "E10000024", "local:initial-assessments", Series.LocalReturnPreference, "value")
        );
        var o = series.Observations.ShouldHaveSingleItem();
        (o.Period.Label, o.Value.Value, o.Numerator, o.Denominator, o.RevisionStatus, o.Note).ShouldBe(
            ("2012/13", 82.5m, 1650, 2000, RevisionStatus.Provisional, "Illustrative")
        );
    }

    [Theory]
    [InlineData("initial-assessments", "2012/13 Q2", "", "2012/13 Q2")]
    [InlineData("initial-assessments", "2011/12", "reporting", "Year to 31 March 2012")]
    [InlineData("overall-absence", "2012", "academic", "2011/12")]
    [InlineData("overall-absence", "2011/12 Q2", "financial", "2011/12 Q2")]
    [InlineData("child-protection-plans", "2012", "at-31-march", "31 March 2012")]
    [InlineData("elective-home-education", "2012", "calendar", "2012")]
    public async Task A_period_is_a_quarter_a_day_or_a_year_of_a_type(
        string indicator,
        string period,
        string years,
        string label
    )
    {
        var reading = await ReadAsync($"{indicator},E10000024,{period},{years},8.2,,,,");

        reading.Of(indicator, "E10000024").ShouldHaveSingleItem().Period.Label.ShouldBe(label);
    }

    [Theory]
    [InlineData("overall-absence", "2022", "calendar")]
    [InlineData("overall-absence", "2021/22", "financial")]
    [InlineData("initial-assessments", "2011/12", "tax")]
    [InlineData("initial-assessments", "2012", "at-31-march")]
    [InlineData("child-protection-plans", "2011/12", "financial")]
    [InlineData("child-protection-plans", "2012", "at-30-september")]
    [InlineData("overall-absence", "Apr 2011 to Mar 2012", "")]
    public async Task A_year_of_another_kind_than_the_publishers_is_rejected(
        string indicator,
        string period,
        string years
    )
    {
        var reading = await ReadAsync($"{indicator},E10000024,{period},{years},8.2,,,,");

        reading.Codes().ShouldBe(["PERIOD_OTHER_YEAR"]);
        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_is_taken_for_an_indicator_that_is_measured_on_days()
    {
        const string plans = "child-protection-plans,E10000024,30 September 2012,,30.1,,,,";

        (await ReadAsync(plans))
            .Of("child-protection-plans", "E10000024")[0]
            .Period.Label.ShouldBe("30 September 2012");
    }

    [Theory]
    [InlineData("initial-assessments", "30 September 2012", "")]
    [InlineData("initial-assessments", "2011-12-01", "financial")]
    [InlineData("initial-assessments", "01/12/2011", "financial")]
    [InlineData("initial-assessments", "12/2011", "financial")]
    [InlineData("initial-assessments", "Dec-11", "financial")]
    [InlineData("initial-assessments", "December 2011", "financial")]
    [InlineData("initial-assessments", "1-Dec-11", "financial")]
    [InlineData("initial-assessments", "40878", "financial")]
    [InlineData("child-protection-plans", "2011-12-01", "")]
    [InlineData("child-protection-plans", "2011-12-01", "at-31-march")]
    public async Task A_date_that_Excel_made_of_a_year_is_no_period_of_the_series(
        string indicator,
        string period,
        string years
    )
    {
        var reading = await ReadAsync($"{indicator},E10000024,{period},{years},82.5,,,,");

        reading.Codes().ShouldBe(["PERIOD_IS_DATE"]);
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Theory]
    [InlineData("child-protection-plans,E10000024,1905-07-16,,30.1,,,,")]
    [InlineData("child-protection-plans,E10000024,1989,at-31-march,30.1,,,,")]
    public async Task A_period_before_1990_is_of_no_series(string row) =>
        (await ReadAsync(row)).Codes().ShouldBe(["PERIOD_TOO_EARLY"]);

    [Theory]
    [InlineData("2012,")]
    [InlineData("2011/12,")]
    [InlineData("2010/11 - 12/13,")]
    [InlineData("2012,school")]
    [InlineData("2012/14,financial year")]
    [InlineData(",financial")]
    public async Task A_period_that_cannot_be_read_rejects_its_row(string period)
    {
        var reading = await ReadAsync(Assessments.Replace("2012/13,financial", period));

        reading.Codes().ShouldBe(["PERIOD_UNREADABLE"]);
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Theory]
    [InlineData("2012/13,school", "The year_type is not known. Use calendar, financial")]
    [InlineData("2012/13,Academic year", "The year_type is not known.")]
    [InlineData("2012/13,", "The period needs a year_type: use financial")]
    [InlineData("2012/13,calendar", "The period does not fit its year_type: use financial")]
    [InlineData("2012/13 Q2,academic", "The period does not fit its year_type: use financial, reporting")]
    public async Task A_wrong_kind_of_year_is_not_blamed_on_the_period(string period, string says)
    {
        var finding = (await ReadAsync(Assessments.Replace("2012/13,financial", period)))
            .Findings.ToList()
            .First(f => f.Code == "PERIOD_UNREADABLE");

        finding.Column.ShouldBe("year_type");
        finding.Message.ShouldStartWith(says);
    }

    [Theory]
    [InlineData("initial-assessments", "assessments", "INDICATOR_UNKNOWN")]
    [InlineData("E10000024", "E10000099", "AREA_UNKNOWN")]
    [InlineData("82.5", "82,5", "CELL_COUNT")]
    [InlineData("82.5", "about 82", "CELL_UNREADABLE")]
    [InlineData("82.5", "825", "PERCENT_OUT_OF_RANGE")]
    [InlineData("1650", "many", "CELL_UNREADABLE")]
    public async Task A_row_with_a_fault_is_rejected(string right, string wrong, string code)
    {
        var reading = await ReadAsync(Assessments.Replace(right, wrong));

        reading.Codes().ShouldBe([code]);
        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("82.5,1650,2000")]
    [InlineData("83,1651,2001")]
    [InlineData("83,1650,2000")]
    [InlineData("82.5,165,200")]
    [InlineData("80,5,5")]
    public async Task A_percentage_may_differ_from_its_counts_as_far_as_their_rounding_goes(string figures) =>
        (await ReadAsync(Assessments.Replace("82.5,1650,2000", figures))).Codes().ShouldBeEmpty();

    [Theory]
    [InlineData("80.5,1651,2001", "PERCENT_DISAGREES", 1)]
    [InlineData("8.25,1651,2001", "FIGURE_NOT_OF_COUNTS", 0)]
    [InlineData("0,1651,2001", "FIGURE_NOT_OF_COUNTS", 0)]
    [InlineData("82.5,165,2001", "FIGURE_NOT_OF_COUNTS", 0)]
    [InlineData("82.5,-1650,2000", "FIGURE_NEGATIVE", 0)]
    [InlineData("-82.5,1650,2000", "PERCENT_OUT_OF_RANGE", 0)]
    public async Task A_percentage_that_its_counts_contradict_is_found(string figures, string code, int accepted)
    {
        var reading = await ReadAsync(Assessments.Replace("82.5,1650,2000", figures));

        reading.Codes().ShouldBe([code]);
        reading.Rows.Accepted.ShouldBe(accepted);
    }

    [Fact]
    public async Task A_figure_of_nobody_is_no_figure()
    {
        var reading = await ReadAsync(Assessments.Replace("82.5,1650,2000", "0,0,0"));

        reading.Codes().ShouldBe(["DENOMINATOR_ZERO"]);
        var none = reading.Of("initial-assessments", "E10000024").ShouldHaveSingleItem();
        (none.Value.Missing, none.Denominator).ShouldBe((MissingReason.NotApplicable, 0));
    }

    [Theory]
    [InlineData("Target")]
    [InlineData("forecast")]
    [InlineData("Projected")]
    [InlineData("goal")]
    [InlineData("Final (target)")]
    public async Task A_target_or_forecast_is_no_figure(string status)
    {
        var reading = await ReadAsync(Assessments.Replace("Provisional", status));

        reading.Codes().ShouldBe(["NO_FIGURE", "FIGURE_IS_TARGET"], ignoreOrder: true);
        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("on target")]
    [InlineData("no change")]
    public async Task A_status_that_mentions_a_target_is_none(string status) =>
        (await ReadAsync(Assessments.Replace("Provisional", status)))
            .Of("initial-assessments", "E10000024")
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("Lower than planned")]
    [InlineData("Excludes special schools")]
    public async Task A_note_may_speak_of_a_group(string comment) =>
        (await Drop.ReadAsync($"{Header},comment\n{Assessments},{comment}\n", Feed.Local))
            .Of("initial-assessments", "E10000024")
            .ShouldHaveSingleItem();

    [Fact]
    public async Task A_sheet_of_targets_is_left_out()
    {
        var book = new XlsxBook()
            .Sheet("Actual", XlsxBook.Typed($"{Header}\n{Assessments}"))
            .Sheet("Targets 2013", XlsxBook.Typed($"{Header}\n{Assessments.Replace("82.5", "95")}"));

        var reading = await Drop.ReadAsync(book.ToBytes(), Feed.Local, "return.xlsx");

        reading.Of("initial-assessments", "E10000024").ShouldHaveSingleItem().Value.Value.ShouldBe(82.5m);
    }

    [Fact]
    public async Task A_group_that_stands_once_is_that_of_the_rows_below()
    {
        var reading = await Drop.ReadAsync(
            $"{Header},sex\n{Assessments},Girls\n{Assessments.Replace("2012/13", "2011/12")},\n",
            Feed.Local
        );

        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("under-18-conceptions", "-1", false, "calendar")]
    [InlineData("attainment-8", "-1", false)]
    [InlineData("free-school-meals-gap-gcse", "-1", true)]
    [InlineData("free-school-meals-gap-attainment-8", "-1", true)]
    [InlineData("level-3-gap-by-19", "-1", true)]
    public async Task Only_a_gap_may_be_below_zero(
        string indicator,
        string value,
        bool accepted,
        string years = "academic"
    )
    {
        var reading = await ReadAsync($"{indicator},E10000024,2013,{years},{value},,,,");

        reading.Codes().ShouldBe(accepted ? [] : ["FIGURE_NEGATIVE"]);
    }

    [Fact]
    public async Task Counts_status_and_note_may_be_left_out()
    {
        var reading = await Drop.ReadAsync(
            "indicator,area_code,period,year_type,value\ninitial-assessments,E10000024,2012/13,financial,82.5\n",
            Feed.Local
        );

        var o = reading.Of("initial-assessments", "E10000024").ShouldHaveSingleItem();
        (o.Value.Value, o.Numerator, o.RevisionStatus, o.Note).ShouldBe((82.5m, null, null, null));
    }

    [Theory]
    [InlineData("child-protection-plans", "at-31-march", "43,812", false)]
    [InlineData("child-protection-plans", "at-31-march", "43.812", true)]
    [InlineData("first-time-entrants", "calendar", "1,234.5", true)]
    public async Task Between_tabs_a_comma_alone_may_be_a_decimal_sign(
        string indicator,
        string years,
        string value,
        bool isRead
    )
    {
        var reading = await Drop.ReadAsync(
            $"{Header.Replace(',', '\t')}\n{indicator}\tE10000024\t2012\t{years}\t{value}\t\t\t\t\n",
            Feed.Local
        );

        reading.Codes().ShouldBe(isRead ? [] : ["CELL_UNREADABLE"]);
    }

    [Theory]
    [InlineData("group", "Girls", 0, "NO_FIGURE")]
    [InlineData("comment", "Girls only", 0, "NO_FIGURE")]
    [InlineData("sex", "All", 1, null)]
    [InlineData("district", "Bassetlaw", 1, "COLUMN_NOT_READ")]
    [InlineData("polarity", "Low is good", 1, null)]
    [InlineData("source", "Department for Education, girls and boys", 1, null)]
    [InlineData("category", "Overall", 1, null)]
    [InlineData("statistic", "Rank", 0, "NO_FIGURE")]
    [InlineData("value type", "Count", 0, "NO_FIGURE")]
    [InlineData("measure", "Percentage point change", 0, "NO_FIGURE")]
    [InlineData("unit", "Number per 10,000", 1, "COLUMN_NOT_READ")]
    public async Task A_row_of_a_part_does_not_count(string column, string word, int figures, string? code)
    {
        var reading = await Drop.ReadAsync($"{Header},{column}\n{Assessments},\"{word}\"\n", Feed.Local);

        reading.Of("initial-assessments", "E10000024").Count.ShouldBe(figures);
        reading.Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData("1,472", true)]
    [InlineData("40,812", false)]
    public async Task A_rate_above_a_tenth_of_all_may_have_a_comma_for_a_point(string value, bool isRead) =>
        (await ReadAsync($"first-time-entrants,E10000024,2012,calendar,\"{value}\",,,,"))
            .Codes()
            .ShouldBe(isRead ? [] : ["CELL_UNREADABLE"]);

    private static Task<FileReading> ReadAsync(params string[] rows) =>
        Drop.ReadAsync($"{Header}\n{string.Join('\n', rows)}\n", Feed.Local);
}
