using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;
using static ChildrensTrust.Pipeline.Tests.Formats.Nhs.NhsBreastfeedingTable;

namespace ChildrensTrust.Pipeline.Tests.Formats.Nhs;

/// <summary>The tables are composed in the shape of the Department of Health's workbooks; the counts are
/// illustrative.</summary>
public sealed class NhsBreastfeedingReaderTests
{
    private const string Indicator = "breastfeeding-6-to-8-weeks";
    private const string County = "E16000081";
    private const string Bassetlaw = "E16000023";
    private const string City = "E16000022";
    private const string EnglandCode = "E92000001";

    [Theory]
    [InlineData("Q1", "Q2")]
    [InlineData("Quarter 1", "Quarter 2")]
    public async Task A_quarter_over_the_columns_and_the_year_in_the_title_are_one_period(string one, string other)
    {
        var reading = await Drop.ReadAsync(Quarters(one, other), Feed.Breastfeeding);

        reading
            .Of(Indicator, "E92000001")
            .Select(o => (o.Period.Label, o.Numerator))
            .ShouldBe([("2012/13 Q1", 80500m), ("2012/13 Q2", 81600m)]);
    }

    [Theory]
    [InlineData("April to June", "July to September")]
    [InlineData("First quarter", "Second quarter")]
    [InlineData("Provisional", "Final")]
    public async Task Two_blocks_that_cannot_be_placed_never_are_the_whole_year(string one, string other) =>
        (await Drop.ReadAsync(Quarters(one, other), Feed.Breastfeeding)).Of(Indicator, "E92000001").ShouldBeEmpty();

    [Theory]
    [InlineData("Q1-Q2 2012/13")]
    [InlineData("Quarters 1 to 2, 2012/13")]
    [InlineData("Second quarter 2012/13")]
    [InlineData("Apr-Sep 2012/13")]
    [InlineData("Cumulative to Q2 2012/13")]
    public async Task A_title_of_several_quarters_is_of_none(string title) =>
        (await Drop.ReadAsync(Table(England).Replace("Quarter 2 2012/13", title), Feed.Breastfeeding))
            .Codes()
            .ShouldContain("PERIOD_UNREADABLE");

    [Theory]
    [InlineData("2012/13 Q1", "2012/13 Q1")]
    [InlineData("Q1", "2012/13 Q1")]
    [InlineData("Q2", "2012/13 Q2")]
    [InlineData("2012/13", "2012/13 Q2")]
    public async Task A_column_of_periods_says_of_which_a_row_is(string cell, string period) =>
        (
            await Drop.ReadAsync(
                "Breastfeeding in quarter 2 2012/13\n"
                    + "Code,Name,Period,Infants due,Totally breastfed,Partially breastfed\n"
                    + $"Eng,England,{cell},170000,55000,25500\n",
                Feed.Breastfeeding
            )
        )
            .Of(Indicator, "E92000001")
            .ShouldHaveSingleItem()
            .Period.Label.ShouldBe(period);

    [Theory]
    [InlineData("90", true)]
    [InlineData("0.9", true)]
    [InlineData("96.5", false)]
    public async Task A_published_coverage_below_95_withholds_the_figure(string coverage, bool isWithheld)
    {
        var o = (
            await Drop.ReadAsync(
                "Breastfeeding in quarter 2 2012/13\nCode,Name,Infants due,Totally breastfed,Partially breastfed,"
                    + $"Coverage %\n5N8,Nottinghamshire County Teaching PCT,1950,500,300,{coverage}\n",
                Feed.Breastfeeding
            )
        )
            .Of(Indicator, County)
            .ShouldHaveSingleItem();

        (o.Value.Missing == MissingReason.Withheld).ShouldBe(isWithheld);
    }

    [Theory]
    [InlineData("Nottingham City PCT")]
    [InlineData("Derbyshire County PCT")]
    [InlineData("England")]
    public async Task The_name_of_another_trust_rejects_the_row(string name) =>
        (await ReadAsync(Notts.Replace("Nottinghamshire County Teaching PCT", name)))
            .Codes()
            .ShouldBe(["CODES_DISAGREE"]);

    private static string Quarters(string one, string other) =>
        $"Breastfeeding 2012/13,,,,,,,\n,,{one},,,{other},,\nCode,Name,Infants due,Totally breastfed,"
        + "Partially breastfed,Infants due,Totally breastfed,Partially breastfed\n"
        + "Eng,England,170000,55000,25500,171000,56000,25600\n";

    [Theory]
    [InlineData("2nd quarter 2012-13", null)]
    [InlineData("3rd Qtr 2012/13", null)]
    [InlineData("Quarter two 2012/13", null)]
    [InlineData("Quarter 2 2012/13 (year to date)", null)]
    [InlineData("Rolling four quarters to Q2 2012/13", null)]
    [InlineData("2012/13 H1", null)]
    [InlineData("June 2012/13", null)]
    [InlineData("2012/13 | Quarter 2", "2012/13 Q2")]
    [InlineData("2012/13", "2012/13")]
    [InlineData("April 2012 to March 2013; 2012/13", "2012/13")]
    [InlineData("2012/13. Published June 2013", "2012/13")]
    public async Task A_part_of_a_year_is_never_the_whole_year(string title, string? period) =>
        (await Drop.ReadAsync(Table(England).Replace("Quarter 2 2012/13", title), Feed.Breastfeeding))
            .Of(Indicator, "E92000001")
            .Select(o => o.Period.Label)
            .ShouldBe(period is null ? [] : [period]);

    [Theory]
    [InlineData("Q2", "2012/13 Q2")]
    [InlineData("YTD", null)]
    [InlineData("Data", "2012/13")]
    public async Task The_name_of_the_only_sheet_may_say_the_quarter(string sheet, string? period) =>
        (
            await Drop.ReadAsync(
                NhsSheets.Of((sheet, Table(England).Replace("Quarter 2 2012/13", "2012/13"))),
                Feed.Breastfeeding,
                "file.xlsx"
            )
        )
            .Of(Indicator, "E92000001")
            .Select(o => o.Period.Label)
            .ShouldBe(period is null ? [] : [period]);

    [Theory]
    [InlineData("Apr-Jun (2012/13)", "2012/13 Q1")]
    [InlineData("2012/13: Apr-Jun", "2012/13 Q1")]
    [InlineData("Oct - Dec, 2012/13", "2012/13 Q3")]
    [InlineData("2012/13 Jul/Aug/Sep", "2012/13 Q2")]
    [InlineData("January to March 2012/13", "2012/13 Q4")]
    [InlineData("Jan-Mar 2012/13", "2012/13 Q4")]
    [InlineData("Jan-Mar 2013", "2012/13 Q4")]
    [InlineData("Quarter ending March 2012/13", "2012/13 Q4")]
    [InlineData("Three months to 31 March 2013", "2012/13 Q4")]
    [InlineData("Q4 January to March 2012/13", "2012/13 Q4")]
    [InlineData("Q3 January to March 2012/13", null)]
    [InlineData("1 April 2012 to 31 March 2013", "2012/13")]
    [InlineData("April 2010 to March 2013", null)]
    public async Task Months_beside_a_year_are_that_quarter(string title, string? period) =>
        (await Titled(title)).ShouldBe(period);

    [Theory]
    [InlineData("bf_Jan-Mar_2012-13.csv", "2012/13 Q4")]
    [InlineData("bf_2012-13_JulSep.csv", "2012/13 Q2")]
    [InlineData("bf_2012-13_AprSep.csv", null)]
    [InlineData("bf_2012_13_sept.csv", null)]
    [InlineData("bf_2012_13_m06.csv", null)]
    public async Task Months_in_the_files_name_are_that_quarter_or_none(string file, string? period) =>
        (await Drop.ReadAsync(Table(England).Replace("Quarter 2 2012/13", ""), Feed.Breastfeeding, file))
            .Of(Indicator, EnglandCode)
            .Select(o => o.Period.Label)
            .FirstOrDefault()
            .ShouldBe(period);

    [Theory]
    [InlineData("Apr 2012/13")]
    [InlineData("2012/13 (Sept)")]
    [InlineData("2012/13 M06")]
    [InlineData("P6 2012/13")]
    [InlineData("Week 26 2012/13")]
    [InlineData("mid-year 2012/13")]
    [InlineData("Apr to Nov 2012/13")]
    [InlineData("2012/13 HY1")]
    [InlineData("2012/13 May")]
    [InlineData("Q1+Q2 2012/13")]
    [InlineData("Q1/Q2 2012/13")]
    [InlineData("12 months to Q2 2012/13")]
    [InlineData("Year ending Q2 2012/13")]
    [InlineData("4 quarters to Q2 2012/13")]
    [InlineData("Average of four quarters; Q2 2012/13")]
    [InlineData("three years to 2012/13")]
    [InlineData("Q.2 2012/13", "2012/13 Q2")]
    [InlineData("2012/13; breastfed babies may move", "2012/13")]
    [InlineData("Q2 2012/13. Data as at 15 January 2013", "2012/13 Q2")]
    public async Task A_month_and_several_quarters_are_no_quarter_and_no_year(string title, string? period = null) =>
        (await Titled(title)).ShouldBe(period);

    [Theory]
    [InlineData("Year to date", null)]
    [InlineData("April", null)]
    [InlineData("July 2012", null)]
    [InlineData("First quarter", null)]
    [InlineData("Months 1-3", null)]
    [InlineData("Quarter 1", "2012/13 Q1")]
    public async Task A_heading_of_another_part_of_the_year_is_not_the_titles_quarter(string heading, string? period) =>
        (await ReadAsync($"{heading},,", England))
            .Of(Indicator, EnglandCode)
            .Select(o => o.Period.Label)
            .FirstOrDefault()
            .ShouldBe(period);

    [Fact]
    public async Task A_month_over_the_columns_is_not_the_year() =>
        (
            await Drop.ReadAsync(
                "2012/13\nCode,Name,Infants due (Apr),Totally breastfed (Apr),Partially breastfed (Apr)\n"
                    + "Eng,England,170000,55000,25500\n",
                Feed.Breastfeeding
            )
        )
            .Of(Indicator, EnglandCode)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Under 20s")]
    [InlineData("At 10 days")]
    [InlineData("Preterm babies")]
    [InlineData("Primiparous")]
    public async Task A_heading_of_some_mothers_or_babies_is_a_group(string heading) =>
        (await ReadAsync($"{heading},,", England)).Of(Indicator, EnglandCode).ShouldBeEmpty();

    private static async Task<string?> Titled(string title) =>
        (await Drop.ReadAsync(Table(England).Replace("Quarter 2 2012/13", title), Feed.Breastfeeding))
            .Of(Indicator, EnglandCode)
            .Select(o => o.Period.Label)
            .FirstOrDefault();

    [Fact]
    public async Task Rows_below_the_heading_of_a_group_are_left_out()
    {
        var reading = await Drop.ReadAsync(
            Table("First-time mothers,,", Notts, "All,,", Nottingham),
            Feed.Breastfeeding
        );

        (reading.Rows.Accepted, reading.Rows.Skipped["group by a heading or the sheet's name"]).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_figure_is_worked_out_from_its_counts_and_keeps_them()
    {
        var reading = await ReadAsync(Notts);

        reading.Format.ShouldBe("nhs-breastfeeding");
        var o = reading.Of(Indicator, County).ShouldHaveSingleItem();
        (o.Value.Value, o.Numerator, o.Denominator, o.Period.Label).ShouldBe((41.0256410256m, 800, 1950, "2012/13 Q2"));
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_series_is_named_by_its_format_and_the_publishers_own_column()
    {
        var series = (await ReadAsync(Notts)).Series.ToSeries().ShouldHaveSingleItem();

        (series.Source, series.Column).ShouldBe(("nhs-breastfeeding:prevalence", "Percentage of infants Prevalence"));
    }

    [Fact]
    public async Task Every_row_is_accounted_for()
    {
        var rows = (await Drop.ReadAsync(Table(England, Notts, Worksop, Nottingham, Derby), Feed.Breastfeeding)).Rows;

        (rows.Read, rows.Accepted, rows.Rejected).ShouldBe((8, 4, 0));
        rows.Skipped.Select(s => (s.Key, s.Value))
            .ShouldBe([("area not in the register", 1), ("blank row", 1), ("title or footnote", 2)]);
    }

    [Fact]
    public async Task A_workbook_gives_the_same_observations_as_its_csv_twin()
    {
        var table = Table(England, Notts, "5ET,Bassetlaw PCT,DK,DK,DK,DK,DK,DK,-,-", Nottingham, Derby);
        var twin = await Drop.ReadAsync(NhsSheets.Of(("Q2", table)), Feed.Breastfeeding, "file.xlsx");

        twin.Series.ToSeries().Count().ShouldBe(4);
        twin.Summary().ShouldBe((await Drop.ReadAsync(table, Feed.Breastfeeding)).Summary());
    }

    [Fact]
    public async Task An_old_workbook_that_LibreOffice_wrote_gives_the_same_observations()
    {
        var bytes = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", "nhs-breastfeeding.xls"),
            TestContext.Current.CancellationToken
        );

        (await Drop.ReadAsync(bytes, Feed.Breastfeeding, "file.xls"))
            .Summary()
            .ShouldBe((await Drop.ReadAsync(Sound, Feed.Breastfeeding)).Summary());
    }

    [Theory]
    [InlineData("England,,170000,55000,25500,85000,4500,165500,47.4,97.4")]
    [InlineData(",England,170000,55000,25500,85000,4500,165500,47.4,97.4")]
    [InlineData("Eng,ENGLAND,170000,55000,25500,85000,4500,165500,47.4,97.4")]
    [InlineData("E92000001,England,170000,55000,25500,85000,4500,165500,47.4,97.4")]
    public async Task Englands_row_is_known_by_its_name_or_its_code(string row) =>
        (await ReadAsync(row)).Of(Indicator, EnglandCode).ShouldHaveSingleItem().Value.Value.ShouldBe(47.3529411765m);

    [Theory]
    [InlineData("5N8", County)]
    [InlineData("E16000081", County)]
    [InlineData("5ET", Bassetlaw)]
    [InlineData("E10000024", "E10000024")]
    [InlineData("5EM", City)]
    public async Task An_area_is_known_by_its_nhs_code_or_its_statistical_code(string code, string area) =>
        (await ReadAsync(Notts.Replace("5N8,Nottinghamshire County Teaching PCT", $"{code},")))
            .Of(Indicator, area)
            .Count.ShouldBe(1);

    [Theory]
    [InlineData("909")]
    [InlineData("891")]
    [InlineData("37")]
    public async Task A_number_of_the_department_for_education_is_no_nhs_code(string code) =>
        (await Drop.ReadAsync(Table(Notts.Replace("5N8", code)).Replace("PCT code", "Rank"), Feed.Breastfeeding))
            .Rows.Skipped["area not in the register"]
            .ShouldBe(1);

    [Fact]
    public void Nottingham_City_never_counts_as_Nottinghamshire() =>
        Reference
            .Default.Catalogue.Find(Indicator)!
            .Parts["E10000024"]
            .Select(p => Reference.Default.Areas.FindByCode(p.Code)!.Number)
            .ShouldBe(["5N8", "5ET"]);

    [Fact]
    public async Task A_row_whose_region_is_known_and_whose_area_is_not_is_not_the_regions()
    {
        var table = Table("Q33,East Midlands,5N7,Derby City PCT,1000,300,130,550,20,980,43.0,98.0")
            .Replace("PCT code", "SHA code,SHA name,PCT code")
            .Replace("\n,,,Totally", "\n,,,,,Totally");
        var reading = await Drop.ReadAsync(table.Replace("Q33", "E12000004"), Feed.Breastfeeding);

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Rows.Skipped["area not in the register"].ShouldBe(1);
    }

    [Fact]
    public async Task A_row_whose_two_codes_are_of_different_areas_is_rejected()
    {
        var table = Table(Notts.Replace("5N8,", "5N8,E16000023,"))
            .Replace("PCT code,", "NHS code,ONS code,")
            .Replace("\n,,,Totally", "\n,,,,Totally");

        (await Drop.ReadAsync(table, Feed.Breastfeeding)).Codes().ShouldBe(["CODES_DISAGREE"]);
    }

    [Theory]
    [InlineData("DK", MissingReason.NotAvailable)]
    [InlineData("-", MissingReason.NotAvailableOrSuppressed)]
    [InlineData("", MissingReason.NotGiven)]
    [InlineData("#DIV/0!", MissingReason.NotAvailable)]
    [InlineData("*", MissingReason.Suppressed)]
    public async Task A_count_that_is_not_given_is_missing_and_never_zero(string cell, MissingReason reason)
    {
        var o = (await ReadAsync(Notts.Replace(",500,", $",{cell},"))).Of(Indicator, County).ShouldHaveSingleItem();

        (o.Value.Value, o.Value.Missing).ShouldBe((null, reason));
    }

    [Fact]
    public async Task Where_no_infant_is_due_a_check_there_is_no_figure()
    {
        var o = (await ReadAsync("5N8,Nottinghamshire County Teaching PCT,0,0,0,0,0,0,0,0"))
            .Of(Indicator, County)
            .ShouldHaveSingleItem();

        o.Value.ShouldBe(Measure.None(MissingReason.NotAvailable));
    }

    [Fact]
    public async Task A_figure_with_the_status_of_too_few_infants_known_is_withheld_and_its_counts_are_kept()
    {
        var o = (await ReadAsync("5N8,Nottinghamshire County Teaching PCT,1000,300,100,549,51,949,40.0,94.9"))
            .Of(Indicator, County)
            .ShouldHaveSingleItem();

        (o.Value.Missing, o.Numerator, o.Denominator, o.Note).ShouldBe(
            (
                MissingReason.Withheld,
                400,
                1000,
                "Status known for 94.9% of infants due a check; published figures need 95%."
            )
        );
    }

    [Theory]
    [InlineData(950, true)]
    [InlineData(949, false)]
    public async Task Coverage_of_95_percent_is_enough(int known, bool there)
    {
        var reading = await ReadAsync($"5N8,Nottinghamshire County Teaching PCT,1000,300,100,500,50,{known},40.0,95.0");

        reading.Of(Indicator, County).ShouldHaveSingleItem().Value.Value.HasValue.ShouldBe(there);
    }

    [Fact]
    public async Task Englands_figure_was_published_whatever_its_coverage() =>
        (await ReadAsync(England.Replace("85000,4500,165500", "65000,24500,145500")))
            .Of(Indicator, EnglandCode)
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe(47.3529411765m);

    [Fact]
    public async Task A_percentage_that_the_publisher_left_out_stays_out()
    {
        var o = (await ReadAsync(Notts.Replace(",41.0,", ",-,"))).Of(Indicator, County).ShouldHaveSingleItem();

        (o.Value.Missing, o.Numerator).ShouldBe((MissingReason.Withheld, 800));
    }

    [Theory]
    [InlineData("41.1", true)]
    [InlineData("41.2", false)]
    [InlineData("-7e28", false)]
    [InlineData("41.0%", true)]
    [InlineData("0.4103", true)]
    public async Task A_published_percentage_is_checked_against_the_counts(string published, bool agrees)
    {
        var reading = await ReadAsync(Notts.Replace(",41.0,", $",{published},"));

        reading.Codes().ShouldBe(agrees ? [] : ["PERCENT_DISAGREES"]);
        reading.Of(Indicator, County).ShouldHaveSingleItem().Value.Value.ShouldBe(41.0256410256m);
    }

    [Theory]
    [InlineData("1950,500,300,1120,30,1951")]
    [InlineData("1950,500,300,1120,30,799")]
    [InlineData("700,500,300,1120,30,700")]
    [InlineData("1950,-500,300,1120,30,1920")]
    [InlineData("1950,500.5,300,1120,30,1920")]
    [InlineData("1e28,7e28,7e28,7e28,30,1920")]
    public async Task Counts_that_cannot_all_be_right_reject_their_row(string counts)
    {
        var reading = await ReadAsync(England, Notts.Replace("1950,500,300,1120,30,1920", counts));

        reading.Codes().ShouldBe(["COUNTS_DISAGREE"]);
        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_cell_that_is_no_count_rejects_its_row() =>
        (await ReadAsync(England, Notts.Replace("1950", "about 2000"))).Codes().ShouldBe(["CELL_UNREADABLE"]);

    [Fact]
    public async Task A_count_may_have_thousands_separators() =>
        (await ReadAsync(Notts.Replace("1950", "\"1,950\"")))
            .Of(Indicator, County)
            .ShouldHaveSingleItem()
            .Denominator.ShouldBe(1950);

    [Theory]
    [InlineData("Quarter 2 2012/13", "2012/13 Q2")]
    [InlineData("2012/13 Q2", "2012/13 Q2")]
    [InlineData("Q2 2012-13", "2012/13 Q2")]
    [InlineData("July to September 2012", "2012/13 Q2")]
    [InlineData("Quarter 4 (January to March 2013) 2012/13", "2012/13 Q4")]
    [InlineData("England: quarter ending 31 March 2009", "2008/09 Q4")]
    [InlineData("2014/15 Quarter 1; revised 8 January 2015", "2014/15 Q1")]
    [InlineData("Q3 of 2011-2012", "2011/12 Q3")]
    [InlineData("Quarter 2 2012/13 (1 July 2012 to 30 September 2012)", "2012/13 Q2")]
    [InlineData("2013/14", "2013/14")]
    public async Task The_quarter_is_read_from_a_title(string title, string period) =>
        (await Drop.ReadAsync(Table(Notts).Replace("Quarter 2 2012/13", title), Feed.Breastfeeding))
            .Of(Indicator, County)
            .ShouldHaveSingleItem()
            .Period.Label.ShouldBe(period);

    [Theory]
    [InlineData("Breastfeeding_Q2_1213.csv")]
    [InlineData("breastfeeding-2012-13-Q2.csv")]
    [InlineData("Breastfeeding 201213 Quarter 2 v3.csv")]
    [InlineData("Breastfeeding-Q2-201213-web-file-June-2013.csv")]
    public async Task The_quarter_is_read_from_the_files_name_where_no_title_says_it(string name) =>
        (await Drop.ReadAsync(Table(Notts).Replace("Quarter 2 2012/13", ""), Feed.Breastfeeding, name))
            .Of(Indicator, County)
            .ShouldHaveSingleItem()
            .Period.Label.ShouldBe("2012/13 Q2");

    [Theory]
    [InlineData("p1_breastfeeding.csv", true)]
    [InlineData("spring_release_breastfeeding.csv", true)]
    [InlineData("bf_q3_2012_13.csv", false)]
    public async Task The_files_name_may_not_contradict_the_quarter_of_a_title(string name, bool isRead) =>
        (await Drop.ReadAsync(Table(Notts), Feed.Breastfeeding, name))
            .Of(Indicator, County)
            .Count.ShouldBe(isRead ? 1 : 0);

    [Fact]
    public async Task The_quarter_is_read_from_the_sheets_name_where_no_title_says_it()
    {
        var table = Table(Notts).Replace("Quarter 2 2012/13", "");
        var reading = await Drop.ReadAsync(
            NhsSheets.Of(("2012-13 Q1", table), ("2012-13 Q2", table)),
            Feed.Breastfeeding,
            "file.xlsx"
        );

        reading.Of(Indicator, County).Select(o => o.Period.Label).ShouldBe(["2012/13 Q1", "2012/13 Q2"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Quarter 1 2012/13 and Quarter 2 2012/13")]
    [InlineData("Quarter 2 2012/14")]
    [InlineData("Q4 2012/13 (April 2012 to March 2013)")]
    public async Task A_table_that_does_not_say_its_one_quarter_is_rejected_row_by_row(string title) =>
        (await Drop.ReadAsync(Table(England, Notts).Replace("Quarter 2 2012/13", title), Feed.Breastfeeding))
            .Codes()
            .ShouldBe(["PERIOD_UNREADABLE", "PERIOD_UNREADABLE"]);

    [Fact]
    public async Task Quarters_side_by_side_are_told_apart_by_the_cells_over_them()
    {
        const string table =
            "Breastfeeding at 6 to 8 weeks over time\n"
            + "Code,Name,2012/13 Q1,,,2012/13 Q2,,\n"
            + ",,Number due a check,Totally breastfed,Partially breastfed,Number due a check,Totally "
            + "breastfed,Partially breastfed\n"
            + "5N8,Nottinghamshire County Teaching PCT,1900,500,260,1950,500,300\n";
        var reading = await Drop.ReadAsync(table, Feed.Breastfeeding);

        reading
            .Of(Indicator, County)
            .Select(o => (o.Period.Label, o.Value.Value))
            .ShouldBe([("2012/13 Q1", 40m), ("2012/13 Q2", 41.0256410256m)]);
    }

    [Fact]
    public async Task Number_and_percent_under_one_merged_cell_are_told_apart()
    {
        const string table =
            "Q2 2012/13\nOrg code,Organisation,Infants due a 6-8 week check,Totally breastfed,,Partially "
            + "breastfed,,Not at all breastfed,\n"
            + ",,Number,Number,%,Number,%,Number,%\n5N8,Nottinghamshire County Teaching "
            + "PCT,1950,500,25.6,300,15.4,1120,57.4\n";
        var o = (await Drop.ReadAsync(table, Feed.Breastfeeding)).Of(Indicator, County).ShouldHaveSingleItem();

        (o.Value.Value, o.Numerator, o.Denominator).ShouldBe((41.0256410256m, 800, 1950));
    }

    [Fact]
    public async Task A_header_of_one_row_without_titles_is_read()
    {
        const string table =
            "Organisation code,Organisation name,Number of infants due a 6-8 week check,Number totally "
            + "breastfed,Number partially breastfed,% prevalence\n5N8,Nottinghamshire County Teaching "
            + "PCT,1950,500,300,41.0\n";

        (await Drop.ReadAsync(table, Feed.Breastfeeding, "2012-13 Q2.csv"))
            .Of(Indicator, County)
            .ShouldHaveSingleItem()
            .Denominator.ShouldBe(1950);
    }

    [Fact]
    public async Task A_sheet_of_contents_and_a_sheet_of_initiation_are_passed_by()
    {
        var reading = await Drop.ReadAsync(
            NhsSheets.Of(
                ("Contents", "Breastfeeding Q2 2012/13\nSheet,Title\nT1,Initiation\n"),
                ("T1", "Code,Name,Maternities,Initiated\n5N8,Notts,2000,1300\n"),
                ("T2", Table(Notts))
            ),
            Feed.Breastfeeding,
            "file.xlsx"
        );

        reading.Of(Indicator, County).Count.ShouldBe(1);
        reading.Series.ToSeries().ShouldHaveSingleItem().Column.ShouldBe("T2!Percentage of infants Prevalence");
    }

    [Fact]
    public async Task A_table_of_percentages_alone_brings_nothing_and_says_so()
    {
        var reading = await Drop.ReadAsync(
            "Q2 2012/13\nCode,Name,% totally breastfed,% partially breastfed\n5N8,Notts,25.6,15.4\n",
            Feed.Breastfeeding
        );

        reading.Codes().ShouldBe(["NOTHING_KNOWN"]);
        reading.Rows.Skipped["table without the counts"].ShouldBe(1);
    }

    [Fact]
    public async Task A_table_of_clinical_commissioning_groups_brings_nothing_and_says_so() =>
        (await ReadAsync("E38000001,NHS Airedale,1000,300,100,550,50,950,40.0,95.0"))
            .Codes()
            .ShouldBe(["NOTHING_KNOWN"]);

    [Fact]
    public async Task A_row_that_comes_again_with_other_counts_is_found_and_neither_is_used()
    {
        var reading = await ReadAsync(Notts, Notts.Replace("500,300", "501,300"));

        reading.Codes().ShouldBe(["ROWS_CONFLICT"]);
        reading.Of(Indicator, County).ShouldHaveSingleItem().Value.Missing.ShouldBe(MissingReason.Conflicting);
    }

    [Fact]
    public async Task A_reissued_edition_reads_by_itself()
    {
        var revised = (
            await Drop.ReadAsync(
                Table(Notts.Replace("1950,500", "1960,510"))
                    .Replace("Quarter 2 2012/13", "Quarter 2 2012/13 Revised Data V3"),
                Feed.Breastfeeding
            )
        ).Of(Indicator, County);

        (revised.ShouldHaveSingleItem().Numerator, revised[0].Period).ShouldBe(
            (810, new Period(PeriodKind.Quarter, new(2012, 7, 1), new(2012, 9, 30)))
        );
    }

    private static Task<FileReading> ReadAsync(params string[] rows) => Drop.ReadAsync(Table(rows), Feed.Breastfeeding);
}
