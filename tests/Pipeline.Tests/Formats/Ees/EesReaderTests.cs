using System.Text;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using static ChildrensTrust.Pipeline.Tests.Formats.Ees.EesRows;

namespace ChildrensTrust.Pipeline.Tests.Formats.Ees;

public sealed class EesReaderTests
{
    private const string Absence = "overall-absence";
    private const string NottsCode = "E10000024";
    private const string EnglandCode = "E92000001";

    [Theory]
    [InlineData("Derbyshire")]
    [InlineData("Dorset")]
    [InlineData("Nottingham (UA)")]
    [InlineData("East Midlands")]
    [InlineData("England")]
    public async Task An_authority_of_another_name_rejects_its_row(string name)
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header}\n{EesRows.England}\n{EesRows.Notts.Replace("Nottinghamshire", name)}\n"
        );

        (reading.Rows.Rejected, reading.Codes().Contains("CODES_DISAGREE")).ShouldBe((1, true));
    }

    [Theory]
    [InlineData("E92000001,England,,", "E92000001,Wales,,")]
    [InlineData("E12000004,East Midlands", "E12000004,West Midlands")]
    public async Task A_country_or_a_region_of_another_name_rejects_its_row(string of, string by)
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header}\n{EesRows.Notts}\n" + $"{EesRows.England}\n{EesRows.EastMidlands}\n".Replace(of, by)
        );

        (reading.Rows.Rejected, reading.Codes().Contains("CODES_DISAGREE")).ShouldBe((1, true));
    }

    [Theory]
    [InlineData("Count")]
    [InlineData("Rank")]
    public async Task A_column_that_says_another_statistic_throughout_is_no_total(string word) =>
        (await Drop.ReadAsync($"{EesRows.Header},value_type\n{EesRows.England},{word}\n{EesRows.Notts},{word}\n"))
            .Codes()
            .ShouldContain("NO_HEADLINE");

    [Theory]
    [InlineData("publisher", "Department for Education")]
    [InlineData("data_source", "School census 2024")]
    [InlineData("county", "Nottinghamshire")]
    public async Task A_column_that_says_where_figures_come_from_divides_nothing(string column, string word)
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header},{column}\n{EesRows.England},{word}\n{EesRows.Notts},{word}\n"
        );

        (reading.Rows.Accepted, string.Join(' ', reading.Codes())).ShouldBe((2, ""));
    }

    [Theory]
    [InlineData("year_group", "7 to 11")]
    [InlineData("age", "11 and 12")]
    [InlineData("year_group", "7 & 8")]
    [InlineData("key_stage", "2")]
    [InlineData("imd_quintile", "2")]
    public async Task A_part_in_digits_is_a_part_in_every_row_too(string column, string part) =>
        (await Drop.ReadAsync($"{EesRows.Header},{column}\n{EesRows.England},{part}\n{EesRows.Notts},{part}\n"))
            .Codes()
            .ShouldBe(["NO_HEADLINE"]);

    [Theory]
    [InlineData("1,145,520")]
    [InlineData("45.2%")]
    [InlineData("45 520")]
    [InlineData("-0.3 ppts")]
    [InlineData("▲")]
    [InlineData("1:20")]
    [InlineData("(12)")]
    [InlineData("+0.3pp")]
    [InlineData("4.1 - 4.3")]
    [InlineData("12†")]
    public async Task A_figure_as_people_show_it_in_a_column_that_is_not_read_is_no_part(string shown)
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header},cohort_sen_percent\n{EesRows.England},\"{shown}\"\n{EesRows.Notts},\"{shown}\"\n"
        );

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
        reading.Codes().ShouldNotContain("NO_HEADLINE");
    }

    [Theory]
    [InlineData("neet_quintile")]
    [InlineData("fsm_percent")]
    [InlineData("age_5_percent")]
    [InlineData("number_of_terms_pupils")]
    [InlineData("is_of_pupils_percent")]
    public async Task A_number_of_an_area_that_is_not_read_is_no_part(string column)
    {
        var reading = await Drop.ReadAsync($"{EesRows.Header},{column}\n{EesRows.England},1\n{EesRows.Notts},2\n");

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("100", "<5")]
    [InlineData("<5", "<5")]
    [InlineData("100", "TBC")]
    [InlineData("100", "#DIV/0!")]
    public async Task In_a_column_that_is_not_read_a_word_may_stand_for_a_figure(string england, string notts)
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header},sess_authorised\n{EesRows.England},{england}\n{EesRows.Notts},{notts}\n"
        );

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
    }

    [Theory]
    [InlineData("attendance_band", "100%", "100%")]
    [InlineData("percentile", "90th", "90th")]
    [InlineData("exclusion", "2nd", "2nd")]
    [InlineData("moves", "Total", "100%")]
    [InlineData("age", "5", "Under 5")]
    [InlineData("age", "0.5", "<1")]
    [InlineData("size_band", "<50", "50-100")]
    [InlineData("disability_flag", "1", "1")]
    [InlineData("nc_year_actual", "11", "11")]
    [InlineData("academic_age", "16", "16")]
    [InlineData("imd_decile_2019", "1", "1")]
    [InlineData("ever_6_fsm", "1", "1")]
    [InlineData("deprivation_quintile_idaci", "2", "2")]
    [InlineData("cin_flag", "Y", "Y")]
    public async Task A_column_that_divides_does_so_in_numbers_and_ranges_too(
        string column,
        string england,
        string notts
    )
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header},{column}\n{EesRows.England},{england}\n{EesRows.Notts},{notts}\n"
        );

        reading.Of(Absence, NottsCode).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("is_provisional")]
    [InlineData("is_la_revised")]
    [InlineData("imputed_flag")]
    [InlineData("rank")]
    public async Task A_column_about_the_data_divides_nothing(string column) =>
        (await Drop.ReadAsync($"{EesRows.Header},{column}\n{EesRows.England},1\n{EesRows.Notts},0\n"))
            .Of(Absence, NottsCode)
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("Special", "", "NO_HEADLINE")]
    [InlineData("", "Special", null)]
    [InlineData("Total", "", null)]
    [InlineData("Overall", "Grand Total", null)]
    public async Task A_word_of_a_breakdown_may_stand_once_for_the_rows_below(
        string england,
        string notts,
        string? code
    )
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header}\n{EesRows.England.Replace("Total", england)}\n{EesRows.Notts.Replace("Total", notts)}\n"
        );

        reading.Codes().Contains("NO_HEADLINE").ShouldBe(code is not null);
    }

    [Theory]
    [InlineData("ward_name", "Hucknall North", false)]
    [InlineData("school_name", "Hill School", false)]
    [InlineData("lad_name", "Ashfield", false)]
    [InlineData("lad_name", "Nottinghamshire", true)]
    [InlineData("trust_name", "Nottinghamshire County Council", true)]
    [InlineData("school_name", "All schools", true)]
    [InlineData("school_name", "[z]", true)]
    [InlineData("school_name", "Not applicable", true)]
    [InlineData("ward_name", "All", true)]
    [InlineData("school_urn", "z", true)]
    public async Task A_row_that_names_a_place_in_the_authority_is_of_that_place(
        string column,
        string name,
        bool counts
    )
    {
        var reading = await Drop.ReadAsync($"{EesRows.Header},{column}\n{EesRows.England},\n{EesRows.Notts},{name}\n");

        reading.Of(Absence, NottsCode).Count.ShouldBe(counts ? 1 : 0);
        reading.Codes().Contains("GEOGRAPHY_EXTRA").ShouldBe(!counts);
    }

    [Theory]
    [InlineData("Statistical neighbours of Nottinghamshire")]
    [InlineData("Nottinghamshire and comparators, median")]
    [InlineData("Nottinghamshire and Nottingham")]
    public async Task The_name_of_several_areas_is_not_the_area(string name) =>
        (await Drop.ReadAsync($"{EesRows.Header}\n{EesRows.Notts.Replace("Nottinghamshire", $"\"{name}\"")}\n"))
            .Codes()
            .ShouldContain("CODES_DISAGREE");

    [Theory]
    [InlineData("Provisional", "Revised", 5.6, 56)]
    [InlineData("Final", "Provisional", 5.7, 57)]
    [InlineData("Revised", "Provisional", 5.7, 57)]
    [InlineData("Revised", "Revised", null, null)]
    [InlineData("Revised", "", null, null)]
    public async Task Of_a_provisional_and_a_revised_figure_the_revised_is_used(
        string one,
        string other,
        double? value,
        int? count
    )
    {
        var again = EesRows.Notts.Replace("57,1000,5.7", "56,1000,5.6", StringComparison.Ordinal);

        var reading = await Drop.ReadAsync(
            $"{EesRows.Header},status\n{EesRows.England},\n{EesRows.Notts},{one}\n{again},{other}\n"
        );

        var figure = reading.Of(Absence, NottsCode).ShouldHaveSingleItem();
        (figure.Value.Value, figure.Numerator).ShouldBe(((decimal?)value, count));
        reading.Codes().ShouldContain(value is null ? "ROWS_CONFLICT" : "STATUSES_SEVERAL");
    }

    [Theory]
    [InlineData("status", "Provisional", "Provisional", RevisionStatus.Provisional)]
    [InlineData("release_status", "Revised", "Provisional", RevisionStatus.Provisional)]
    [InlineData("version", "Final", "Revised", RevisionStatus.Revised)]
    [InlineData("notes", "", "Excludes one school", null)]
    [InlineData("flag", "", "r", null)]
    public async Task A_column_that_says_how_final_a_row_is_or_notes_something_divides_nothing(
        string column,
        string england,
        string notts,
        RevisionStatus? status
    )
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header},{column}\n{EesRows.England},{england}\n{EesRows.Notts},{notts}\n"
        );

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().RevisionStatus.ShouldBe(status);
        reading.Codes().ShouldNotContain("NO_HEADLINE");
    }

    [Fact]
    public async Task A_figure_by_calendar_year_is_not_that_of_an_indicator_by_school_year()
    {
        var reading = await ReadAsync(
            England.Replace("201011,Academic year", "2011,Calendar year"),
            Notts.Replace("201011,Academic year", "2011,Calendar year")
        );

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Codes().Order().ShouldBe(["COLUMN_OTHER_YEAR", "NO_FIGURE"]);
    }

    [Theory]
    [InlineData(",England (state-funded)", 1, "AREA_BY_NAME")]
    [InlineData(",England (girls)", 0, "AREA_UNKNOWN")]
    [InlineData(",Total", 0, "AREA_UNKNOWN")]
    [InlineData(",Wales", 0, null)]
    public async Task A_national_row_without_a_code_is_Englands_or_is_not_lost_in_silence(
        string country,
        int accepted,
        string? code
    )
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header}\n{EesRows.England.Replace("E92000001,England", country)}\n"
        );

        reading.Rows.Accepted.ShouldBe(accepted);
        if (code is not null)
            reading.Codes().ShouldContain(code);
    }

    [Fact]
    public async Task Area_codes_may_be_in_lower_case() =>
        (
            await ReadAsync(
                England.Replace("E92000001", "e92000001"),
                EastMidlands.Replace("E1", "e1"),
                Notts.Replace("E1", "e1")
            )
        )
            .Series.ToSeries()
            .Select(s => s.Area)
            .ShouldBe([EnglandCode, "E12000004", NottsCode]);

    [Fact]
    public async Task A_row_of_each_level_is_a_figure_of_its_area()
    {
        var reading = await ReadAsync(England, EastMidlands, Notts);

        reading.Format.ShouldBe("ees");
        reading
            .Series.ToSeries()
            .Select(s => (s.Area, s.Observations[0].Value.Value))
            .ShouldBe([(EnglandCode, 5.80m), ("E12000004", 5.9m), (NottsCode, 5.7m)]);
        (reading.Rows.Read, reading.Rows.Accepted).ShouldBe((3, 3));
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_figure_has_its_counts_its_period_and_its_row()
    {
        var observation = (await ReadAsync(England, Notts)).Of(Absence, NottsCode).ShouldHaveSingleItem();

        (observation.Numerator, observation.Denominator, observation.Row).ShouldBe((57, 1000, 3));
        observation.Period.ShouldBe(YearType.Find("academic")!.Ending(2011));
    }

    [Fact]
    public async Task A_series_is_named_as_its_publisher_names_it()
    {
        var series = (await ReadAsync(Notts)).Series.ToSeries().ShouldHaveSingleItem();

        (series.Source, series.Column, series.Preference).ShouldBe(
            ("ees:sess_overall_percent", "sess_overall_percent", 0)
        );
    }

    [Theory]
    [InlineData("201011p", RevisionStatus.Provisional)]
    [InlineData("2010/11 [r]", RevisionStatus.Revised)]
    [InlineData("10/11", null)]
    public async Task A_time_period_may_say_how_final_its_figure_is(string time, RevisionStatus? status) =>
        (await ReadAsync(Notts.Replace("201011", time)))
            .Of(Absence, NottsCode)
            .ShouldHaveSingleItem()
            .RevisionStatus.ShouldBe(status);

    [Fact]
    public async Task Areas_without_codes_are_found_by_their_names()
    {
        var reading = await ReadAsync(
            England.Replace("E92000001", ""),
            EastMidlands.Replace("E12000004", ""),
            Notts.Replace("891,E10000024", ",")
        );

        reading.Series.ToSeries().Select(s => s.Area).ShouldBe([EnglandCode, "E12000004", NottsCode]);
        reading.Codes().Distinct().ShouldBe(["COLUMN_EMPTY", "AREA_BY_NAME"]);
    }

    [Theory]
    [InlineData("201718", "Dorset", "E10000009")]
    [InlineData("202021", "Dorset", "E06000059")]
    [InlineData("202021", "Bristol City of", "E06000023")]
    [InlineData("202021", "Durham", "E06000047")]
    [InlineData("201819", "Dorset", null)]
    [InlineData("202021", "London", null)]
    [InlineData("202021", "Rutlandshire", null)]
    public async Task A_name_alone_means_the_area_that_had_it_in_the_period(string time, string name, string? code)
    {
        var reading = await ReadAsync(
            Notts.Replace("891,E10000024,Nottinghamshire", ",," + name).Replace("201011", time)
        );

        (reading.Series.ToSeries().SingleOrDefault()?.Area).ShouldBe(code);
        reading.Codes().Contains("AREA_UNKNOWN").ShouldBe(code is null);
    }

    [Fact]
    public async Task A_row_that_names_no_area_is_rejected_for_that() =>
        (await ReadAsync(England, Notts.Replace("891,E10000024,Nottinghamshire", ",,")))
            .Findings.ToList()
            .Single(f => f.Code == "AREA_UNKNOWN")
            .Message.ShouldStartWith("The row does not say which area it is about.");

    [Fact]
    public async Task A_country_without_a_code_is_England_only_by_its_name() =>
        (await ReadAsync(England.Replace("E92000001,England", ",Wales"), Notts))
            .Series.ToSeries()
            .Select(s => s.Area)
            .ShouldBe([NottsCode]);

    [Fact]
    public async Task The_order_of_columns_does_not_matter()
    {
        var reading = await Drop.ReadAsync(
            "sess_overall_percent,la_name,new_la_code,country_name,country_code,geographic_level,time_identifier,time_period\n5.7,Nottinghamshire,E10000024,England,E92000001,Local "
                + "authority,Academic year,201011\n"
        );

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Any_line_ending_is_read(string ending)
    {
        var reading = await Drop.ReadAsync(string.Join(ending, Header, England, Notts) + ending);

        (reading.Rows.Read, reading.Rows.Accepted).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_last_line_without_an_ending_is_read()
    {
        var reading = await Drop.ReadAsync($"{Header}\n{Notts}");

        reading.Rows.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_name()
    {
        var reading = await Drop.ReadAsync([
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes($"{Header}\n{Notts}\n"),
        ]);

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task Semicolons_tabs_and_vertical_bars_separate_cells_where_the_header_has_them(char separator)
    {
        var reading = await Drop.ReadAsync($"{Header}\n{Notts}\n".Replace(',', separator));

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
    }

    [Fact]
    public async Task A_comma_in_quotation_marks_is_part_of_a_name()
    {
        var reading = await ReadAsync(
            "201011,Academic year,Local authority,E92000001,England,E12000009,South "
                + "West,801,E06000023,\"Bristol, City of\",Total,57,1000,5.7"
        );

        reading.Of(Absence, "E06000023").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Local authority", "local authority")]
    [InlineData("Local authority", "LOCAL AUTHORITY")]
    [InlineData("Academic year", "academic year")]
    public async Task The_case_of_a_level_or_an_identifier_does_not_matter(string usual, string other)
    {
        var reading = await ReadAsync(Notts.Replace(usual, other));

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("School")]
    [InlineData("Local authority district")]
    public async Task Another_level_is_passed_over_by_its_name(string level)
    {
        var reading = await ReadAsync(Notts, Notts.Replace("Local authority", level));

        (reading.Rows.Accepted, reading.Rows.Skipped[$"geographic level {level}"]).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_level_that_the_format_does_not_have_rejects_its_row_and_is_not_repeated()
    {
        var reading = await ReadAsync(England, Notts.Replace("Local authority", "<b>1</b>"));

        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(f => f.Code.ShouldBe("LEVEL_UNKNOWN"), f => f.Message.ShouldNotContain("<b>"));
    }

    [Fact]
    public async Task A_national_row_of_another_country_is_passed_over()
    {
        var reading = await ReadAsync(England.Replace("E92000001,England", "W92000004,Wales"));

        reading.Rows.Skipped["another country"].ShouldBe(1);
    }

    [Fact]
    public async Task A_local_authority_that_is_not_stated_is_passed_over()
    {
        var reading = await ReadAsync(Notts.Replace("891,E10000024,Nottinghamshire", "z,x,Not available"));

        reading.Rows.Skipped["area not stated"].ShouldBe(1);
    }

    [Theory]
    [InlineData("x,x")]
    [InlineData(",:")]
    [InlineData("z,z")]
    public async Task A_symbol_in_place_of_a_code_is_none_where_the_name_says_the_authority(string codes) =>
        (await ReadAsync(Notts.Replace("891,E10000024,", $"{codes},"))).Of(Absence, NottsCode).ShouldHaveSingleItem();

    [Fact]
    public async Task A_row_of_a_breakdown_is_passed_over()
    {
        var reading = await ReadAsync(Notts, Notts.Replace("Total", "State-funded primary").Replace("5.7", "4.9"));

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
        reading.Rows.Skipped["breakdown"].ShouldBe(1);
    }

    [Theory]
    [InlineData("total")]
    [InlineData("All")]
    [InlineData("ALL")]
    [InlineData("a.ALL")]
    [InlineData("1. Total")]
    [InlineData("10.All")]
    [InlineData(" Total ")]
    [InlineData("")]
    public async Task A_total_is_a_total_however_it_is_spelt(string total)
    {
        var reading = await ReadAsync(Notts.Replace("Total", total));

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("b.Male")]
    [InlineData("Special")]
    [InlineData("F")]
    [InlineData("16-17")]
    [InlineData("All boys")]
    public async Task Anything_else_in_a_breakdown_is_a_part_of_the_whole(string part)
    {
        var reading = await ReadAsync(Notts, Notts.Replace("Total", part));

        reading.Rows.Skipped["breakdown"].ShouldBe(1);
    }

    [Theory]
    [InlineData("Total", true)]
    [InlineData("Boys", false)]
    public async Task A_breakdown_that_a_new_edition_adds_counts_only_in_total(string cell, bool counts)
    {
        var reading = await Drop.ReadAsync($"{Header},sex\n{Notts},{cell}\n");

        reading.Of(Absence, NottsCode).Count.ShouldBe(counts ? 1 : 0);
    }

    [Fact]
    public async Task A_further_column_of_figures_or_symbols_is_no_breakdown()
    {
        var reading = await Drop.ReadAsync($"{Header},sess_authorised,enrolments\n{Notts},4.1,z\n");

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_breakdown_that_the_catalogue_asks_for_is_the_headline()
    {
        const string header =
            "time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,category,CPP_start,CPP_subsequent,CPP_subsequent_percent";
        var reading = await Drop.ReadAsync(
            $"""
            {header}
            2013,Reporting year,Local authority,E92000001,England,E10000024,Child Protection Plans which are a second or subsequent plan,1002,174,17.4
            2013,Reporting year,Local authority,E92000001,England,E10000024,Something else,900,90,10

            """
        );

        var observation = reading.Of("repeat-child-protection-plans", NottsCode).ShouldHaveSingleItem();
        (observation.Value.Value, observation.Numerator, observation.Denominator).ShouldBe((17.4m, 174, 1002));
        reading.Rows.Skipped["breakdown"].ShouldBe(1);
    }

    [Fact]
    public async Task The_catalogue_says_what_a_reporting_year_of_a_series_is()
    {
        var reading = await Drop.ReadAsync(
            "time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,category,CPP_At31_rate\n2024,Reporting "
                + "year,Local authority,E92000001,England,E10000024,Child Protection Plans,43.4\n"
        );

        reading
            .Of("child-protection-plans", NottsCode)
            .ShouldHaveSingleItem()
            .Period.ShouldBe(new(PeriodKind.Day, new(2024, 3, 31), new(2024, 3, 31)));
    }

    [Fact]
    public async Task A_gap_is_the_difference_of_two_columns()
    {
        var reading = await Drop.ReadAsync(
            "time_period,time_identifier,geographic_level,country_code,country_name,pt_5ac_em_all_other,pt_5ac_em_fsm\n201011,Academic "
                + "year,National,E92000001,England,62.0,34.6\n"
        );

        reading.Of("free-school-meals-gap-gcse", EnglandCode).ShouldHaveSingleItem().Value.Value.ShouldBe(27.4m);
    }

    [Theory]
    [InlineData("avg_att8", 0)]
    [InlineData("attainment8_average", 1)]
    public async Task A_column_that_a_newer_edition_renamed_is_found_by_its_other_name(string column, int rank)
    {
        var reading = await Drop.ReadAsync(
            $"time_period,time_identifier,geographic_level,country_code,country_name,{column}\n202223,Academic "
                + "year,National,E92000001,England,46.3\n"
        );

        var series = reading.Series.ToSeries().ShouldHaveSingleItem();
        (series.Indicator, series.Preference, series.Column, series.Observations[0].Value.Value).ShouldBe(
            ("attainment-8", rank, column, 46.3m)
        );
    }

    [Fact]
    public async Task A_blank_code_of_an_old_authority_falls_back_to_its_number()
    {
        var reading = await ReadAsync(Notts.Replace("891,E10000024", "891,"));

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_single_space_for_a_blank_code_is_a_blank_code()
    {
        var reading = await ReadAsync(Notts.Replace("891,E10000024", "891, "));

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_former_code_is_the_area_of_today()
    {
        var reading = await ReadAsync(Notts.Replace("891,E10000024,Nottinghamshire", "933,E10000027,Somerset"));

        reading.Of(Absence, "E06000066").Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_area_rejects_its_row()
    {
        var reading = await ReadAsync(England, Notts.Replace("E10000024", "E10000099"));

        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(f => f.Code.ShouldBe("AREA_UNKNOWN"), f => f.Row.ShouldBe(3));
    }

    [Fact]
    public async Task A_row_with_more_cells_than_the_header_is_rejected()
    {
        var reading = await ReadAsync(England, Notts + ",one too many");

        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("CELL_COUNT"),
                f => f.Row.ShouldBe(3),
                f => f.Message.ShouldContain("15 cells"),
                f => f.Message.ShouldContain("14")
            );
    }

    [Fact]
    public async Task A_row_with_fewer_cells_than_the_header_is_rejected()
    {
        var reading = await ReadAsync(England, Notts[..Notts.LastIndexOf(',')]);

        reading.Codes().ShouldBe(["CELL_COUNT"]);
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task A_blank_row_is_passed_over()
    {
        var reading = await ReadAsync(England, "", Notts);

        (reading.Rows.Accepted, reading.Rows.Skipped["blank row"]).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData("£5.7")]
    [InlineData("1 247")]
    [InlineData("five")]
    public async Task A_cell_that_is_neither_number_nor_symbol_rejects_its_row_and_is_not_repeated(string cell)
    {
        var reading = await ReadAsync(England, Notts[..^3] + cell);

        reading.Of(Absence, NottsCode).ShouldBeEmpty();
        var finding = reading.Findings.ToList().ShouldHaveSingleItem();
        (finding.Code, finding.Row, finding.Column).ShouldBe(("CELL_UNREADABLE", 3, "sess_overall_percent"));
        finding.Message.ShouldNotContain(cell);
    }

    [Fact]
    public async Task A_count_that_cannot_be_read_rejects_its_row()
    {
        var reading = await ReadAsync(England, Notts.Replace("1000,5.7", "1000?,5.7"));

        reading.Findings.ToList().ShouldHaveSingleItem().Column.ShouldBe("sess_possible");
    }

    [Theory]
    [InlineData("c", MissingReason.Suppressed)]
    [InlineData("x", MissingReason.NotAvailableOrSuppressed)]
    [InlineData("z", MissingReason.NotApplicable)]
    [InlineData("low", MissingReason.RoundsToZero)]
    public async Task A_symbol_is_an_observation_that_is_missing_for_its_reason(string symbol, MissingReason reason)
    {
        var reading = await ReadAsync(Notts[..^3] + symbol);

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.ShouldBe(Measure.None(reason, symbol));
        reading.Rows.Accepted.ShouldBe(1);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("100.01")]
    [InlineData("-0.1")]
    public async Task A_percentage_outside_its_range_rejects_its_row(string percentage)
    {
        var reading = await ReadAsync(England, Notts[..^3] + percentage);

        reading.Codes().ShouldBe(["PERCENT_OUT_OF_RANGE"]);
        reading.Of(Absence, NottsCode).ShouldBeEmpty();
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Theory]
    [InlineData("0,1000,0")]
    [InlineData("1000,1000,100")]
    public async Task A_percentage_at_the_end_of_its_range_is_accepted(string figures)
    {
        var reading = await ReadAsync(Notts.Replace("57,1000,5.7", figures));

        reading.Rows.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_rate_may_be_above_one_hundred()
    {
        var reading = await Drop.ReadAsync(
            "time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,category,CPP_At31_rate\n2024,Reporting "
                + "year,Local authority,E92000001,England,E10000024,Child Protection Plans,143.4\n"
        );

        reading.Of("child-protection-plans", NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(143.4m);
    }

    [Fact]
    public async Task A_name_that_fits_two_publications_with_the_same_columns_is_refused()
    {
        const string text =
            "time_period,time_identifier,geographic_level,country_code,country_name,rate,number,filter_group\n"
            + "202324,Autumn term,National,E92000001,England,1.2,10000,Total\n";

        var reading = await Drop.ReadAsync(text, Feed.National, "ehe_and_cme_2024.csv");

        (reading.Refused, reading.Findings.ToList().Single().Code).ShouldBe((true, "NAME_OF_TWO"));
    }

    [Theory]
    [InlineData("201012,Academic year", "PERIOD_UNREADABLE", "follow one another")]
    [InlineData("2010,Academic year", "PERIOD_UNREADABLE", "needs two")]
    [InlineData("2021,Academic year", "PERIOD_UNREADABLE", "write 202324 for 2023/24")]
    [InlineData("2325,Academic year", "PERIOD_UNREADABLE", "6 digits")]
    [InlineData("202324,Calendar year", "PERIOD_UNREADABLE", "has two years, but its time identifier")]
    [InlineData("2023/24,Reporting year", "PERIOD_UNREADABLE", "correct one of them")]
    [InlineData("2024,Financial year", "PERIOD_UNREADABLE", "or correct the identifier")]
    [InlineData("next year,Academic year", "PERIOD_UNREADABLE", "2023 to 2024")]
    [InlineData("2010 11,Academic year", "PERIOD_UNREADABLE", "not in a form that can be read")]
    [InlineData("2.01E+05,Academic year", "PERIOD_UNREADABLE", "rounded")]
    [InlineData("180001,Academic year", "PERIOD_UNREADABLE", "1900 to 2100")]
    [InlineData("2021,Week 53", "PERIOD_UNREADABLE", "week")]
    [InlineData("201011,Year", "TIME_IDENTIFIER_UNKNOWN", "identifier")]
    [InlineData("201011,", "TIME_IDENTIFIER_UNKNOWN", "identifier")]
    public async Task A_period_that_cannot_be_read_rejects_its_row_and_says_why(string wrong, string code, string why)
    {
        var reading = await ReadAsync(England, Notts.Replace("201011,Academic year", wrong));

        var finding = reading.Findings.ToList().First(f => f.Code != "TIME_MIXED");
        (finding.Code, finding.Row).ShouldBe((code, 3));
        finding.Message.ShouldContain(why);
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Theory]
    [InlineData("2020 to 2021", 2020)]
    [InlineData("2020 to 21", 2020)]
    [InlineData("2021_22", 2021)]
    [InlineData("2021_2022", 2021)]
    [InlineData("2324", 2023)]
    [InlineData("1920", 2019)]
    [InlineData("9900", 1999)]
    [InlineData("2023/24", 2023)]
    [InlineData("2023 \u2013 24", 2023)]
    public async Task A_school_year_is_read_as_people_write_it(string time, int year)
    {
        var reading = await ReadAsync(Notts.Replace("201011", time));

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Period.Start.ShouldBe(new(year, 9, 1));
    }

    [Fact]
    public async Task A_header_further_down_is_passed_over()
    {
        var reading = await ReadAsync(England, Header, Notts);

        (reading.Rows.Accepted, reading.Rows.Skipped["header again"]).ShouldBe((2, 1));
        reading.Codes().ShouldBe(["HEADER_AGAIN"]);
    }

    [Fact]
    public async Task A_header_of_other_columns_further_down_refuses_the_file()
    {
        var other = Header.Replace("sess_overall,sess_possible", "sess_possible,sess_overall");

        (await ReadAsync(England, other, Notts)).Refused.ShouldBeTrue();
    }

    [Fact]
    public async Task Wide_letters_and_digits_are_read_in_headers_and_codes()
    {
        var reading = await Drop.ReadAsync(
            $"{Header.Replace("new_la_code", "\uFF4E\uFF45\uFF57_la_code")}\n{Notts.Replace("E10000024", "\uFF25\uFF11\uFF10\uFF10\uFF10\uFF10\uFF10\uFF12\uFF14")}\n"
        );

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
    }

    [Fact]
    public async Task A_number_of_an_authority_may_begin_with_a_zero() =>
        (await ReadAsync(Notts.Replace("891,E10000024", "0891,")))
            .Of(Absence, NottsCode)
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe(5.7m);

    [Fact]
    public async Task Of_two_rows_that_disagree_neither_figure_is_used()
    {
        var reading = await ReadAsync(Notts, Notts[..^3] + "5.8");

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.ShouldBe(Measure.None(MissingReason.Conflicting));
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("ROWS_CONFLICT"),
                f => f.Row.ShouldBe(3),
                f => f.Message.ShouldStartWith("Row 2 gives a different figure")
            );
        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
    }

    /// <summary>The publisher of level_2_3_sfla calls the total's two parts Total as well.</summary>
    [Theory]
    [InlineData(new[] { "58,1000,5.8", "45,700,6.4", "13,300,4.3" }, 5.8, 2)]
    [InlineData(new[] { "45,700,6.4", "58,1000,5.8", "13,300,4.3" }, 5.8, 3)]
    [InlineData(new[] { "45,700,6.4", "13,300,4.3", "58,1000,5.8" }, 5.8, 4)]
    [InlineData(new[] { "58,1000,5.8", "41,700,5.8", "17,300,5.7" }, 5.8, 2)]
    [InlineData(new[] { "41,700,5.8", "58,1000,5.8", "17,300,5.7" }, 5.8, 3)]
    public async Task Of_rows_that_are_a_whole_and_its_parts_the_whole_counts(string[] counts, double figure, int row)
    {
        var reading = await ReadAsync([.. counts.Select(WithCounts)]);

        var whole = reading.Of(Absence, NottsCode).ShouldHaveSingleItem();
        (whole.Value.Value, whole.Numerator, whole.Denominator, whole.Row).ShouldBe(((decimal)figure, 58, 1000, row));
        reading.Codes().ShouldBe(["PART_UNLABELLED"]);
        (reading.Rows.Accepted, reading.Rows.Skipped["breakdown"], reading.Rows.Rejected).ShouldBe((1, 2, 0));
    }

    /// <summary>East Midlands in 2017/18: counts rounded to 10 miss their sum by 10.</summary>
    [Fact]
    public async Task Of_rounded_counts_the_parts_add_up_within_their_rounding()
    {
        var reading = await ReadAsync(
            WithCounts("25820,49230,52.44"),
            WithCounts("24110,41420,58.22"),
            WithCounts("1700,7810,21.81")
        );

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(52.44m);
        reading.Codes().ShouldBe(["PART_UNLABELLED"]);
    }

    [Theory]
    [InlineData("580,10000,5.8", "450,7000,6.4", "160,3000,5.3")]
    [InlineData("20,100,20.0", "10,60,16.7", "5,40,12.5")]
    [InlineData("58,1000,5.8", "45,700,6.4")]
    [InlineData("58,1000,5.8", "45,700,6.4", "14,300,4.7")]
    [InlineData("58,1000,5.8", "45,701,6.4", "13,300,4.3")]
    [InlineData("58,1000,5.8", "45,700,6.4", "c,c,c")]
    [InlineData("57,1000,5.7", "54,1000,5.4", "0,0,z")]
    [InlineData("57,1000,5.7", "58,1000,5.8", "59,1000,5.9", "c,c,c")]
    public async Task Rows_whose_counts_are_no_sum_contradict_each_other(params string[] counts)
    {
        var reading = await ReadAsync([.. counts.Select(WithCounts)]);

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.ShouldBe(Measure.None(MissingReason.Conflicting));
        reading.Codes().ShouldAllBe(c => c == "ROWS_CONFLICT" || c == "TOO_MANY_REJECTED");
        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, counts.Length - 1));
        reading.RejectedRows.Count.ShouldBe(counts.Length - 1);
    }

    [Fact]
    public async Task Types_of_school_sum_to_all_where_no_row_is_for_all()
    {
        var reading = await ReadAsync(
            OfType("State-funded primary", "45,700,6.4"),
            OfType("Special", "5,100,5.0"),
            OfType("State-funded secondary", "13,300,4.3"),
            OfType("Academies", "9,200,4.5")
        );

        var sum = reading.Of(Absence, NottsCode).ShouldHaveSingleItem();
        (sum.Value.Value, sum.Numerator, sum.Denominator, sum.Row).ShouldBe((5.7273m, 63, 1100, 2));
        sum.Note.ShouldBe("Calculated by adding the counts in rows 2, 3 and 4 of the file.");
        reading.Codes().ShouldBe(["SUM_OF_PARTS"]);
        (reading.Rows.Accepted, reading.Rows.Skipped["breakdown"], reading.Rows.Rejected).ShouldBe((3, 1, 0));
    }

    [Theory]
    [InlineData("5,c,5.0")]
    [InlineData("5,,5.0")]
    [InlineData("many,100,5.0")]
    [InlineData("-5,100,5.0")]
    [InlineData("5,100,50.0")]
    [InlineData("105,100,5.0")]
    public async Task A_part_without_usable_counts_leaves_no_sum(string counts)
    {
        var reading = await ReadAsync(
            OfType("State-funded primary", "45,700,6.4"),
            OfType("State-funded secondary", "13,300,4.3"),
            OfType("Special", counts),
            OfEngland("State-funded primary", "4500,70000,6.4"),
            OfEngland("State-funded secondary", "1300,30000,4.3"),
            OfEngland("Special", "500,10000,5.0")
        );

        reading.Series.ToSeries().ShouldHaveSingleItem().Area.ShouldBe("E92000001");
        reading.Codes().Where(c => c != "FIGURE_BLANK").ShouldBe(["SUM_OF_PARTS", "PART_MISSING"], ignoreOrder: true);
        (reading.Rows.Accepted, reading.Rows.Skipped["breakdown"]).ShouldBe((3, 3));
    }

    [Fact]
    public async Task A_part_that_comes_twice_or_not_at_all_leaves_no_sum()
    {
        var special = OfType("Special", "5,100,5.0");
        string[] two = [OfType("State-funded primary", "45,700,6.4"), OfType("State-funded secondary", "13,300,4.3")];

        (await ReadAsync(two)).Series.ToSeries().ShouldBeEmpty();
        (await ReadAsync([.. two, special, OfType("Special", "6,100,6.0")])).Series.ToSeries().ShouldBeEmpty();
    }

    /// <summary>Rutland has no special school, and no row of one in any year.</summary>
    [Fact]
    public async Task An_area_that_never_has_a_part_is_summed_without_it()
    {
        var reading = await ReadAsync(
            OfType("State-funded primary", "45,700,6.4"),
            OfType("State-funded secondary", "13,300,4.3"),
            OfEngland("State-funded primary", "4500,70000,6.4"),
            OfEngland("State-funded secondary", "1300,30000,4.3"),
            OfEngland("Special", "500,10000,5.0")
        );

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.8m);
        reading.Codes().ShouldBe(["SUM_OF_PARTS"]);
    }

    [Fact]
    public async Task A_file_with_a_row_for_all_needs_no_sum()
    {
        var reading = await ReadAsync(
            OfType("State-funded primary", "45,700,6.4"),
            OfType("State-funded secondary", "13,300,4.3"),
            OfType("Special", "5,100,5.0"),
            England
        );

        reading.Series.ToSeries().ShouldHaveSingleItem().Area.ShouldBe("E92000001");
        reading.Codes().ShouldNotContain("SUM_OF_PARTS");
    }

    private static string OfEngland(string type, string counts) =>
        England[..England.LastIndexOf("Total,", StringComparison.Ordinal)] + type + "," + counts;

    private static string OfType(string type, string counts) => WithCounts(counts).Replace("Total,", type + ",");

    private static string WithCounts(string counts) =>
        Notts[..Notts.LastIndexOf("Total,", StringComparison.Ordinal)] + "Total," + counts;

    [Fact]
    public async Task A_row_that_says_the_same_again_is_passed_over()
    {
        var reading = await ReadAsync(Notts, Notts);

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
        (reading.Rows.Accepted, reading.Rows.Skipped["repeats an earlier row"]).ShouldBe((1, 1));
        reading.Codes().ShouldBe(["ROW_REPEATED"]);
    }

    [Fact]
    public async Task A_file_of_which_the_catalogue_knows_no_column_says_so_and_names_its_columns()
    {
        var reading = await Drop.ReadAsync(
            "time_period,time_identifier,geographic_level,country_code,country_name,exclusions\n201011,Academic "
                + "year,National,E92000001,England,4\n"
        );

        reading.Refused.ShouldBeFalse();
        var finding = reading.Findings.ToList().ShouldHaveSingleItem();
        finding.Code.ShouldBe("NOTHING_KNOWN");
        finding.Message.ShouldContain(
            "time_period, time_identifier, geographic_level, country_code, country_name, exclusions"
        );
        reading.Rows.Skipped["no indicator of the catalogue"].ShouldBe(1);
    }

    [Fact]
    public async Task A_file_of_parts_alone_says_over_what_the_total_is_missing()
    {
        var reading = await ReadAsync(Notts.Replace("Total", "Special"), Notts.Replace("Total", "Primary"));

        reading.Series.ToSeries().ShouldBeEmpty();
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("NO_HEADLINE"),
                f => f.Message.ShouldContain("school_type")
            );
    }

    [Theory]
    [InlineData("Provisional", RevisionStatus.Provisional)]
    [InlineData("revised", RevisionStatus.Revised)]
    [InlineData("Final", RevisionStatus.Final)]
    [InlineData("1.0", null)]
    [InlineData("", null)]
    public async Task A_version_column_says_how_final_a_figure_is(string version, RevisionStatus? status)
    {
        var reading = await Drop.ReadAsync($"{Header},version\n{Notts},{version}\n");

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().RevisionStatus.ShouldBe(status);
    }

    [Fact]
    public async Task A_companion_file_brings_no_figures()
    {
        var reading = await Drop.ReadAsync(
            "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\nsess_overall_percent,Indicator,Rate,,%,1,,\n",
            name: "absence.meta.csv"
        );

        (reading.Format, reading.Rows.Skipped["describes a column"]).ShouldBe(("ees-meta", 1));
        reading.Codes().ShouldBeEmpty();
    }

    private static Task<FileReading> ReadAsync(params string[] rows) =>
        Drop.ReadAsync($"{Header}\n{string.Join('\n', rows)}\n");
}
