using System.Globalization;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using static ChildrensTrust.Pipeline.Tests.Formats.Lait.LaitRows;

namespace ChildrensTrust.Pipeline.Tests.Formats.Lait;

public sealed class LaitReaderTests
{
    private const string Absence = "overall-absence";
    private const string NottsCode = "E10000024";

    [Fact]
    public async Task An_area_that_vanishes_under_another_word_than_the_others_have_is_said()
    {
        string Row(string area, string word) => $"TotAbs,Overall absence,2015,{area},{word}";

        var reading = await Drop.ReadAsync(
            $"Short Desc,Data item,Years,LA and Regions,LA Number,Sex,Values\n{Row("Derbyshire,830", "All,4.5")}\n"
                + $"{Row("Lincolnshire,925", "All,4.5")}\n{Row("Nottinghamshire,891", "All girls,4.5")}\n",
            Feed.Neighbours
        );

        reading.Rows.Accepted.ShouldBe(2);
        reading.Codes().ShouldBe(["AREA_IN_PARTS"]);
    }

    [Fact]
    public async Task A_row_is_a_figure_of_the_area_of_its_number()
    {
        var reading = await ReadAsync(Notts, England);

        reading.Format.ShouldBe("lait");
        reading
            .Series.ToSeries()
            .Select(s => (s.Area, s.Source, s.Preference, s.Column, s.Observations[0].Value.Value))
            .ShouldBe([
                (NottsCode, "lait:TotAbs", 1, "Values", 4.53m),
                ("E92000001", "lait:TotAbs", 1, "Values", 4.62m),
            ]);
    }

    [Theory]
    [InlineData("891.0")]
    [InlineData("891")]
    public async Task A_number_may_have_a_decimal_point(string number)
    {
        var reading = await ReadAsync(Notts.Replace("891.0", number));

        reading.Of(Absence, NottsCode).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_bare_year_is_what_the_catalogue_says_of_the_measure()
    {
        var reading = await ReadAsync(
            Notts,
            Notts.Replace("TotAbs", "CPP_rate"),
            Notts.Replace("TotAbs", "Under18concep"),
            Notts.Replace("TotAbs", "ChildPov")
        );

        new[] { Absence, "child-protection-plans", "under-18-conceptions", "children-in-low-income-families" }
            .Select(i => reading.Of(i, NottsCode).ShouldHaveSingleItem().Period.Label)
            .ShouldBe(["2014/15", "31 March 2015", "2015", "2014/15"]);
    }

    [Theory]
    [InlineData("Nottinghamshire", "970.0")]
    [InlineData("Wales", "970.0")]
    [InlineData("Derbyshire", "891.0")]
    public async Task A_number_and_a_name_of_two_areas_reject_the_row(string name, string number)
    {
        var reading = await ReadAsync(Notts.Replace("Nottinghamshire", name).Replace("891.0", number));

        (reading.Rows.Rejected, reading.Codes().Single()).ShouldBe((1, "CODES_DISAGREE"));
        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2015 (prov)", RevisionStatus.Provisional)]
    [InlineData("2015 (Rev)", RevisionStatus.Revised)]
    [InlineData("2015", null)]
    public async Task A_year_may_say_how_final_it_is(string year, RevisionStatus? status)
    {
        var reading = await ReadAsync(Notts.Replace("2015", year));

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().RevisionStatus.ShouldBe(status);
    }

    [Fact]
    public async Task A_hyphen_is_missing_for_one_of_several_reasons()
    {
        var reading = await ReadAsync(Notts.Replace("4.53", "-"));

        reading
            .Of(Absence, NottsCode)
            .ShouldHaveSingleItem()
            .Value.ShouldBe(Measure.None(MissingReason.NotAvailableOrSuppressed, "-"));
    }

    [Theory]
    [InlineData("18.600000000000001", "18.6")]
    [InlineData("57.140999999999998", "57.141")]
    [InlineData("33.119999999999997", "33.12")]
    [InlineData("4.50", "4.50")]
    public async Task The_noise_of_a_binary_number_is_taken_away(string cell, string value)
    {
        var reading = await ReadAsync(Notts.Replace("4.53", cell));

        reading
            .Of(Absence, NottsCode)
            .ShouldHaveSingleItem()
            .Value.Value!.Value.ToString(CultureInfo.InvariantCulture)
            .ShouldBe(value);
    }

    [Fact]
    public async Task A_measure_that_the_catalogue_does_not_know_is_passed_over()
    {
        var reading = await ReadAsync(Notts, Notts.Replace("TotAbs", "AutAbs"));

        reading.Rows.Skipped["no indicator of the catalogue"].ShouldBe(1);
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_without_a_measure_of_the_catalogue_says_so()
    {
        var reading = await ReadAsync(Notts.Replace("TotAbs", "AutAbs"));

        reading.Codes().ShouldBe(["NOTHING_KNOWN"]);
    }

    [Fact]
    public async Task A_numerator_comes_from_the_rows_of_a_second_measure()
    {
        var reading = await ReadAsync(
            Notts.Replace("TotAbs", "ReRegCPR").Replace("4.53", "239"),
            Notts.Replace("TotAbs", "PrevRegCPR").Replace("4.53", "26.6")
        );

        var o = reading.Of("repeat-child-protection-plans", NottsCode).ShouldHaveSingleItem();
        (o.Value.Value, o.Numerator, o.Row).ShouldBe((26.6m, 239, 3));
        reading.Rows.Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task A_gap_is_the_difference_of_two_measures_and_names_both_rows()
    {
        var reading = await ReadAsync(
            Notts.Replace("TotAbs", "FSM_AVG_Attain8_Score").Replace("4.53", "33.600000000000001"),
            Notts.Replace("TotAbs", "NonFSM_AVG_Attain8_Score").Replace("4.53", "48.899999999999999")
        );

        var o = reading.Of("free-school-meals-gap-attainment-8", NottsCode).ShouldHaveSingleItem();
        (o.Value.Value, o.Row, o.MinusRow).ShouldBe((15.3m, 3, 2));
    }

    [Fact]
    public async Task A_gap_of_which_one_measure_is_absent_is_no_figure()
    {
        var reading = await ReadAsync(Notts.Replace("TotAbs", "NonFSM_AVG_Attain8_Score"));

        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("NA")]
    [InlineData("2015/17/19")]
    public async Task A_year_that_cannot_be_read_rejects_its_row(string year)
    {
        var reading = await ReadAsync(England, Notts.Replace("2015", year));

        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("PERIOD_UNREADABLE"),
                f => f.Column.ShouldBe("Years"),
                f => f.Row.ShouldBe(3)
            );
    }

    [Fact]
    public async Task An_unknown_number_rejects_its_row()
    {
        var reading = await ReadAsync(England, Notts.Replace("891.0", "999.0"));

        reading.Codes().ShouldBe(["AREA_UNKNOWN"]);
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_rejects_its_row()
    {
        var reading = await ReadAsync(England, Notts.Replace("4.53", "n/k"));

        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(f => f.Code.ShouldBe("CELL_UNREADABLE"), f => f.Column.ShouldBe("Values"));
    }

    [Fact]
    public async Task A_percentage_above_one_hundred_rejects_its_row()
    {
        var reading = await ReadAsync(England, Notts.Replace("4.53", "453"));

        reading.Codes().ShouldBe(["PERCENT_OUT_OF_RANGE"]);
    }

    [Fact]
    public async Task Two_different_values_are_found_and_neither_is_used()
    {
        var reading = await ReadAsync(Notts, Notts.Replace("4.53", "4.54"));

        reading.Codes().ShouldBe(["ROWS_CONFLICT"]);
        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Missing.ShouldBe(MissingReason.Conflicting);
    }

    private static Task<FileReading> ReadAsync(params string[] rows) =>
        Drop.ReadAsync($"{Header}\n{string.Join('\n', rows)}\n", Feed.Neighbours);
}
