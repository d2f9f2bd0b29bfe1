using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Formats.Neighbours;

public sealed class NeighbourModelReaderTests
{
    private const string Header =
        "LA num,LA Name,LA "
        + "number,GOInd,GOReg,SN1,SNP,SN2,SNP,SN3,SNP,SN4,SNP,SN5,SNP,SN6,SNP,SN7,SNP,SN8,SNP,SN9,SNP,SN10,SNP,";

    // The model of April 2021.
    private const string Notts =
        "891,Nottinghamshire,891,8,East Midlands,830,Extremely Close,860,Extremely Close,888,Extremely "
        + "Close,885,Very Close,925,Very Close,940,Very Close,909,Very Close,881,Very Close,886,Very "
        + "Close,896,Very Close,";

    [Fact]
    public async Task The_ten_neighbours_are_read_as_the_publisher_lists_them()
    {
        var reading = await ReadAsync(Notts);

        reading.Format.ShouldBe("neighbour-model");
        reading.Refused.ShouldBeFalse();
        reading.Codes().ShouldBeEmpty();
        reading
            .Neighbours["E10000024"]
            .Select(n => n.Area.Number)
            .ShouldBe(["830", "860", "888", "885", "925", "940", "909", "881", "886", "896"]);
    }

    [Fact]
    public async Task Each_closeness_is_the_one_behind_its_neighbour()
    {
        var reading = await ReadAsync(Notts.Replace("885,Very Close", "885,Somewhat close"));

        reading
            .Neighbours["E10000024"]
            .Select(n => n.Closeness)
            .ShouldBe([
                "Extremely close",
                "Extremely close",
                "Extremely close",
                "Somewhat close",
                "Very close",
                "Very close",
                "Very close",
                "Very close",
                "Very close",
                "Very close",
            ]);
    }

    [Theory]
    [InlineData("Very close")]
    [InlineData("VERY CLOSE")]
    [InlineData("Very Close ")]
    public async Task The_case_of_a_closeness_and_a_space_behind_it_do_not_matter(string closeness)
    {
        var reading = await ReadAsync(Notts.Replace("896,Very Close", $"896,{closeness}"));

        reading.Neighbours["E10000024"][^1].Closeness.ShouldBe("Very close");
    }

    [Fact]
    public async Task A_row_of_hyphens_has_no_neighbours_published()
    {
        var reading = await ReadAsync(
            Notts,
            "942,Cumberland,942,2,North West," + string.Concat(Enumerable.Repeat("-,-,", 10))
        );

        (reading.Rows.Accepted, reading.Rows.Skipped["no neighbours published"]).ShouldBe((1, 1));
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_blank_row_at_the_end_is_passed_over()
    {
        var reading = await ReadAsync(Notts, new string(',', 25));

        reading.Rows.Skipped["blank row"].ShouldBe(1);
    }

    [Theory]
    [InlineData("891,Nottinghamshire", "999,Nottinghamshire")]
    [InlineData(",896,", ",999,")]
    [InlineData(",896,", ",-,")]
    public async Task An_unknown_number_rejects_its_row(string right, string wrong)
    {
        var reading = await ReadAsync(Notts.Replace(right, wrong));

        reading.Codes().ShouldBe(["AREA_UNKNOWN"]);
        reading.Neighbours.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("891")]
    [InlineData("830")]
    public async Task An_authority_that_is_its_own_neighbour_or_has_one_twice_is_unsound(string number)
    {
        var reading = await ReadAsync(Notts.Replace(",896,", $",{number},"));

        reading.Codes().ShouldBe(["NEIGHBOURS_UNSOUND"]);
        reading.Neighbours.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_stands_twice_counts_once()
    {
        var reading = await ReadAsync(Notts, Notts);

        (reading.Rows.Accepted, reading.Rows.Skipped["repeats an earlier row"]).ShouldBe((1, 1));
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_row_of_an_authority_is_rejected()
    {
        var reading = await ReadAsync(Notts, Notts.Replace(",896,", ",371,"));

        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
        reading.Codes().ShouldBe(["NEIGHBOURS_TWICE"]);
    }

    [Theory]
    [InlineData("SN5,SNP,", "")]
    [InlineData("SN10,SNP,", "SN10")]
    public async Task A_model_without_all_its_columns_is_refused(string right, string wrong)
    {
        var reading = await Drop.ReadAsync($"{Header.Replace(right, wrong)}\n{Notts}\n", Feed.Neighbours);

        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldBe(["COLUMN_MISSING"]);
    }

    private static Task<FileReading> ReadAsync(params string[] rows) =>
        Drop.ReadAsync($"{Header}\n{string.Join('\n', rows)}\n", Feed.Neighbours);
}
