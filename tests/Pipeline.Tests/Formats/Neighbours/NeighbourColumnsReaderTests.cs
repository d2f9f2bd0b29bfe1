using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Formats.Neighbours;

public sealed class NeighbourColumnsReaderTests
{
    private const string Notts = "E10000024";

    // Thirteen authorities as the file of 2023 names them; the ten below each are the ten that follow it, round and
    // round.
    private static readonly string[] Names =
    [
        "Nottinghamshire",
        "Derbyshire",
        "Suffolk",
        "Durham",
        "Kent",
        "St. Helens",
        "Kingston Upon Hull, City of",
        "Bedford Borough",
        "Bristol, City of",
        "Herefordshire",
        "Southend-on-Sea",
        "Norfolk",
        "Cumberland",
    ];

    [Fact]
    public async Task Each_column_is_an_authority_and_the_names_below_it_are_its_neighbours_in_order()
    {
        var reading = await ReadAsync(Table());

        reading.Format.ShouldBe("neighbour-model");
        reading.Neighbours.Count.ShouldBe(13);
        reading
            .Neighbours[Notts]
            .Select(n => n.Area.Number)
            .ShouldBe(["830", "935", "840", "886", "342", "810", "822", "801", "884", "882"]);
        (reading.Rows.Read, reading.Rows.Accepted).ShouldBe((10, 10));
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stands_below_the_ten_is_filler()
    {
        var reading = await ReadAsync([
            .. Table(),
            [.. Enumerable.Repeat("", 13)],
            ["a note", .. Enumerable.Repeat("", 12)],
        ]);

        (reading.Rows.Accepted, reading.Rows.Skipped["blank row"], reading.Rows.Skipped["line of text"]).ShouldBe(
            (10, 1, 1)
        );
        reading.Neighbours.Count.ShouldBe(13);
    }

    [Fact]
    public async Task A_name_that_is_not_known_costs_the_authority_of_its_column()
    {
        var table = Table();
        table[3][0] = "Nowhereshire";
        var reading = await ReadAsync(table);

        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("AREA_UNKNOWN"),
                f => f.Row.ShouldBe(4),
                f => f.Column.ShouldBe("Nottinghamshire"),
                f => f.Message.ShouldNotContain("Nowhereshire")
            );
        (reading.Neighbours.Count, reading.Neighbours.ContainsKey(Notts), reading.Rows.Accepted).ShouldBe(
            (12, false, 10)
        );
    }

    [Fact]
    public async Task A_row_without_any_authority_is_rejected()
    {
        var table = Table();
        table[3] = [.. Enumerable.Repeat("x", 13)];
        var reading = await ReadAsync(table);

        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((9, 1));
        reading.Neighbours.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_column_without_names_has_no_neighbours_published_and_a_short_one_is_said()
    {
        var table = Table();
        for (var row = 1; row <= 10; row++)
            table[row][0] = "";
        table[10][1] = "NA";
        var reading = await ReadAsync(table);

        var found = reading.Findings.ToList().ShouldHaveSingleItem();
        (found.Code, found.Message).ShouldBe(("NEIGHBOURS_FEWER", "1 of the lists names fewer than ten neighbours."));
        (reading.Neighbours.Count, reading.Neighbours["E10000007"].Count).ShouldBe((12, 9));
    }

    [Fact]
    public async Task A_neighbour_that_stands_twice_makes_its_column_unsound()
    {
        var table = Table();
        table[3][0] = table[2][0];
        var reading = await ReadAsync(table);

        reading.Codes().ShouldBe(["NEIGHBOURS_UNSOUND"]);
        reading.Neighbours.ContainsKey(Notts).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_column_of_an_authority_is_a_conflict()
    {
        var table = Table().Select(row => row.Append(row[0]).ToArray()).ToArray();
        var reading = await ReadAsync(table);

        reading.Codes().ShouldBe(["NEIGHBOURS_TWICE"]);
        reading.Neighbours.Count.ShouldBe(13);
    }

    [Fact]
    public async Task A_header_of_a_few_authorities_is_no_model()
    {
        var reading = await ReadAsync([.. Table().Select(row => row[..5])]);

        reading.Codes().ShouldBe(["FORMAT_UNKNOWN"]);
    }

    private static string[][] Table() =>
        [
            Names,
            .. Enumerable
                .Range(1, 10)
                .Select(rank => Names.Select((_, i) => Names[(i + rank) % Names.Length]).ToArray()),
        ];

    private static Task<FileReading> ReadAsync(string[][] table) =>
        Drop.ReadAsync(
            string.Join(
                '\n',
                table.Select(row =>
                    string.Join(
                        ',',
                        row.Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)
                    )
                )
            ) + "\n",
            Feed.Neighbours
        );
}
