using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Tables;

/// <summary>A file arrives in pieces, and a piece may end anywhere: within a character, between the two marks that
/// stand for one, between CR and LF. What is read is the same.</summary>
public sealed class PiecesTests
{
    private const string Header =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,CPP_At31_rate\r\n";

    private static readonly string[] Categories =
    [
        "Child Protection Plans",
        "\"Plans, \"\"other\"\"\"",
        "\"Plans\r\nof two lines\"",
        "Plans – café",
        "",
    ];

    private static readonly (string Code, string Number, string Name)[] Areas =
    [
        ("E10000007", "830", "Derbyshire"),
        ("E10000024", "891", "Nottinghamshire"),
        ("E06000023", "801", "\"Bristol, City of\""),
    ];

    public static IEnumerable<TheoryDataRow<int, int>> Sizes =>
        Enumerable
            .Range(1, 70)
            .Select(size => new TheoryDataRow<int, int>(1, size))
            .Concat(
                from size in new[] { 4095, 4096, 65_535, 65_536, 65_537, 1_000_003 }
                select new TheoryDataRow<int, int>(100, size)
            );

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_file_is_read_as_in_one_piece(int times, int atOnce)
    {
        var text = Text(times);

        var inPieces = await ReadAsync(new PieceStream(text, atOnce));

        inPieces.ShouldBe(await ReadAsync(new MemoryStream(text)));
        inPieces.ShouldContain("Accepted 36,");
    }

    private static byte[] Text(int times)
    {
        var rows =
            from year in Enumerable.Range(2010, 12)
            from area in Areas
            from category in Enumerable.Range(0, times * Categories.Length)
            where category % Categories.Length > 0 || category == 0
            select $"{year},Reporting year,Local authority,E92000001,England,,,{area.Number},{area.Code},{area.Name},"
                + $"{Categories[category % Categories.Length]},{year % 50}.5\r\n";
        return Encoding.UTF8.GetBytes(Header + string.Concat(rows));
    }

    // All that is read, in its order.
    private static async Task<string> ReadAsync(Stream file)
    {
        await using (file)
        {
            var reading = await FeedReader.ReadAsync(
                new(file, "cpp.csv", Feed.National),
                Reference.Default,
                TestContext.Current.CancellationToken
            );
            var rows = reading.Rows;
            return string.Join(
                '\n',
                [
                    $"Read {rows.Read}, Accepted {rows.Accepted}, Rejected {rows.Rejected}",
                    .. rows.Skipped.Select(s => s.ToString()),
                    .. reading.Findings.ToList().Select(f => f.ToString()),
                    .. reading
                        .Series.ToSeries()
                        .SelectMany(s => s.Observations.Select(o => $"{s.Indicator} {s.Area} {o}")),
                ]
            );
        }
    }

    private sealed class PieceStream(byte[] text, int atOnce) : ForwardStream
    {
        private int _given;

        public override int Read(Span<byte> buffer)
        {
            var piece = text.AsSpan(_given, Math.Min(Math.Min(atOnce, buffer.Length), text.Length - _given));
            piece.CopyTo(buffer);
            _given += piece.Length;
            return piece.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));
    }
}
