using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using static ChildrensTrust.Pipeline.Tests.Formats.Fingertips.FingertipsRows;

namespace ChildrensTrust.Pipeline.Tests.Formats.Fingertips;

public sealed class FingertipsReaderTests
{
    private const string Injuries = "injury-admissions";
    private const string NottsCode = "E10000024";
    private const string EnglandCode = "E92000001";

    [Fact]
    public async Task An_area_code_may_be_in_lower_case() =>
        (await ReadAsync(Notts.Replace(NottsCode, "e10000024"))).Of(Injuries, NottsCode).ShouldHaveSingleItem();

    [Fact]
    public async Task A_file_without_any_area_of_the_register_says_so() =>
        (await ReadAsync(Notts.Replace(NottsCode, "E99999999"))).Codes().ShouldBe(["NOTHING_KNOWN"]);

    [Theory]
    [InlineData(NottsCode, "Derbyshire")]
    [InlineData(NottsCode, "England")]
    [InlineData(EnglandCode, "Wales")]
    [InlineData(EnglandCode, "England and Wales")]
    [InlineData(NottsCode, "Cumbria")]
    [InlineData(NottsCode, "Nottinghamshire - most deprived decile")]
    public async Task The_name_of_another_area_rejects_the_row(string code, string name)
    {
        var reading = await ReadAsync(Notts.Replace($"{NottsCode},Nottinghamshire", $"{code},{name}"));

        (reading.Rows.Rejected, reading.Codes().Single()).ShouldBe((1, "CODES_DISAGREE"));
    }

    [Theory]
    [InlineData("Nottinghamshire County", "E10000024")]
    [InlineData("Nottinghamshire CC (combined)", "E10000024")]
    [InlineData("Bournemouth", "E06000058")]
    [InlineData("Cornwall and Isles of Scilly", "E06000052")]
    [InlineData("London region", "E12000007")]
    public async Task A_name_that_is_spelt_otherwise_does_not(string name, string code) =>
        (await ReadAsync(Notts.Replace($"{NottsCode},Nottinghamshire", $"{code},{name}")))
            .Of(Injuries, code)
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("Nottinghamshire", NottsCode, "AREA_BY_NAME")]
    [InlineData("England", EnglandCode, "AREA_BY_NAME")]
    [InlineData("Dorset", null, "AREA_BY_NAME")]
    [InlineData("Atlantis", null, "AREA_UNKNOWN")]
    [InlineData("", null, "AREA_UNKNOWN")]
    public async Task A_row_without_a_code_is_found_by_its_name_or_rejected(string name, string? area, string code)
    {
        var reading = await ReadAsync(Notts.Replace($"{NottsCode},Nottinghamshire", $",{name}"));

        reading.Codes().ShouldBe([code]);
        if (area is not null)
            reading.Of(Injuries, area).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_row_without_a_code_whose_period_cannot_be_read_is_rejected_for_its_period()
    {
        var row = Notts.Replace(NottsCode, "").Replace("2010/11", "whenever");

        var found = (await ReadAsync(row)).Findings.ToList().ShouldHaveSingleItem();

        (found.Code, found.Message).ShouldBe(
            (
                "PERIOD_UNREADABLE",
                "The row has no code, and its period cannot be read, so its name cannot be matched to an area."
            )
        );
    }

    [Theory]
    [InlineData("ICBs")]
    [InlineData("PCTs (from Apr 2013)")]
    [InlineData("GPs")]
    public async Task An_area_of_another_kind_is_not_the_authority_of_its_name(string kind) =>
        (await ReadAsync(Notts.Replace($"{NottsCode},Nottinghamshire,Counties & UAs", $",Nottinghamshire,{kind}")))
            .Rows.Skipped["area not in the register"]
            .ShouldBe(1);

    [Theory]
    [InlineData("Reception prevalence of obesity (including severe obesity)", 1)]
    [InlineData("Reception: Prevalence of obesity", 1)]
    [InlineData("Reception prevalence of severe obesity", 0)]
    [InlineData("Reception prevalence of overweight (including obesity)", 0)]
    [InlineData("Year 6 prevalence of obesity (including severe obesity)", 0)]
    public async Task A_weight_or_a_year_that_the_indicator_is_not_about_rejects_the_row(string name, int accepted) =>
        (
            await ReadAsync(
                Notts
                    .Replace("90284,Injuries", $"90319,{name}")
                    .Replace("<15 yrs", "4-5 yrs")
                    .Replace("94.40,89.23,99.79,86.41,102.93,1247,132103", "9.4,8.9,9.9,,,940,10000")
            )
        ).Rows.Accepted.ShouldBe(accepted);

    [Theory]
    [InlineData("1y", 1)]
    [InlineData("", 1)]
    [InlineData("12m", 1)]
    [InlineData("3y", 0)]
    [InlineData("3-year", 0)]
    [InlineData("rolling 3 yr", 0)]
    [InlineData("36m", 0)]
    public async Task A_year_that_stands_for_several_is_passed_over(string range, int accepted) =>
        (await ReadAsync(Notts.Replace(",1y", $",{range}"))).Rows.Accepted.ShouldBe(accepted);

    [Theory]
    [InlineData("E1000024")]
    [InlineData("E10000024x")]
    [InlineData("891")]
    public async Task A_row_with_an_authoritys_name_and_no_code_of_any_area_is_rejected(string code) =>
        (await ReadAsync(Notts.Replace(NottsCode, code))).Codes().ShouldContain("AREA_UNKNOWN");

    [Theory]
    [InlineData("0-14 yrs", 1)]
    [InlineData("Under 15", 1)]
    [InlineData("Aged 0 to 14 years", 1)]
    [InlineData("All ages", 1)]
    [InlineData("", 1)]
    [InlineData("0-4 yrs", 0)]
    [InlineData("15-24 yrs", 0)]
    [InlineData("<15 weeks", 0)]
    [InlineData("15+ yrs", 0)]
    public async Task A_row_of_another_age_is_passed_over(string age, int accepted) =>
        (await ReadAsync(Notts.Replace("<15 yrs", age))).Rows.Accepted.ShouldBe(accepted);

    [Fact]
    public async Task An_id_that_a_spreadsheet_made_a_number_of_is_the_same() =>
        (await ReadAsync(Notts.Replace("90284,", "90284.0,"))).Rows.Accepted.ShouldBe(1);

    [Theory]
    [InlineData("Low birth weight of term babies", 0)]
    [InlineData("Smoking status at time of delivery", 0)]
    [InlineData("Injuries of boys", 0)]
    [InlineData("Injury admissions in under 15s", 1)]
    [InlineData("An indicator of mine", 1)]
    [InlineData("", 1)]
    public async Task The_name_of_another_indicator_rejects_the_row(string name, int accepted) =>
        (await ReadAsync(Notts.Replace("90284,Injuries", $"90284,{name}"))).Rows.Accepted.ShouldBe(accepted);

    [Fact]
    public async Task A_row_is_a_figure_with_its_counts_and_its_interval()
    {
        var reading = await ReadAsync(Notts);

        reading.Format.ShouldBe("fingertips");
        var o = reading.Of(Injuries, NottsCode).ShouldHaveSingleItem();
        (o.Value.Value, o.Numerator, o.Denominator, o.Lower, o.Upper).ShouldBe((94.40m, 1247, 132103, 89.23m, 99.79m));
        (o.Lower998, o.Upper998).ShouldBe((86.41m, 102.93m));
        o.Period.ShouldBe(YearType.Find("financial")!.Ending(2011));
    }

    [Theory]
    [InlineData("1e30", "CELL_UNREADABLE")]
    [InlineData("about 90", "CELL_UNREADABLE")]
    [InlineData("1000001", "FIGURE_TOO_LARGE")]
    public async Task A_limit_that_cannot_be_rejects_its_row(string limit, string code)
    {
        var reading = await ReadAsync(Notts.Replace("99.79", limit));
        (reading.Rows.Rejected, reading.Codes().Contains(code)).ShouldBe((1, true));
    }

    [Fact]
    public async Task Limits_of_minus_one_at_99_8_are_not_there() =>
        (await ReadAsync(Notts.Replace("86.41,102.93", "-1,-1")))
            .Of(Injuries, NottsCode)
            .ShouldHaveSingleItem()
            .Lower998.ShouldBeNull();

    [Fact]
    public async Task A_series_is_named_by_the_publishers_id()
    {
        var series = (await ReadAsync(Notts)).Series.ToSeries().ShouldHaveSingleItem();

        (series.Source, series.Column).ShouldBe(("fingertips:90284; Sex=Persons", "Value"));
    }

    [Fact]
    public async Task Englands_row_that_comes_again_under_itself_is_folded()
    {
        var reading = await ReadAsync(
            England,
            England.Replace("90284,Injuries,,,", "90284,Injuries,E92000001,England,").Replace("Not compared", "Similar")
        );

        reading.Of(Injuries, EnglandCode).ShouldHaveSingleItem().Value.Value.ShouldBe(115.22m);
        (reading.Rows.Accepted, reading.Rows.Skipped["repeats an earlier row"]).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Englands_row_that_comes_again_with_another_figure_is_found_and_neither_is_used()
    {
        var reading = await ReadAsync(England, England.Replace("115.22", "115.23"));

        reading.Codes().ShouldBe(["ROWS_CONFLICT"]);
        reading.Of(Injuries, EnglandCode).ShouldHaveSingleItem().Value.Missing.ShouldBe(MissingReason.Conflicting);
    }

    [Fact]
    public async Task A_row_of_a_category_is_no_headline()
    {
        var decile = Notts
            .Replace(
                "<15 yrs,,,",
                "<15 yrs,\"County & UA deprivation deciles in England (IMD2019, 4/19 and 4/20 geog.)\",Most "
                    + "deprived decile,"
            )
            .Replace("94.40", "120.5");
        var reading = await ReadAsync(decile, Notts);

        reading.Of(Injuries, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(94.40m);
        reading.Rows.Skipped["breakdown by category"].ShouldBe(1);
    }

    [Theory]
    [InlineData("All")]
    [InlineData("Both")]
    [InlineData("Male and female")]
    public async Task Both_sexes_are_persons(string sex) =>
        (await ReadAsync(Notts.Replace("Persons", sex)))
            .Of(Injuries, NottsCode)
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe(94.40m);

    [Fact]
    public async Task A_row_of_another_sex_is_no_headline()
    {
        var reading = await ReadAsync(Notts.Replace("Persons", "Male").Replace("94.40", "101.1"), Notts);

        reading.Of(Injuries, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(94.40m);
        reading.Rows.Skipped["breakdown by sex or age"].ShouldBe(1);
    }

    [Fact]
    public async Task The_sex_that_counts_is_the_one_the_catalogue_asks_for()
    {
        var conceptions = Notts
            .Replace("90284,Injuries", "20401,Under 18s conceptions")
            .Replace("<15 yrs", "<18 yrs")
            .Replace("2010/11", "2015");
        var reading = await ReadAsync(
            conceptions,
            conceptions.Replace("Persons", "Female").Replace("94.40,89.23,99.79", "20.3,18.1,22.7")
        );

        var o = reading.Of("under-18-conceptions", NottsCode).ShouldHaveSingleItem();
        (o.Value.Value, o.Period.Label).ShouldBe((20.3m, "2015"));
    }

    [Fact]
    public async Task A_withheld_figure_is_missing_and_keeps_the_publishers_note()
    {
        var reading = await ReadAsync(
            Notts.Replace(
                "94.40,89.23,99.79,86.41,102.93,1247,132103,,",
                ",-1,-1,-1,-1,,,\"Not presented, records without geography\","
            )
        );

        var o = reading.Of(Injuries, NottsCode).ShouldHaveSingleItem();
        (o.Value, o.Note).ShouldBe((Measure.None(MissingReason.Withheld), "Not presented, records without geography"));
    }

    [Fact]
    public async Task A_blank_figure_without_a_note_is_not_given()
    {
        var reading = await ReadAsync(Notts.Replace("94.40", ""));

        reading.Of(Injuries, NottsCode).ShouldHaveSingleItem().Value.Missing.ShouldBe(MissingReason.NotGiven);
    }

    [Fact]
    public async Task A_note_on_a_figure_is_kept()
    {
        var reading = await ReadAsync(Notts.Replace("132103,,", "132103,Should be treated with caution,"));

        var o = reading.Of(Injuries, NottsCode).ShouldHaveSingleItem();
        (o.Value.Value, o.Note).ShouldBe((94.40m, "Should be treated with caution"));
    }

    [Fact]
    public async Task An_interval_of_minus_one_is_no_interval()
    {
        var reading = await ReadAsync(Notts.Replace("89.23,99.79", "-1,-1"));

        var o = reading.Of(Injuries, NottsCode).ShouldHaveSingleItem();
        (o.Lower, o.Upper).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_header_without_spaces_is_the_same_header()
    {
        var reading = await Drop.ReadAsync($"{Header.Replace(" ", "")}\n{Notts}\n", Feed.Obesity);

        reading.Of(Injuries, NottsCode).ShouldHaveSingleItem().Lower.ShouldBe(89.23m);
    }

    [Theory]
    [InlineData("Compared to Regions (statistical) value or percentiles")]
    [InlineData("Compared to parent value or percentiles")]
    [InlineData("Column not used")]
    public async Task The_column_whose_name_varies_may_have_any_name(string name)
    {
        var reading = await Drop.ReadAsync(
            $"{Header.Replace("Compared to percentiles", name)}\n{Notts}\n",
            Feed.Obesity
        );

        reading.Of(Injuries, NottsCode).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2020/21 - 22/23", "2020/21 to 2022/23")]
    [InlineData("2012/13 Q2", "2012/13 Q2")]
    [InlineData("2016/17", "2016/17")]
    public async Task A_period_is_read_as_the_publisher_labels_it(string label, string expected)
    {
        var reading = await ReadAsync(Notts.Replace("2010/11", label));

        reading.Of(Injuries, NottsCode).ShouldHaveSingleItem().Period.Label.ShouldBe(expected);
    }

    [Fact]
    public async Task A_period_that_cannot_be_read_rejects_its_row()
    {
        var reading = await ReadAsync(England, Notts.Replace("2010/11", "last year"));

        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("PERIOD_UNREADABLE"),
                f => f.Column.ShouldBe("Time period"),
                f => f.Row.ShouldBe(3)
            );
    }

    [Fact]
    public async Task A_figure_that_cannot_be_read_rejects_its_row()
    {
        var reading = await ReadAsync(England, Notts.Replace("94.40", "94.40%"));

        reading.Codes().ShouldBe(["CELL_UNREADABLE"]);
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task An_area_that_is_no_upper_tier_authority_is_passed_over()
    {
        var reading = await ReadAsync(Notts, Notts.Replace("E10000024", "E07000032"));

        reading.Rows.Skipped["area not in the register"].ShouldBe(1);
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_without_an_indicator_of_the_catalogue_says_so()
    {
        var reading = await ReadAsync(Notts.Replace("90284", "1"));

        reading.Codes().ShouldBe(["NOTHING_KNOWN"]);
        reading.Rows.Skipped["no indicator of the catalogue"].ShouldBe(1);
    }

    private static Task<FileReading> ReadAsync(params string[] rows) =>
        Drop.ReadAsync($"{Header}\n{string.Join('\n', rows)}\n", Feed.Obesity);
}
