using System.IO.Compression;
using System.Text;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Files;

/// <summary>What a workbook would take in memory is bounded by what its parts are, wherever they are in it.</summary>
public sealed class WorkbookMeasureTests
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static readonly string Long = new('x', 5000);
    private static readonly Limits Small = new()
    {
        PackedTextBytes = 4000,
        PackedRowBytes = 8000,
        PackedOtherBytes = 40_000,
        SharedTextBytes = 20_000,
    };

    [Theory]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/worksheets/texts.xml")]
    [InlineData("xl/pivotCache/texts.xml")]
    [InlineData("texts.png")]
    public async Task Shared_texts_count_wherever_they_are(string path)
    {
        var texts = $"<sst {Main}>{string.Concat(Enumerable.Repeat($"<si><t>{Long[..900]}</t></si>", 25))}</sst>";

        await IsTooLargeAsync(Moved(Book(), "xl/sharedStrings.xml", path, texts));
        await IsReadAsync(Moved(Book(), "xl/sharedStrings.xml", path, texts.Replace(Long[..900], "x")));
    }

    [Theory]
    [InlineData("<row r=\"9\"><c t=\"inlineStr\"><is><t>{0}</t></is></c></row>")]
    [InlineData("<row r=\"9\"><c t=\"inlineStr\"><is><t>{0}<!-- <c/> --></t></is></c></row>")]
    [InlineData("<row r=\"9\"><c t=\"inlineStr\"><is><z:c xmlns:z=\"z\"></z:c><t>{0}</t></is></c></row>")]
    [InlineData("<row r=\"9\" spans=\"{0}\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"9\"><c t=\"str\"><v>{0}")]
    public async Task A_cell_or_a_tag_that_is_too_long_refuses_the_workbook(string row)
    {
        await IsTooLargeAsync(Book(string.Format(null, row, Long)));
        await IsReadAsync(Book(string.Format(null, row, "x")));
    }

    [Theory]
    [InlineData("<row r=\"9\">{0}</row>")]
    [InlineData("<row r=\"9\">{0}<row></row>{0}</row>")]
    [InlineData("<x:row xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"9\">{0}</x:row>")]
    public async Task A_row_of_too_many_cells_refuses_the_workbook(string row)
    {
        await IsTooLargeAsync(Book(string.Format(null, row, string.Concat(Enumerable.Repeat("<c/>", 2100)))));
        await IsReadAsync(Book(string.Format(null, row, "<c/>")));
    }

    [Fact]
    public async Task Many_rows_are_no_matter_and_what_is_beside_them_is()
    {
        var rows = string.Concat(Enumerable.Range(10, 2000).Select(r => $"<row r=\"{r}\"><c><v>1</v></c></row>"));

        (await Drop.ReadAsync(Book(rows), limits: Small)).Codes().ShouldNotContain("FILE_TOO_LARGE");
        await IsTooLargeAsync(
            Book(
                "</sheetData><mergeCells>"
                    + string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:B2\"/>", 2000))
                    + "</mergeCells><sheetData>"
            )
        );
        await IsTooLargeAsync(
            Moved(
                Book(),
                "xl/styles.xml",
                "xl/worksheets/styles.xml",
                "<styleSheet "
                    + $"{Main}><cellXfs>{string.Concat(Enumerable.Repeat("<xf/>", 10_000))}</cellXfs></styleSheet>"
            )
        );
    }

    [Theory]
    [InlineData("xl/media/image1.png", false)]
    [InlineData("xl/model/item.data", false)]
    [InlineData("xl/worksheets/sheet9.bin", true)]
    public async Task Only_what_the_library_reads_counts_as_held(string part, bool refused)
    {
        var content = new byte[1_000_000];
        new Random(1).NextBytes(content);
        var book = new XlsxBook().Sheet("Data", [LaitRows.Header.Split(',')]);
        book.Others.Add((part, content));

        (await Drop.ReadAsync(book.ToBytes(), limits: Small)).Codes().Contains("FILE_TOO_LARGE").ShouldBe(refused);
    }

    [Fact]
    public async Task An_encoding_that_is_declared_late_is_seen()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var rows = string.Concat(Enumerable.Range(10, 2000).Select(r => $"<row r=\"{r}\"><c><v>1</v></c></row>"));
        var sheet =
            $"<?xml version=\"1.0\"{new string(' ', 300)}encoding=\"iso-2022-jp\"?><worksheet {Main}><sheetData>{rows}</sheetData></worksheet>";
        var book = new XlsxBook().Sheet("Data", [LaitRows.Header.Split(',')]);
        book.Others.Add(("xl/worksheets/sheet9.xml", Encoding.Latin1.GetBytes(sheet)));

        (await Drop.ReadAsync(book.ToBytes(), limits: Small)).Codes().ShouldContain("FILE_TOO_LARGE");
    }

    [Fact]
    public async Task A_list_of_too_many_columns_refuses_the_workbook()
    {
        var columns = string.Concat(Enumerable.Repeat("<col min=\"1\" max=\"2\" width=\"9\"/>", 1000));

        (
            await Drop.ReadAsync(
                Book($"</sheetData><cols>{columns}</cols><sheetData>"),
                Feed.Neighbours,
                limits: Small with
                {
                    RecordBytes = 10_000,
                }
            )
        )
            .Codes()
            .ShouldBe(["FILE_TOO_LARGE"]);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-2022-jp")]
    public async Task Rows_in_another_encoding_count_as_held(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var rows = string.Concat(Enumerable.Range(10, 2000).Select(r => $"<row r=\"{r}\"><c><v>1</v></c></row>"));
        var book = new XlsxBook().Sheet("Data", [LaitRows.Header.Split(',')]);
        book.Others.Add(
            (
                "xl/worksheets/other.xml",
                Encoding
                    .GetEncoding(encoding)
                    .GetBytes(
                        $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><worksheet "
                            + $"{Main}><sheetData>{rows}</sheetData></worksheet>"
                    )
            )
        );

        await IsTooLargeAsync(book.ToBytes());
    }

    [Fact]
    public async Task A_copy_for_a_pivot_table_may_have_many_columns()
    {
        var book = new XlsxBook().Sheet("Data", [LaitRows.Header.Split(','), LaitRows.Notts.Split(',')]);
        var fields = string.Concat(Enumerable.Repeat("<cacheField name=\"a\"/>", 50_000));
        book.Others.Add(
            (
                "xl/pivotCache/pivotCacheDefinition1.xml",
                Encoding.UTF8.GetBytes(
                    $"<pivotCacheDefinition {Main}><cacheFields>{fields}</cacheFields></pivotCacheDefinition>"
                )
            )
        );

        (await Drop.ReadAsync(book.ToBytes(), Feed.Neighbours, limits: Small)).Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_workbook_of_Excel_97_to_2003_may_be_less_large()
    {
        var book = await File.ReadAllBytesAsync(
            Path.Combine(SourceFolder.Of("tests/Pipeline.Tests/Fixtures"), "lait.xls"),
            TestContext.Current.CancellationToken
        );

        (
            await Drop.ReadAsync(book, Feed.Neighbours, limits: new() { OldWorkbookBytes = book.Length })
        ).Refused.ShouldBeFalse();
        (await Drop.ReadAsync(book, Feed.Neighbours, limits: new() { OldWorkbookBytes = book.Length - 1 }))
            .Codes()
            .ShouldBe(["FILE_TOO_LARGE"]);
    }

    private static byte[] Book(string rows = "") =>
        new XlsxBook { Epilogue = rows }
            .Sheet("Data", [LaitRows.Header.Split(','), LaitRows.Notts.Split(',')])
            .ToBytes();

    // The part goes to another place of the workbook, with another content.
    private static byte[] Moved(byte[] book, string from, string to, string content)
    {
        using var moved = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(book)))
        using (var target = new ZipArchive(moved, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                using var writer = new StreamWriter(
                    target.CreateEntry(entry.FullName == from ? to : entry.FullName).Open()
                );
                writer.Write(
                    entry.FullName == from
                        ? content
                        : reader.ReadToEnd().Replace($"Target=\"{from["xl/".Length..]}\"", $"Target=\"/{to}\"")
                );
            }
        }
        return moved.ToArray();
    }

    private static async Task IsTooLargeAsync(byte[] book) =>
        (await Drop.ReadAsync(book, Feed.Neighbours, "book.xlsx", Small)).Codes().ShouldBe(["FILE_TOO_LARGE"]);

    private static async Task IsReadAsync(byte[] book) =>
        (await Drop.ReadAsync(book, Feed.Neighbours, "book.xlsx", Small)).Codes().ShouldNotContain("FILE_TOO_LARGE");
}
