using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Formats.Ees;

/// <summary>Which total a file is read from, where its rows are totals of several things.</summary>
public sealed class EesTotalsTests
{
    private const string Absence = "overall-absence";
    private const string NottsCode = "E10000024";
    private const string EnglandCode = "E92000001";

    [Theory]
    [InlineData("All schools", "All state-funded schools")]
    [InlineData("Total", "All pupils")]
    [InlineData("", "All schools")]
    public async Task England_and_an_authority_of_two_totals_are_not_compared(string england, string authority)
    {
        var reading = await ReadAsync(England(england, "5.8"), Notts(authority, "5.7"));

        reading.Series.ToSeries().ShouldBeEmpty();
        var finding = reading.Findings.ToList().Single(f => f.Code == "TOTALS_DIFFER");
        finding.Message.ShouldContain(authority.Replace('-', ' ').ToLowerInvariant());
        reading.Rows.Skipped["another total"].ShouldBe(2);
        reading.Rows.Reconciles.ShouldBeTrue();
    }

    [Theory]
    [InlineData("All state-funded schools", "All State funded schools")]
    [InlineData("Total", "ALL")]
    [InlineData("1. Total", "")]
    public async Task One_total_in_two_spellings_is_one(string england, string authority)
    {
        var reading = await ReadAsync(England(england, "5.8"), Notts(authority, "5.7"));

        (Figure(reading, EnglandCode), Figure(reading, NottsCode)).ShouldBe((5.8m, 5.7m));
        reading.Codes().ShouldNotContain("TOTALS_DIFFER");
    }

    [Theory]
    [InlineData("All state-funded schools", "Special")]
    [InlineData("All state-funded schools", "All State Funded Schools")]
    [InlineData("All schools", "Special")]
    public async Task Another_word_further_down_takes_no_total_away(string total, string other)
    {
        var reading = await ReadAsync(
            England(total, "5.8"),
            England("Special", "9.8").Replace("201011", "200910"),
            Notts(total, "5.7"),
            Notts(other, "9.7").Replace("201011", "200910")
        );

        reading.Of(Absence, EnglandCode).Select(o => o.Value.Value).ShouldBe([5.8m]);
        reading.Of(Absence, NottsCode).Select(o => o.Value.Value).ShouldContain(5.7m);
        reading.Rows.Reconciles.ShouldBeTrue();
    }

    [Fact]
    public async Task Authorities_that_have_parts_alone_are_said()
    {
        var reading = await ReadAsync(England("Total", "5.8"), Notts("Mainstream", "5.7"));

        reading.Of(Absence, EnglandCode).ShouldHaveSingleItem();
        reading.Codes().ShouldBe(["LEVEL_IN_PARTS"]);
    }

    [Theory]
    [InlineData("All girls", "AREA_IN_PARTS")]
    [InlineData("State-funded mainstream", "AREA_IN_PARTS")]
    [InlineData("All", null)]
    public async Task An_area_that_vanishes_under_another_word_than_the_others_have_is_said(string word, string? code)
    {
        string Of(string number, string codeOfArea, string name) =>
            Notts("Total", "5.7").Replace("891,E10000024,Nottinghamshire", $"{number},{codeOfArea},{name}");

        var reading = await ReadAsync(
            England("Total", "5.8"),
            Of("830", "E10000007", "Derbyshire"),
            Of("925", "E10000019", "Lincolnshire"),
            Notts(word, "5.7")
        );

        reading.Of(Absence, NottsCode).Count.ShouldBe(code is null ? 1 : 0);
        reading.Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Figures_that_another_word_further_down_takes_away_are_said()
    {
        var reading = await ReadAsync(
            England("State-funded schools", "5.8"),
            Notts("State-funded schools", "5.7"),
            England("Special", "9.8").Replace("201011", "201112"),
            England("Total", "5.9").Replace("201011", "201112"),
            Notts("Total", "5.6").Replace("201011", "201112")
        );

        reading.Of(Absence, NottsCode).Select(o => o.Value.Value).ShouldBe([5.6m]);
        var finding = reading.Findings.ToList().ShouldHaveSingleItem();
        (finding.Code, finding.Column).ShouldBe(("WORD_NOT_ALONE", "school_type"));
        finding.Message.ShouldStartWith("In 2 rows, of which this is the first, the figure is not used");
    }

    [Theory]
    [InlineData("K")]
    [InlineData("low")]
    public async Task The_code_of_a_part_that_looks_like_a_symbol_is_no_total(string part)
    {
        string[] rows = [England(part, "9.0"), England("E", "6.0"), Notts(part, "9.0"), Notts("E", "6.0")];

        var header = EesRows.Header.Replace("school_type", "sen_provision", StringComparison.Ordinal);
        var reading = await Drop.ReadAsync($"{header}\n{string.Join("\n", rows)}\n");

        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_total_that_has_both_is_read_whatever_the_order_of_the_rows(bool isReversed)
    {
        string[] rows =
        [
            England("All schools", "5.88"),
            England("All state-funded schools", "5.8"),
            Notts("All schools", "5.78"),
            Notts("All state-funded schools", "5.7"),
        ];

        var reading = await ReadAsync(isReversed ? [.. rows.Reverse()] : rows);

        (Figure(reading, EnglandCode), Figure(reading, NottsCode)).ShouldBe((5.8m, 5.7m));
        (reading.Rows.Accepted, reading.Rows.Skipped["another total"]).ShouldBe((2, 2));
        reading.Codes().ShouldBe(["TOTAL_LEFT_OUT"]);
    }

    [Fact]
    public async Task A_total_that_only_England_has_gives_way_to_one_that_both_have()
    {
        var reading = await ReadAsync(
            England("Total", "6.8"),
            England("All schools", "5.8"),
            Notts("All schools", "5.7")
        );

        (Figure(reading, EnglandCode), Figure(reading, NottsCode)).ShouldBe((5.8m, 5.7m));
    }

    [Theory]
    [InlineData("sex", "Girls and boys", "All")]
    [InlineData("sex", "Total", "Both")]
    [InlineData("pupil_sex", "All sexes", "Boys & girls")]
    [InlineData("gender", "Male/Female", "All pupils")]
    [InlineData("age_group", "All ages", "Total")]
    [InlineData("ethnicity", "Total", "All ethnic groups")]
    public async Task Words_for_everyone_in_a_column_are_one_total(string column, string england, string authority)
    {
        var header = EesRows.Header.Replace("school_type", column, StringComparison.Ordinal);
        var reading = await Drop.ReadAsync(
            $"{header}\n{England(england, "5.8")}\n{Notts(authority, "5.7")}\n{Notts("White girls", "9.9")}\n"
        );

        (Figure(reading, EnglandCode), Figure(reading, NottsCode)).ShouldBe((5.8m, 5.7m));
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_odd_row_makes_no_common_total_where_nearly_all_areas_have_another()
    {
        string[] codes = ["830,E10000007,Derbyshire", "886,E10000016,Kent", "860,E10000028,Staffordshire"];
        var reading = await ReadAsync([
            England("All schools", "5.8"),
            .. codes.Select(code =>
                Notts("All state-funded schools", "5.6").Replace("891,E10000024,Nottinghamshire", code)
            ),
            Notts("All schools", "5.7"),
        ]);

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Codes().ShouldContain("TOTALS_DIFFER");
    }

    [Fact]
    public async Task Each_period_is_chosen_for_itself()
    {
        var reading = await ReadAsync(
            England("Total", "5.8"),
            Notts("Total", "5.7"),
            England("All schools", "4.8").Replace("201011", "201112"),
            Notts("All schools", "4.7").Replace("201011", "201112")
        );

        reading.Of(Absence, NottsCode).Select(o => o.Value.Value).ShouldBe([5.7m, 4.7m]);
        reading.Of(Absence, EnglandCode).Select(o => o.Value.Value).ShouldBe([5.8m, 4.8m]);
    }

    [Fact]
    public async Task The_order_is_that_of_the_catalogue()
    {
        const string header =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,establishment_type,avg_att8";
        const string england = "202223,Academic year,National,E92000001,England,,,,,,";
        const string notts =
            "202223,Academic year,Local authority,E92000001,England,E12000004,East "
            + "Midlands,891,E10000024,Nottinghamshire,";

        var reading = await Drop.ReadAsync(
            $"{header}\n{england}Total,44.6\n{england}All state-funded,46.4\n{notts}Total,44.1\n{notts}All state "
                + "funded,45.1\n"
        );

        reading.Of("attainment-8", EnglandCode).ShouldHaveSingleItem().Value.Value.ShouldBe(46.4m);
        reading.Of("attainment-8", NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(45.1m);
    }

    /// <summary>The outcomes of children in need have the columns of all pupils; no row of a real file is a total of
    /// their groups.</summary>
    [Theory]
    [InlineData("Total")]
    [InlineData("")]
    [InlineData("All pupils")]
    [InlineData("CINO at 31 March")]
    public async Task A_total_of_social_care_groups_is_no_total_of_all_pupils(string group)
    {
        var reading = await Drop.ReadAsync(
            $"{EesRows.Header},social_care_group\n{EesRows.England},{group}\n{EesRows.Notts},{group}\n"
        );

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Codes().ShouldContain("NO_HEADLINE");
    }

    private static string England(string total, string figure) =>
        EesRows.England.Replace("Total,5800,100000,5.80", $"{total},5800,100000,{figure}", StringComparison.Ordinal);

    private static string Notts(string total, string figure) =>
        EesRows.Notts.Replace("Total,57,1000,5.7", $"{total},57,1000,{figure}", StringComparison.Ordinal);

    private static decimal? Figure(FileReading reading, string area) =>
        reading.Of(Absence, area).ShouldHaveSingleItem().Value.Value;

    private static Task<FileReading> ReadAsync(params string[] rows) =>
        Drop.ReadAsync($"{EesRows.Header}\n{string.Join("\n", rows)}\n");
}
