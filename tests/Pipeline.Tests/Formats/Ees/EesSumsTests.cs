using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Formats.Ees;

/// <summary>Totals and sums of parts in one file: decided for each area and period.</summary>
public sealed class EesSumsTests
{
    private const string Absence = "overall-absence";
    private const string NottsCode = "E10000024";
    private const string EnglandCode = "E92000001";

    private static readonly string[] NottsParts =
    [
        Notts("State-funded primary", "45,700,6.4"),
        Notts("State-funded secondary", "13,300,4.3"),
        Notts("Special", "5,100,5.0"),
    ];

    private static readonly string[] EnglandParts =
    [
        England("State-funded primary", "4500,70000,6.4"),
        England("State-funded secondary", "1300,30000,4.3"),
        England("Special", "500,10000,5.0"),
    ];

    [Fact]
    public async Task A_period_without_a_total_is_summed_although_another_has_one()
    {
        var reading = await ReadAsync([
            .. NottsParts,
            .. EnglandParts,
            Notts("Total", "57,1000,5.7").Replace("201011", "201112"),
            England("Total", "5800,100000,5.8").Replace("201011", "201112"),
        ]);

        reading.Of(Absence, NottsCode).Select(o => o.Value.Value).ShouldBe([5.7273m, 5.7m]);
        reading.Of(Absence, EnglandCode).Select(o => o.Value.Value).ShouldBe([5.7273m, 5.8m]);
        reading.Codes().ShouldBe(["SUM_OF_PARTS"]);
        (reading.Rows.Accepted, reading.Rows.Reconciles).ShouldBe((8, true));
    }

    [Fact]
    public async Task An_area_without_a_total_is_summed_where_the_total_of_another_is_the_sum_of_its_parts()
    {
        var reading = await ReadAsync([.. NottsParts, .. EnglandParts, England("Total", "6300,110000,5.7")]);

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7273m);
        reading.Of(Absence, EnglandCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
        (reading.Rows.Accepted, reading.Rows.Skipped["breakdown"]).ShouldBe((4, 3));
    }

    [Fact]
    public async Task A_total_that_is_rejected_is_not_made_up_for_by_a_sum()
    {
        var reading = await ReadAsync([
            .. NottsParts,
            .. EnglandParts,
            Notts("Total", "63,1100,about 5.7"),
            England("Total", "6300,110000,5.7"),
        ]);

        reading.Of(Absence, NottsCode).ShouldBeEmpty();
        reading.Codes().ShouldBe(["CELL_UNREADABLE"]);
    }

    [Fact]
    public async Task A_total_that_is_a_symbol_stays_missing_although_its_parts_have_counts()
    {
        var reading = await ReadAsync([
            .. NottsParts,
            .. EnglandParts,
            Notts("Total", "63,1100,5.7"),
            England("Total", "x,x,x"),
        ]);

        reading.Of(Absence, EnglandCode).ShouldHaveSingleItem().Value.Value.ShouldBeNull();
        reading.Codes().ShouldContain("TOTAL_WITHHELD");
    }

    [Fact]
    public async Task A_sum_beside_a_total_of_its_own_is_of_that_total()
    {
        var reading = await ReadAsync([.. NottsParts, .. EnglandParts, England("All schools", "6300,110000,5.7")]);

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Total.ShouldBe("all schools");
        reading.Of(Absence, EnglandCode).ShouldHaveSingleItem().Total.ShouldBe("all schools");
    }

    [Theory]
    [InlineData("6300,110000,6.9")]
    [InlineData("6600,115000,5.7")]
    public async Task A_total_that_is_not_the_sum_of_its_parts_stands_and_no_sum_stands_beside_it(string total)
    {
        var reading = await ReadAsync([.. NottsParts, .. EnglandParts, England("Total", total)]);

        reading.Series.ToSeries().ShouldHaveSingleItem().Area.ShouldBe(EnglandCode);
        reading.Codes().ShouldContain("SUM_IS_NOT_TOTAL");
        reading.Codes().ShouldContain("TOTALS_DIFFER");
    }

    [Fact]
    public async Task An_area_without_a_large_part_and_England_without_any_part_have_no_sum()
    {
        var derbyshire = NottsParts.Select(row =>
            row.Replace(NottsCode, "E10000007", StringComparison.Ordinal)
                .Replace("Nottinghamshire", "Derbyshire", StringComparison.Ordinal)
                .Replace("891", "830", StringComparison.Ordinal)
        );

        var reading = await ReadAsync([.. EnglandParts[..2], .. NottsParts[..1], NottsParts[2], .. derbyshire]);

        reading.Series.ToSeries().ShouldHaveSingleItem().Area.ShouldBe("E10000007");
        reading.Codes().ShouldContain("PART_MISSING");
    }

    [Fact]
    public async Task A_suppressed_total_does_not_show_that_sums_are_totals()
    {
        var reading = await ReadAsync([.. NottsParts, England("Total", "5800,100000,5.8"), .. Suppressed()]);

        reading.Of(Absence, NottsCode).ShouldBeEmpty();
        reading.Codes().ShouldContain("TOTALS_DIFFER");

        static IEnumerable<string> Suppressed() =>
            NottsParts
                .Append(Notts("Total", "c,c,c"))
                .Select(row =>
                    row.Replace(NottsCode, "E10000007", StringComparison.Ordinal)
                        .Replace("Nottinghamshire", "Derbyshire", StringComparison.Ordinal)
                        .Replace("891", "830", StringComparison.Ordinal)
                );
    }

    [Fact]
    public async Task A_suppressed_total_is_not_worked_out_from_its_parts()
    {
        var reading = await ReadAsync([.. NottsParts, Notts("Total", "c,c,c")]);

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBeNull();
    }

    [Fact]
    public async Task A_part_that_is_there_twice_is_added_once()
    {
        var reading = await ReadAsync([.. NottsParts, NottsParts[1]]);

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7273m);
        reading.Codes().ShouldBe(["ROW_REPEATED", "SUM_OF_PARTS"], ignoreOrder: true);
        (reading.Rows.Accepted, reading.Rows.Skipped["breakdown"]).ShouldBe((3, 1));
    }

    [Fact]
    public async Task A_part_with_other_counts_a_second_time_is_a_conflict()
    {
        var reading = await ReadAsync([.. EnglandParts, .. NottsParts, Notts("Special", "6,100,6.0")]);

        reading.Series.ToSeries().ShouldHaveSingleItem().Area.ShouldBe(EnglandCode);
        reading.Findings.ToList().Single(f => f.Code == "ROWS_CONFLICT").Row.ShouldBe(8);
    }

    [Theory]
    // Both columns say the same part.
    [InlineData(
        "State-funded primary,State-funded primary|State-funded secondary,State-funded secondary|Special,Special"
    )]
    [InlineData("State-funded primary,Primary|State-funded secondary,Secondary|Special,Special")]
    // Either column alone divides.
    [InlineData("State-funded primary,Total|State-funded secondary,Total|Special,Total")]
    [InlineData("Total,State-funded primary|Total,State-funded secondary|Total,Special")]
    // Each divides for itself.
    [InlineData(
        "State-funded primary,Total|State-funded secondary,Total|Special,Total"
            + "|Total,State-funded primary|Total,State-funded secondary|Total,Special"
    )]
    public async Task All_that_is_divided_in_two_ways_is_read_once(string parts)
    {
        string[] counts = ["45,700,6.4", "13,300,4.3", "5,100,5.0"];

        var reading = await ReadBothAsync(parts.Split('|').Select((part, i) => $"{part},{counts[i % 3]}"));

        var sum = reading.Of(Absence, NottsCode).ShouldHaveSingleItem();
        (sum.Value.Value, sum.Numerator, sum.Denominator).ShouldBe((5.7273m, 63, 1100));
    }

    [Fact]
    public async Task Two_ways_that_give_two_sums_are_a_conflict()
    {
        var reading = await ReadBothAsync([
            "State-funded primary,Total,45,700,6.4",
            "State-funded secondary,Total,13,300,4.3",
            "Special,Total,5,100,5.0",
            "Total,State-funded primary,45,700,6.4",
            "Total,State-funded secondary,23,300,7.7",
            "Total,Special,5,100,5.0",
        ]);

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Codes().ShouldContain("ROWS_CONFLICT");
    }

    [Fact]
    public async Task A_row_that_is_the_total_in_both_ways_is_the_figure()
    {
        var reading = await ReadBothAsync([
            "Total,Total,63,1100,5.7",
            "State-funded primary,Total,45,700,6.4",
            "Total,State-funded primary,45,700,6.4",
        ]);

        reading.Of(Absence, NottsCode).ShouldHaveSingleItem().Value.Value.ShouldBe(5.7m);
        (reading.Rows.Accepted, reading.Rows.Skipped["breakdown"]).ShouldBe((1, 2));
    }

    private static string England(string part, string counts) =>
        EesRows.England.Replace("Total,5800,100000,5.80", $"{part},{counts}", StringComparison.Ordinal);

    private static string Notts(string part, string counts) =>
        EesRows.Notts.Replace("Total,57,1000,5.7", $"{part},{counts}", StringComparison.Ordinal);

    private static Task<FileReading> ReadAsync(IEnumerable<string> rows) =>
        Drop.ReadAsync($"{EesRows.Header}\n{string.Join("\n", rows)}\n");

    private static Task<FileReading> ReadBothAsync(IEnumerable<string> rows) =>
        Drop.ReadAsync(
            EesRows.Header.Replace("school_type", "school_type,education_phase", StringComparison.Ordinal)
                + "\n"
                + string.Concat(
                    rows.Select(row => EesRows.Notts.Replace("Total,57,1000,5.7", row, StringComparison.Ordinal) + "\n")
                )
        );
}
