using System.IO.Compression;
using System.Text;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;
using Microsoft.Extensions.Time.Testing;

namespace ChildrensTrust.Pipeline.Tests.Files;

/// <summary>Each limit at its edge: exactly that much passes, one more is found.</summary>
public sealed class LimitsTests
{
    private const string Header = LaitRows.Header;
    private const string Notts = LaitRows.Notts;
    private const string England = LaitRows.England;
    private static readonly byte[] Table = Encoding.UTF8.GetBytes($"{Header}\n{England}\n{Notts}\n");

    public static TheoryData<string> Packings => ["text", "zip"];

    [Theory]
    [MemberData(nameof(Packings))]
    public async Task Bytes_of_text(string packing)
    {
        var file = packing == "zip" ? Zipped.Create(("data.csv", Table)) : Table;

        (await ReadAsync(file, new() { TextBytes = Table.Length })).Rows.Accepted.ShouldBe(2);
        IsTooLarge(await ReadAsync(file, new() { TextBytes = Table.Length - 1 }))
            .ShouldBe($"The text is longer than {Table.Length - 1} bytes.");
    }

    [Fact]
    public async Task Bytes_of_a_sheet_as_text_so_that_one_long_text_used_many_times_fills_no_disk()
    {
        var remark = new string('x', 30_000);
        IReadOnlyList<object?>[] rows =
        [
            Header.Split(','),
            .. Enumerable.Range(0, 400).Select(IReadOnlyList<object?> (_) => [remark]),
        ];
        var book = new XlsxBook().Sheet("Data", rows).ToBytes();

        IsTooLarge(await ReadAsync(book, new() { TextBytes = 1 << 20 }))
            .ShouldBe("A sheet is longer than 1 MiB as text.");
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public async Task Minutes_of_reading(int minutes, bool passes)
    {
        // The clock is looked at once, in the thousandth row, ten minutes after the table was opened.
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(10) };
        var rows = string.Concat(Enumerable.Repeat(Notts + "\n", 1500));
        var reading = await ReadAsync(
            Encoding.UTF8.GetBytes($"{Header}\n{rows}"),
            new() { Time = TimeSpan.FromMinutes(minutes), Clock = clock }
        );
        (reading.Refused, reading.Rows.Reconciles).ShouldBe((!passes, true));
        reading.Rows.Read.ShouldBe(passes ? 1500 : 1000);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(60, true)]
    public async Task Minutes_of_searching_the_rows_that_are_not_read(int minutes, bool isFound)
    {
        var rows =
            string.Concat(Enumerable.Repeat("red,round\n", 1500))
            + string.Concat(Enumerable.Repeat("red,943 476 5919\n", 1500));
        var reading = await ReadAsync(
            Encoding.UTF8.GetBytes($"colour,shape\n{rows}"),
            new()
            {
                Time = TimeSpan.FromMinutes(4),
                SearchTime = TimeSpan.FromMinutes(minutes),
                Clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(10) },
            }
        );
        reading.HoldsPersonalData.ShouldBe(isFound);
        reading.Codes().ShouldBe(isFound ? ["PERSONAL_DATA"] : ["FILE_TOO_LARGE", "FORMAT_UNKNOWN"]);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(9, true)]
    public async Task Rows_that_are_searched_and_not_read(int rows, bool isLeft)
    {
        // The header and the thirty rows below it are looked at as titles.
        var text = "colour,shape\n" + string.Concat(Enumerable.Repeat("red,round\n", 30 + 10));
        var reading = await ReadAsync(Encoding.UTF8.GetBytes(text), new() { Rows = rows });
        reading.Codes().ShouldBe(isLeft ? ["FILE_TOO_LARGE", "FORMAT_UNKNOWN"] : ["FORMAT_UNKNOWN"]);
    }

    [Fact]
    public async Task Figures_that_are_kept_in_memory()
    {
        (await ReadAsync(Table, new() { Figures = 2 })).Refused.ShouldBeFalse();
        var reading = await ReadAsync(Table, new() { Figures = 0 });
        (reading.Refused, reading.Rows.Reconciles).ShouldBe((true, true));
        reading.Codes().Distinct().ShouldBe(["FILE_TOO_LARGE"]);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(1000, true)]
    public async Task Long_notes_count_as_figures(int letters, bool refused)
    {
        var rows = Enumerable
            .Range(2000, 10)
            .Select(year =>
                $"overall-absence,E10000024,{year}/{(year + 1) % 100:00},academic,6.1,,,,{new string('n', letters)}\n"
            );

        var reading = await Drop.ReadAsync(
            $"indicator,area_code,period,year_type,value,numerator,denominator,status,note\n{string.Concat(rows)}",
            Feed.Local,
            limits: new() { Figures = 30 }
        );

        (reading.Refused, reading.Codes().Contains("FILE_TOO_LARGE")).ShouldBe((refused, refused));
    }

    [Fact]
    public async Task Variables_of_a_companion()
    {
        var rows = string.Concat(Enumerable.Range(0, 2000).Select(i => $"column_{i},Indicator,Label {i},,,,,\n"));
        const string header =
            "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n";

        (await Drop.ReadAsync(header + rows, name: "file.meta.csv")).Refused.ShouldBeFalse();
        (await Drop.ReadAsync(header + rows + "one,Indicator,More,,,,,\n", name: "file.meta.csv"))
            .Codes()
            .Distinct()
            .ShouldBe(["FILE_TOO_LARGE"]);
    }

    [Fact]
    public async Task Bytes_of_the_texts_of_a_workbook()
    {
        var book = new XlsxBook().Sheet("Data", [Header.Split(','), England.Split(','), Notts.Split(',')]).ToBytes();
        (await ReadAsync(book, new())).Refused.ShouldBeFalse();
        IsTooLarge(await ReadAsync(book, new() { SharedTextBytes = 10 }));
    }

    [Fact]
    public async Task A_column_name_is_cut_where_it_is_reported()
    {
        var name = new string('x', 40_000);
        var reading = await ReadAsync(Encoding.UTF8.GetBytes($"{Header},{name}\n{England},\n{Notts},\n"), new());
        reading.Findings.ToList().ShouldAllBe(f => (f.Column ?? "").Length < 300 && f.Message.Length < 5000);
    }

    [Fact]
    public async Task Bytes_of_a_packed_file()
    {
        var file = Zipped.Create(("data.csv", Table));

        (await ReadAsync(file, new() { PackedBytes = file.Length })).Rows.Accepted.ShouldBe(2);
        IsTooLarge(await ReadAsync(file, new() { PackedBytes = file.Length - 1 }));
    }

    [Fact]
    public async Task Bytes_when_unpacked()
    {
        var file = Zipped.Create(("data.csv", Table));

        (await ReadAsync(file, new() { UnpackedBytes = Table.Length })).Rows.Accepted.ShouldBe(2);
        IsTooLarge(await ReadAsync(file, new() { UnpackedBytes = Table.Length - 1 }));
    }

    [Fact]
    public async Task A_bomb_is_found_by_its_ratio_before_it_is_unpacked()
    {
        var bomb = Encoding.UTF8.GetBytes($"{Header}\n{Notts}\n" + new string('\n', 8 << 20));
        var file = Zipped.Create(("data.csv", bomb));
        var ratio = Ratio(file);

        ratio.ShouldBeGreaterThan(new Limits().UnpackedRatio);
        IsTooLarge(await ReadAsync(file, new()));
        IsTooLarge(await ReadAsync(file, new() { UnpackedRatio = (int)Math.Ceiling(ratio) - 1 }));
        (await ReadAsync(file, new() { UnpackedRatio = (int)Math.Ceiling(ratio) })).Rows.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_bomb_in_a_workbook_is_found_too()
    {
        var book = new XlsxBook().Sheet("Data", XlsxBook.Typed($"{Header}\n{Notts}\n"));
        book.Others.Add(("xl/media/image1.bin", new byte[8 << 20]));

        IsTooLarge(await ReadAsync(book.ToBytes(CompressionLevel.SmallestSize), new()));
    }

    [Fact]
    public async Task Files_inside()
    {
        var book = new XlsxBook().Sheet("Data", XlsxBook.Typed($"{Header}\n{Notts}\n")).ToBytes();
        using var zip = new ZipArchive(new MemoryStream(book));

        (await ReadAsync(book, new() { PackedEntries = zip.Entries.Count })).Rows.Accepted.ShouldBe(1);
        IsTooLarge(await ReadAsync(book, new() { PackedEntries = zip.Entries.Count - 1 }));
    }

    [Fact]
    public async Task Sheets()
    {
        var book = new XlsxBook()
            .Sheet("Data", XlsxBook.Typed($"{Header}\n{Notts}\n"))
            .Sheet("Notes", ["a"])
            .Sheet("More", ["b"])
            .ToBytes();

        (await ReadAsync(book, new() { Sheets = 3 })).Rows.Accepted.ShouldBe(1);
        IsTooLarge(await ReadAsync(book, new() { Sheets = 2 }));
    }

    [Fact]
    public async Task Cells_of_a_sheet()
    {
        var book = new XlsxBook().Sheet("Data", XlsxBook.Typed($"{Header}\n{Notts}\n")).ToBytes();

        (await ReadAsync(book, new() { SheetCells = 14 })).Rows.Accepted.ShouldBe(1);
        IsTooLarge(await ReadAsync(book, new() { SheetCells = 13 }));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 3)]
    [InlineData(true, 0)]
    [InlineData(true, 3)]
    public async Task Rows_wherever_the_header_stands(bool workbook, int above)
    {
        var text = string.Concat(Enumerable.Repeat("a title\n", above)) + $"{Header}\n{England}\n{Notts}\n";
        var file = workbook
            ? new XlsxBook().Sheet("Data", XlsxBook.Typed(text)).ToBytes()
            : Encoding.UTF8.GetBytes(text);

        (await ReadAsync(file, new() { Rows = 2, RowsAboveHeader = 3 })).Rows.Accepted.ShouldBe(2);
        var over = await ReadAsync(file, new() { Rows = 1, RowsAboveHeader = 3 });
        over.Codes().Distinct().ShouldBe(["FILE_TOO_LARGE"]);
        over.Refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_above_the_header(bool workbook)
    {
        var text = $"a\nb\nc\n{Header}\n{Notts}\n";
        var file = workbook
            ? new XlsxBook().Sheet("Data", XlsxBook.Typed(text)).ToBytes()
            : Encoding.UTF8.GetBytes(text);

        (await ReadAsync(file, new() { RowsAboveHeader = 3 })).Rows.Accepted.ShouldBe(1);
        var over = await ReadAsync(file, new() { RowsAboveHeader = 2 });
        over.Codes().ShouldBe(["FORMAT_UNKNOWN"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Columns(bool workbook)
    {
        var text = $"{Header},Note\n{Notts},x\n";
        var file = workbook
            ? new XlsxBook().Sheet("Data", XlsxBook.Typed(text)).ToBytes()
            : Encoding.UTF8.GetBytes(text);

        (await ReadAsync(file, new() { Columns = 8 })).Rows.Accepted.ShouldBe(1);
        IsTooLarge(await ReadAsync(file, new() { Columns = 7 }));
    }

    [Fact]
    public async Task A_row_of_a_workbook_that_goes_beyond_the_last_column_is_found_and_not_cut()
    {
        IReadOnlyList<object?>[] rows =
        [
            Header.Split(','),
            [.. England.Split(','), .. Enumerable.Repeat<object?>(null, 40), "far away"],
            [.. Notts.Split(',')],
        ];

        var reading = await ReadAsync(new XlsxBook().Sheet("Data", rows).ToBytes(), new() { Columns = 20 });

        reading.Codes().ShouldBe(["CELL_COUNT"]);
        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_workbook_whose_blank_cells_go_on_to_its_last_column_is_read()
    {
        IReadOnlyList<object?>[] rows =
        [
            [.. Header.Split(','), .. Enumerable.Repeat("", 2500)],
            [.. Notts.Split(','), .. Enumerable.Repeat("", 2500)],
        ];

        var reading = await ReadAsync(new XlsxBook().Sheet("Data", rows).ToBytes(), new());

        (reading.Rows.Accepted, reading.Codes().Count).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\nmore")]
    public async Task Bytes_of_a_record(string behind)
    {
        var row = Notts + new string(' ', 200);
        var text = Encoding.UTF8.GetBytes($"{Header}\n{row}{behind}");

        (await ReadAsync(text, new() { RecordBytes = row.Length })).Rows.Accepted.ShouldBe(1);
        var over = await ReadAsync(text, new() { RecordBytes = row.Length - 1 });
        over.Codes().ShouldBe(["QUOTE_FAULT"]);
        over.Refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(3_000_000)]
    public async Task Bytes_of_a_record_that_is_longer_than_any_buffer(int length)
    {
        var row = Notts.Replace("Overall absence", $"\"{string.Concat(Enumerable.Repeat("long,", length / 5))}\"");
        var text = Encoding.UTF8.GetBytes($"{Header}\n{row}\n{England}\n");

        (await ReadAsync(text, new() { RecordBytes = row.Length, CellBytes = row.Length })).Rows.Accepted.ShouldBe(2);
        (await ReadAsync(text, new() { RecordBytes = row.Length - 1, CellBytes = row.Length }))
            .Codes()
            .ShouldBe(["QUOTE_FAULT"]);
    }

    [Fact]
    public async Task Bytes_of_a_header()
    {
        var text = Encoding.UTF8.GetBytes($"{Header}\n{Notts.Replace("Overall absence", "x")}\n");

        (await ReadAsync(text, new() { RecordBytes = Header.Length })).Rows.Accepted.ShouldBe(1);
        (await ReadAsync(text, new() { RecordBytes = Header.Length - 1 })).Codes().ShouldContain("QUOTE_FAULT");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\u00E9")]
    public async Task Bytes_of_a_cell(string letter)
    {
        var cell = string.Concat(Enumerable.Repeat(letter, 100));
        var text = Encoding.UTF8.GetBytes($"{Header}\n{Notts.Replace("Overall absence", cell)}\n{England}\n");
        var bytes = Encoding.UTF8.GetByteCount(cell);

        (await ReadAsync(text, new() { CellBytes = bytes })).Rows.Accepted.ShouldBe(2);
        var over = await ReadAsync(text, new() { CellBytes = bytes - 1 });
        over.Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("CELL_TOO_LONG"),
                f => f.Row.ShouldBe(2),
                f => f.Column.ShouldBe("Data item")
            );
        (over.Rows.Accepted, over.Rows.Rejected).ShouldBe((1, 1));
    }

    private static Task<FileReading> ReadAsync(byte[] file, Limits limits) =>
        Drop.ReadAsync(file, Feed.Neighbours, limits: limits);

    private static string IsTooLarge(FileReading reading)
    {
        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldBe(["FILE_TOO_LARGE"]);
        return reading.Findings.ToList()[0].Message;
    }

    private static double Ratio(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return (double)zip.Entries[0].Length / zip.Entries[0].CompressedLength;
    }
}
