using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using static ChildrensTrust.Pipeline.Tests.Formats.Nhs.NhsMeasurementTable;

namespace ChildrensTrust.Pipeline.Tests.Formats.Nhs;

/// <summary>The tables are composed in the shape of the programme's workbooks; the figures are illustrative.</summary>
public sealed class NhsMeasurementReaderTests
{
    private const string Obesity = "reception-obesity";
    private const string Notts = "E10000024";

    [Fact]
    public async Task A_figure_stands_where_the_year_the_category_and_the_measure_meet()
    {
        var reading = await ReadAsync(Authority);

        reading.Format.ShouldBe("ncmp");
        var o = reading.Of(Obesity, Notts).ShouldHaveSingleItem();
        (o.Value.Value, o.Numerator, o.Denominator, o.Lower, o.Upper).ShouldBe((8.7m, 696, 8000, 8.1m, 9.3m));
        o.Period.ShouldBe(YearType.Find("academic")!.Ending(2011));
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_area_code_may_be_in_lower_case() =>
        (await ReadAsync(Authority.Replace(Notts, "e10000024"), Trust.Replace("5ET", "5et"))).Rows.Accepted.ShouldBe(2);

    [Fact]
    public async Task A_percentage_that_is_a_multiple_of_its_counts_rejects_its_row()
    {
        var reading = await ReadAsync(Authority.Replace("696,8.7,8.1,9.3", "696,0.87,0.81,0.93"));

        reading.Codes().ShouldBe(["FIGURE_NOT_OF_COUNTS"]);
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task Obese_overweight_and_both_together_are_three_things_in_two_years()
    {
        var reading = await ReadAsync(Authority);

        reading
            .Series.ToSeries()
            .Select(s => (s.Indicator, s.Source, s.Column, s.Observations[0].Value.Value))
            .ShouldBe(
                [
                    (Obesity, "ncmp:reception-obese", "Reception Obese Prevalence", 8.7m),
                    (
                        "reception-excess-weight",
                        "ncmp:reception-excess-weight",
                        "Reception Overweight and obese combined Prevalence",
                        21.7m
                    ),
                    (
                        "year-6-excess-weight",
                        "ncmp:year-6-excess-weight",
                        "Year 6 Overweight and obese combined Prevalence",
                        32.6m
                    ),
                ],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("Girls", null)]
    [InlineData("Most deprived decile", null)]
    [InlineData("Year 6", null)]
    [InlineData("Reception", 8.7)]
    [InlineData("All children", 8.7)]
    [InlineData("East Midlands", 8.7)]
    [InlineData("Birmingham and the Black Country", 8.7)]
    public async Task A_heading_between_the_rows_says_whom_those_below_it_are_of(string heading, double? figure)
    {
        var reading = await ReadAsync($"{heading},,", Authority);

        reading
            .Series.ToSeries()
            .Where(s => s.Indicator == Obesity)
            .Select(s => s.Observations[0].Value.Value)
            .ShouldBe(figure is null ? [] : [(decimal)figure]);
    }

    [Fact]
    public async Task A_heading_for_everyone_ends_that_of_a_group()
    {
        var reading = await ReadAsync("Girls,,", Authority.Replace("8.7,8.1", "8.2,8.1"), "All,,", Authority);

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Headings_give_the_school_years_that_the_columns_do_not_name()
    {
        const string row = "E10000024,Nottinghamshire,8000,696,8.7\n";
        const string header = "NCMP 2010/11,,,,\nCode,Name,Number measured,Obese number,Obese prevalence\n";
        var reading = await Drop.ReadAsync(
            $"{header}Year 6,,,,\n{row.Replace("8.7", "18.7")}Reception,,,,\n{row}",
            Feed.Obesity
        );
        var blank = await Drop.ReadAsync($"{header}{row}", Feed.Obesity);

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        blank.Codes().ShouldBe(["NOTHING_KNOWN"]);
        blank.Findings.ToList()[0].Message.ShouldContain("for Reception or Year 6");
    }

    [Fact]
    public async Task Sheets_of_girls_and_boys_are_left_out_beside_that_of_all()
    {
        var girls = Table(Authority.Replace("8.7,8.1", "8.2,8.1"));
        var reading = await Drop.ReadAsync(
            NhsSheets.Of(("Girls", girls), ("All children", Table(Authority)), ("Boys", girls)),
            Feed.Obesity,
            "file.xlsx"
        );

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        reading.Codes().ShouldBe(["SHEETS_READ"]);
    }

    [Theory]
    [InlineData("England", 8.7)]
    [InlineData("East Midlands", 8.7)]
    [InlineData("Decile 1", 8.7)]
    [InlineData("F", 8.7)]
    [InlineData("2018", 8.7)]
    [InlineData("Benchmark", 8.7)]
    public async Task A_column_of_another_place_group_or_year_beside_the_plain_one_is_left_out(
        string heading,
        double figure
    )
    {
        var rows = Table(Authority).Split('\n');
        var table = string.Join(
            '\n',
            rows.Select(row =>
                row.StartsWith("Org code", StringComparison.Ordinal) ? $"{row},Reception"
                : row.StartsWith(",,,Number measured", StringComparison.Ordinal) ? $"{row},{heading} Obese"
                : row.StartsWith(",,,,Number", StringComparison.Ordinal) ? $"{row},Prevalence"
                : row.StartsWith("37,", StringComparison.Ordinal) ? $"{row},12.3"
                : row
            )
        );

        (await Drop.ReadAsync(table, Feed.Obesity))
            .Of(Obesity, Notts)
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe((decimal)figure);
    }

    [Theory]
    [InlineData("E1000024")]
    [InlineData("E10000024*")]
    public async Task An_authority_with_a_code_that_is_none_is_not_lost_in_silence(string code) =>
        (await ReadAsync(Authority.Replace("37,E10000024", $",{code}"))).Codes().ShouldContain("AREA_UNKNOWN");

    [Theory]
    [InlineData("2017/18-2019/20")]
    [InlineData("2017/18 to 2019/20")]
    [InlineData("2018/19 and 2019/20")]
    [InlineData("2019/20 (three years combined)")]
    public async Task Years_together_are_no_year(string years) =>
        (await Drop.ReadAsync(Table(Authority).Replace("2010/11", years), Feed.Obesity))
            .Codes()
            .ShouldBe(["PERIOD_UNREADABLE"]);

    [Fact]
    public async Task Levels_are_told_apart_by_their_codes_and_every_row_is_accounted_for()
    {
        var reading = await ReadAsync(
            England,
            Region,
            Authority,
            Sha,
            Trust,
            Unknown.Replace("E09000026", "").Replace("Redbridge", "Elsewhere")
        );

        (reading.Rows.Read, reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((9, 4, 0));
        reading
            .Rows.Skipped.Select(s => (s.Key, s.Value))
            .ShouldBe([("area not in the register", 2), ("title or footnote", 2), ("title or header row", 1)]);
        reading.Of(Obesity, "E92000001")[0].Value.Value.ShouldBe(9.4m);
        reading.Of(Obesity, "E12000004")[0].Value.Value.ShouldBe(9.1m);
        reading.Of(Obesity, "E16000023")[0].Value.Value.ShouldBe(9.0m);
    }

    [Fact]
    public async Task A_workbook_gives_the_same_observations_as_its_csv_twin()
    {
        var table = Table(England, Region, Authority, Sha, Trust, Unknown);
        var twin = await Drop.ReadAsync(NhsSheets.Of(("Table 3B", table)), Feed.Obesity, "file.xlsx");

        twin.Series.ToSeries().Count().ShouldBe(15);
        twin.Summary().ShouldBe((await Drop.ReadAsync(table, Feed.Obesity)).Summary());
    }

    [Fact]
    public async Task The_old_code_of_Nottinghamshire_is_known_and_another_is_passed_by()
    {
        var reading = await Drop.ReadAsync(
            Table(Authority, Unknown)
                .Replace("Org code,ONS code", "ONS code,Other")
                .Replace("E10000024", "")
                .Replace("E09000026", ""),
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).Count.ShouldBe(1);
        reading.Rows.Skipped["area not in the register"].ShouldBe(1);
    }

    [Theory]
    [InlineData("Severely obese")]
    [InlineData("Of which severely obese")]
    [InlineData("Overweight (not obese)")]
    [InlineData("Overweight (excluding obese)")]
    [InlineData("Underweight")]
    public async Task Another_category_is_never_obesity(string category) =>
        (await Drop.ReadAsync(Table(Authority).Replace(",Obese,", $",{category},"), Feed.Obesity))
            .Of(Obesity, Notts)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Overweight and obese combined")]
    [InlineData("Overweight (including obese)")]
    [InlineData("Overweight or obese")]
    [InlineData("Excess weight")]
    public async Task Overweight_and_obese_together_is_excess_weight_by_any_name(string category)
    {
        var reading = await Drop.ReadAsync(
            Table(Authority).Replace("Overweight and obese combined", category),
            Feed.Obesity
        );

        (
            reading.Of("reception-excess-weight", Notts)[0].Value.Value,
            reading.Of(Obesity, Notts)[0].Value.Value
        ).ShouldBe((21.7m, 8.7m));
    }

    [Theory]
    [InlineData("Obesity")]
    [InlineData("Obese (including severely obese)")]
    [InlineData("Obesity (including severe obesity)")]
    public async Task Obesity_that_includes_the_severe_is_obesity(string category) =>
        (await Drop.ReadAsync(Table(Authority).Replace(",Obese,", $",{category},"), Feed.Obesity))
            .Of(Obesity, Notts)
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe(8.7m);

    [Fact]
    public async Task A_star_stands_for_one_to_five_and_is_suppressed()
    {
        var o = (await ReadAsync(Trust.Replace(",99,9.0,7.4,10.8,", ",*,*,*,*,")))
            .Of(Obesity, "E16000023")
            .ShouldHaveSingleItem();

        (o.Value, o.Numerator, o.Denominator, o.Lower).ShouldBe(
            (Measure.None(MissingReason.Suppressed, "*"), null, 1100, null)
        );
    }

    [Fact]
    public async Task A_percentage_that_the_counts_do_not_give_is_found_and_stays_as_published()
    {
        var reading = await ReadAsync(Authority.Replace("696,8.7,8.1,9.3", "696,9.0,8.1,9.3"));

        reading.Codes().ShouldBe(["PERCENT_DISAGREES"]);
        reading.Of(Obesity, Notts)[0].Value.Value.ShouldBe(9.0m);
    }

    [Fact]
    public async Task More_obese_children_than_were_measured_reject_their_row() =>
        (await ReadAsync(Authority.Replace("696,8.7", "8001,8.7"))).Codes().ShouldBe(["COUNTS_DISAGREE"]);

    [Theory]
    [InlineData("108.7", "PERCENT_OUT_OF_RANGE")]
    [InlineData("about 9", "CELL_UNREADABLE")]
    public async Task A_figure_that_is_no_percentage_rejects_its_row(string cell, string code) =>
        (await ReadAsync(England, Authority.Replace("696,8.7,", $"696,{cell},"))).Codes().ShouldBe([code]);

    [Fact]
    public async Task The_year_group_is_read_from_the_sheets_name_where_each_has_its_own()
    {
        const string table =
            "Prevalence by local authority 2011/12\nCode,Name,Number measured,Obese,,,Overweight and "
            + "obese,,\n,,,Prevalence,Lower,Upper,Prevalence,Lower,Upper\nE10000024,Nottinghamshire,8000,8.7,8.1,9.3,21.7,20.9,22.5\n";
        var reading = await Drop.ReadAsync(
            NhsSheets.Of(("Reception", table), ("Year 6", table.Replace("21.7,20.9,22.5", "32.6,31.6,33.6"))),
            Feed.Obesity,
            "file.xlsx"
        );

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Lower.ShouldBe(8.1m);
        (
            reading.Of("reception-excess-weight", Notts)[0].Value.Value,
            reading.Of("year-6-excess-weight", Notts)[0].Value.Value
        ).ShouldBe((21.7m, 32.6m));
    }

    [Fact]
    public async Task Years_side_by_side_are_told_apart_by_the_cells_over_them()
    {
        const string table =
            "Prevalence of obesity in Reception 2009/10 to 2010/11\nCode,Name,2009/10,,2010/11,\n,,Number "
            + "measured,Obese %,Number measured,Obese %\nE10000024,Nottinghamshire,7900,8.9,8000,8.7\n";

        (await Drop.ReadAsync(table, Feed.Obesity))
            .Of(Obesity, Notts)
            .Select(o => (o.Period.Label, o.Value.Value, o.Denominator))
            .ShouldBe([("2009/10", 8.9m, 7900), ("2010/11", 8.7m, 8000)]);
    }

    [Fact]
    public async Task Boys_and_girls_are_not_the_headline()
    {
        const string table =
            "Reception 2010/11\nCode,Name,Boys,,Girls,,All children,\n,,Number measured,Obese %,Number "
            + "measured,Obese %,Number measured,Obese %\nE10000024,Nottinghamshire,4100,9.5,3900,7.9,8000,8.7\n";

        (await Drop.ReadAsync(table, Feed.Obesity))
            .Of(Obesity, Notts)
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe(8.7m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2009/10 to 2010/11")]
    public async Task A_table_that_does_not_say_its_one_year_is_rejected_row_by_row(string title) =>
        (await Drop.ReadAsync(Table(England, Authority).Replace("2010/11 school year", title), Feed.Obesity))
            .Codes()
            .ShouldBe(["PERIOD_UNREADABLE", "PERIOD_UNREADABLE"]);

    [Fact]
    public async Task Children_counted_where_their_school_is_are_not_mixed_with_those_counted_where_they_live()
    {
        var bySchool = Table(Authority.Replace("696,8.7", "700,8.8"))
            .Replace("2010/11 school year", "2010/11 school year by postcode of school");
        var byChild = Table(Authority).Replace("2010/11 school year", "2010/11 school year by postcode of child");
        var reading = await Drop.ReadAsync(NhsSheets.Of(("3A", bySchool), ("3B", byChild)), Feed.Obesity, "file.xlsx");

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        reading.Rows.Skipped["children counted where their school is"].ShouldBe(3);
    }

    [Fact]
    public async Task A_table_of_boys_alone_brings_nothing_and_says_so() =>
        (
            await Drop.ReadAsync(
                "2010/11\nCode,Name,Boys measured in Reception,% of boys obese in "
                    + "Reception\nE10000024,Nottinghamshire,4100,9.5\n",
                Feed.Obesity
            )
        )
            .Codes()
            .ShouldBe(["COLUMN_OF_GROUP", "COLUMN_OF_GROUP", "NOTHING_KNOWN"]);

    [Theory]
    [InlineData("Academies")]
    [InlineData("Urban areas")]
    [InlineData("Girls")]
    [InlineData("Most deprived")]
    public async Task A_heading_above_the_figures_may_name_a_group_and_then_they_count_for_nothing(string group)
    {
        var reading = await Drop.ReadAsync(Headed(group), Feed.Obesity);

        reading.Of(Obesity, Notts).ShouldBeEmpty();
        reading.Codes().ShouldBe(["COLUMN_OF_GROUP", "NOTHING_KNOWN"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("All children", "")]
    [InlineData("Boys and girls", "")]
    [InlineData("2010/11 school year", "")]
    [InlineData("Children aged 4-5 years", "")]
    [InlineData("Northern lights", "COLUMN_NOT_READ")]
    public async Task A_heading_of_all_children_or_of_no_group_that_is_known_counts(string heading, string code)
    {
        var reading = await Drop.ReadAsync(Headed(heading), Feed.Obesity);

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        string.Join(' ', reading.Codes()).ShouldBe(code);
    }

    [Fact]
    public async Task Of_boys_girls_and_all_side_by_side_all_counts()
    {
        var reading = await Drop.ReadAsync(
            "Reception 2010/11,,,,,\nArea,,Boys,Girls,All,\nCode,Name,Obese %,Obese %,Obese %,Number measured\n"
                + "E10000024,Nottinghamshire,9.5,7.9,8.7,8000\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        reading.Codes().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Urban", "Rural")]
    [InlineData("Northern lights", "Southern cross")]
    [InlineData("", "")]
    public async Task Of_two_columns_of_the_same_name_and_none_of_all_neither_counts(string one, string other)
    {
        var reading = await Drop.ReadAsync(
            $"Reception 2010/11,,,,\nArea,,{one},{other},All\nCode,Name,Obese %,Obese %,Number measured\n"
                + "E10000024,Nottinghamshire,9.5,7.9,8000\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).ShouldBeEmpty();
        reading.Codes().ShouldContain("COLUMN_OF_GROUP");
    }

    [Theory]
    [InlineData("Setting", "Mountain schools", 8.7, "COLUMN_NOT_READ")]
    [InlineData("Setting", "Academies", null, "NOTHING_KNOWN")]
    [InlineData("Sex", "Girls", null, "NOTHING_KNOWN")]
    [InlineData("Sex", "All", 8.7, "")]
    public async Task An_extra_column_says_of_whom_a_row_is(string name, string word, double? figure, string code)
    {
        var reading = await Drop.ReadAsync(
            $"Reception 2010/11,,,\nCode,Name,{name},Obese %,Number measured\n"
                + $"E10000024,Nottinghamshire,{word},8.7,8000\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).Select(o => (double?)o.Value.Value).FirstOrDefault().ShouldBe(figure);
        string.Join(' ', reading.Codes()).ShouldBe(code);
    }

    [Theory]
    [InlineData("Derbyshire")]
    [InlineData("England")]
    [InlineData("Wales")]
    [InlineData("Nottingham")]
    public async Task The_name_of_another_area_rejects_the_row(string name) =>
        (await ReadAsync(Authority.Replace("Nottinghamshire", name))).Codes().ShouldBe(["CODES_DISAGREE"]);

    [Theory]
    [InlineData("Year 6")]
    [InlineData("Teenage mothers")]
    [InlineData("Rank of 152")]
    [InlineData("Target")]
    [InlineData("Per 1,000")]
    [InlineData("Change since last year")]
    public async Task A_merged_heading_alone_in_its_row_is_one_of_the_table(string heading)
    {
        var reading = await Drop.ReadAsync(
            "Reception 2010/11,,,\n,,"
                + heading.Replace(",", "")
                + ",\nCode,Name,Number measured,Obese %\nE10000024,Nottinghamshire,8000,8.7\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).ShouldBeEmpty();
    }

    [Fact]
    public async Task Boys_girls_and_all_under_merged_headings_ask_nobody_about_boys()
    {
        var reading = await Drop.ReadAsync(
            "Reception 2010/11,,,,,,,\n,,Boys,,Girls,,All,\n"
                + "Code,Name,Measured,Obese %,Measured,Obese %,Measured,Obese %\n"
                + "E10000024,Nottinghamshire,4100,9.5,3900,7.9,8000,8.7\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        reading.Titles.ShouldNotContain("Boys");
    }

    [Theory]
    [InlineData("Not obese %", "Obese %", 8.7)]
    [InlineData("Obese %", "Obese % (revised)", 8.7)]
    [InlineData("Obese % one", "Obese % two", null)]
    public async Task Of_two_columns_that_differ_the_first_does_not_win(string one, string other, double? figure)
    {
        var reading = await Drop.ReadAsync(
            $"Reception 2010/11,,,\nCode,Name,{one},{other},Underweight %\nE10000024,Nottinghamshire,91.3,8.7,1\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).Select(o => (double?)o.Value.Value).FirstOrDefault().ShouldBe(figure);
    }

    [Theory]
    [InlineData("Reception 2010/11", "", "2010/11")]
    [InlineData("Reception", "2009/10", "2009/10")]
    [InlineData("Reception 2010/11", "2009/10", "2009/10")]
    [InlineData("Reception, boundaries of 2009/10\nSchool year 2010/11", "", null)]
    public async Task The_year_is_the_rows_own_or_the_one_of_the_titles(string title, string own, string? year)
    {
        var reading = await Drop.ReadAsync(
            $"{title}\nCode,Name,School year,Obese %,Underweight %\nE10000024,Nottinghamshire,{own},8.7,1\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).Select(o => o.Period.Label).FirstOrDefault().ShouldBe(year);
    }

    [Theory]
    [InlineData("Cumbria")]
    [InlineData("Nottinghamshire (girls)")]
    [InlineData("Rest of Nottinghamshire")]
    [InlineData("Nottinghamshire excluding Bassetlaw")]
    public async Task The_name_of_a_former_area_elsewhere_or_of_a_part_rejects_the_row(string name) =>
        (await ReadAsync(Authority.Replace("Nottinghamshire", name))).Codes().ShouldBe(["CODES_DISAGREE"]);

    [Theory]
    [InlineData("England (total)")]
    [InlineData("All England")]
    [InlineData("England*")]
    [InlineData("England average")]
    public async Task England_has_longer_names(string name) =>
        (await ReadAsync(England.Replace(",,England,", $",,{name},"))).Of(Obesity, "E92000001").ShouldHaveSingleItem();

    [Fact]
    public async Task A_row_without_a_code_is_found_by_its_name()
    {
        var reading = await ReadAsync(Authority.Replace("37,E10000024", ","));

        reading.Of(Obesity, Notts).ShouldHaveSingleItem();
        reading.Codes().ShouldBe(["AREA_BY_NAME"]);
    }

    [Theory]
    [InlineData("GOR code,GOR name", "E12000004,East Midlands")]
    [InlineData("UTLA code,UTLA name", "E10000024,Nottinghamshire")]
    public async Task What_an_area_is_in_may_have_a_code_of_its_own(string names, string cells)
    {
        var reading = await Drop.ReadAsync(
            $"Reception 2010/11\n{names},LAD code,LAD name,Obese %,Underweight %\n{cells},E07000171,Bassetlaw,8.7,1\n",
            Feed.Obesity
        );

        reading.Codes().ShouldBeEmpty();
        reading.Of(Obesity, "E07000171").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Y6 obese %", "Reception and Y6")]
    [InlineData("Year Six obese %", "Reception")]
    [InlineData("Yr. 6 obese %", "Reception")]
    [InlineData("10–11 years obese %", "Reception")]
    [InlineData("Obese % aged 10/11", "Reception")]
    public async Task A_column_of_Year_6_is_never_Reception(string column, string title) =>
        (await Columned(title, column)).ShouldBeNull();

    [Theory]
    [InlineData("R obese %")]
    [InlineData("YR obese %")]
    [InlineData("Obese % (4–5 years)")]
    public async Task A_column_of_Reception_is_never_Year_6(string column) =>
        (await Columned("Year 6", column)).ShouldBe(8.7m);

    [Theory]
    [InlineData("Year 6", "R overweight or obese %", 8.7, null)]
    [InlineData("Reception and Y6", "Y6 overweight or obese %", null, 8.7)]
    public async Task Each_school_year_has_the_excess_weight_of_its_own_column(
        string title,
        string column,
        double? reception,
        double? year6
    )
    {
        var reading = await Drop.ReadAsync(
            $"{title} 2010/11\nCode,Name,{column},Underweight %\nE10000024,Nottinghamshire,8.7,1\n",
            Feed.Obesity
        );
        double? Of(string indicator) =>
            reading.Of(indicator, Notts).Select(o => (double?)o.Value.Value).FirstOrDefault();

        (Of("reception-excess-weight"), Of("year-6-excess-weight")).ShouldBe((reception, year6));
    }

    [Theory]
    [InlineData("Y6")]
    [InlineData("Year Six")]
    [InlineData("Age 10–11")]
    [InlineData("Aged 10/11")]
    [InlineData("Looked after children")]
    [InlineData("Any other ethnic group")]
    [InlineData("Not stated")]
    [InlineData("Sex: Girls")]
    [InlineData("IMD decile 1")]
    [InlineData("Girls (continued)")]
    [InlineData("Section B: Boys")]
    [InlineData("Children living in the most deprived decile of areas")]
    [InlineData("LPSP target")]
    [InlineData("Change")]
    [InlineData("Severe obesity")]
    [InlineData("By school location")]
    [InlineData("All girls")]
    [InlineData("Total boys")]
    [InlineData("All White")]
    [InlineData("Most deprived areas")]
    [InlineData("2009")]
    public async Task A_heading_of_some_children_or_of_something_else_is_never_all(string heading) =>
        (await ReadAsync($"{heading},,", Authority)).Of(Obesity, Notts).ShouldBeEmpty();

    [Theory]
    [InlineData("Urban authorities", "")]
    [InlineData("London boroughs", "")]
    [InlineData("Most deprived authorities", "")]
    [InlineData("Birmingham and the Black Country", "")]
    [InlineData("All local authorities", "")]
    [InlineData("Girls and boys", "")]
    [InlineData("Source: NHS IC; state maintained schools", "")]
    [InlineData("Children in special schools were not measured", "")]
    [InlineData("Mixed", "HEADING_NOT_READ")]
    [InlineData("Northern lights", "HEADING_NOT_READ")]
    public async Task A_heading_of_places_is_of_all_children_and_one_that_is_not_known_is_found(
        string heading,
        string code
    )
    {
        var reading = await ReadAsync($"{heading},,", Authority);

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
        string.Join(' ', reading.Codes()).ShouldBe(code);
    }

    [Theory]
    [InlineData("Jane Smith 07700 900123", false)]
    [InlineData("Northern lights", true)]
    public async Task A_heading_with_a_number_is_never_repeated(string heading, bool isRepeated)
    {
        var finding = (await ReadAsync($"{heading},,", Authority)).Findings.ToList().Single();

        finding.Message.Contains(heading, StringComparison.Ordinal).ShouldBe(isRepeated);
    }

    [Theory]
    [InlineData("D1", null)]
    [InlineData("Decile1", null)]
    [InlineData("Most dep", null)]
    [InlineData("Severe", null)]
    [InlineData("Table 3b girls", null)]
    [InlineData("Table B", 8.7)]
    [InlineData("Previous", 8.7)]
    [InlineData("State", 8.7)]
    [InlineData("T3b_F", 8.7)]
    public async Task The_name_of_the_only_sheet_may_be_that_of_a_group(string sheet, double? figure)
    {
        var reading = await Drop.ReadAsync(NhsSheets.Of((sheet, Table(Authority))), Feed.Obesity, "file.xlsx");

        reading.Of(Obesity, Notts).Select(o => (double?)o.Value.Value).FirstOrDefault().ShouldBe(figure);
        reading
            .Codes()
            .ShouldBe(
                figure is null ? ["NOTHING_KNOWN"]
                : sheet is "T3b_F" ? ["HEADING_NOT_READ"]
                : []
            );
    }

    [Fact]
    public async Task A_letter_is_a_sex_beside_the_sheet_of_all()
    {
        var reading = await Drop.ReadAsync(
            NhsSheets.Of(("All", Table(Authority)), ("F", Table(Authority.Replace("8.7,8.1", "8.2,8.1")))),
            Feed.Obesity,
            "file.xlsx"
        );

        reading.Of(Obesity, Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(8.7m);
    }

    [Theory]
    [InlineData("three years to 2012/13")]
    [InlineData("2012/13 (3-yr average)")]
    [InlineData("2012/13 3yr rolling")]
    [InlineData("2012/13 (3 years' data)")]
    [InlineData("triennial 2012/13")]
    [InlineData("2012/13 (part year)")]
    [InlineData("2012/13; schools measured so far")]
    public async Task Several_years_or_a_part_of_one_are_no_school_year(string years) =>
        (await Drop.ReadAsync(Table(Authority).Replace("2010/11", years), Feed.Obesity))
            .Codes()
            .ShouldBe(["PERIOD_UNREADABLE"]);

    [Theory]
    [InlineData("NCMP year", "2009/10", "2009/10")]
    [InlineData("Data period", "2009/10", "2009/10")]
    [InlineData("Collection year", "2009/10", "2009/10")]
    [InlineData("Academic year ending", "2009/10", "2009/10")]
    [InlineData("Year ended", "2009/10", "2009/10")]
    [InlineData("Period covered", "2008/09 - 2010/11", null)]
    public async Task A_column_of_years_has_many_names(string name, string cell, string? year) =>
        (
            await Drop.ReadAsync(
                $"Reception 2010/11\nCode,Name,{name},Obese %,Underweight %\nE10000024,Nottinghamshire,{cell},8.7,1\n",
                Feed.Obesity
            )
        )
            .Of(Obesity, Notts)
            .Select(o => o.Period.Label)
            .FirstOrDefault()
            .ShouldBe(year);

    [Theory]
    [InlineData("obese % (09-10)")]
    [InlineData("obese % 0910")]
    [InlineData("obese prevalence percentile")]
    [InlineData("obese prevalence +/-")]
    [InlineData("obese prevalence (3yr)")]
    [InlineData("obese as % of overweight")]
    [InlineData("obese % of eligible")]
    [InlineData("% obese by school")]
    [InlineData("% obese Q1")]
    [InlineData("% children obese at age 4")]
    [InlineData("obese prevalence statistical neighbours")]
    [InlineData("obese prevalence SHA")]
    [InlineData("obese prevalence Eng")]
    [InlineData("obese prevalence goal")]
    [InlineData("obese prevalence gap")]
    [InlineData("% non-obese")]
    [InlineData("% morbidly obese")]
    public async Task A_column_of_another_figure_is_left_out(string column) =>
        (await Columned("Reception", $"Reception: {column}")).ShouldBeNull();

    [Theory]
    [InlineData("Status", "Target", false)]
    [InlineData("Org type", "Special schools", false)]
    [InlineData("Child status", "Looked after", false)]
    [InlineData("Notes", "Girls", false)]
    [InlineData("Status", "Provisional", true)]
    [InlineData("Notes", "See note 1", true)]
    [InlineData("Notes", "Excludes independent schools", true)]
    [InlineData("Notes", "Low participation in two primary schools", true)]
    [InlineData("Status", "Target met", true)]
    public async Task A_status_or_a_note_is_no_name_of_an_area(string name, string cell, bool isUsed)
    {
        var reading = await Drop.ReadAsync(
            $"Reception 2010/11\nCode,Name,{name},Obese %,Underweight %\nE10000024,Nottinghamshire,{cell},8.7,1\n",
            Feed.Obesity
        );

        reading.Of(Obesity, Notts).Count.ShouldBe(isUsed ? 1 : 0);
        reading.Codes().ShouldNotContain("CODES_DISAGREE");
    }

    private static async Task<decimal?> Columned(string title, string column) =>
        (
            await Drop.ReadAsync(
                $"{title} 2010/11\nCode,Name,{column},Underweight %\nE10000024,Nottinghamshire,8.7,1\n",
                Feed.Obesity
            )
        )
            .Of(Obesity, Notts)
            .Select(o => o.Value.Value)
            .FirstOrDefault();

    private static string Headed(string heading) =>
        $"Reception 2010/11,,,\nArea,,{heading},\nCode,Name,Obese %,Overweight %\nE10000024,Nottinghamshire,8.7,13.1\n";

    private static Task<FileReading> ReadAsync(params string[] rows) => Drop.ReadAsync(Table(rows), Feed.Obesity);
}
