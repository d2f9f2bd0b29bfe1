using System.IO.Compression;
using System.Text;

namespace ChildrensTrust.Faults.Tests;

/// <summary>Small files that would become gigabytes in memory end in a finding, soon, within the memory of the deployed
/// instance.</summary>
public sealed class MemoryTests : IDisposable
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private static readonly Dictionary<string, Action<Stream>> Bombs = new(StringComparer.Ordinal)
    {
        ["shared texts.xlsx"] = file =>
            Book(file, "xl/sharedStrings.xml", "<sst", "<si><t>", 1_900_000_000, "</t></si>", "</sst>"),
        ["shared texts among the sheets.xlsx"] = file =>
            Book(file, "xl/worksheets/texts.xml", "<sst", "<si><t>", 600_000_000, "</t></si>", "</sst>"),
        ["short shared texts.xlsx"] = file =>
            Book(file, "xl/sharedStrings.xml", "<sst", "<si><t>", 900_000_000, "</t></si>", "</sst>", filling: 2),
        ["one cell.xlsx"] = file =>
            Book(
                file,
                "xl/worksheets/sheet1.xml",
                "<worksheet",
                "",
                450_000_000,
                "",
                "</t></is></c></row></sheetData></worksheet>",
                "<sheetData><row><c t=\"inlineStr\"><is><t>"
            ),
        ["one row.xlsx"] = file =>
            Book(
                file,
                "xl/worksheets/sheet1.xml",
                "<worksheet",
                "<c t=\"str\"><v>",
                400_000_000,
                "</v></c>",
                "</row></sheetData></worksheet>",
                "<sheetData><row>",
                20
            ),
        ["merged cells.xlsx"] = file =>
            Book(
                file,
                "xl/worksheets/sheet1.xml",
                "<worksheet",
                "<mergeCell ref=\"A1:B1\" x=\"",
                400_000_000,
                "\"/>",
                "</mergeCells></worksheet>",
                "<mergeCells>",
                20
            ),
        ["styles.xlsx"] = file =>
            Book(
                file,
                "xl/styles.xml",
                "<styleSheet",
                "<numFmt numFmtId=\"200\" formatCode=\"",
                400_000_000,
                "\"/>",
                "</numFmts></styleSheet>",
                "<numFmts>"
            ),
        ["a text in many styles.xlsx"] = file =>
            Book(file, "xl/sharedStrings.xml", "<sst", "<r><t>", 50_000_000, "</t></r>", "</si></sst>", "<si>", 2),
        ["a copy of many columns.xlsx"] = file =>
            Book(
                file,
                "xl/pivotCache/pivotCacheDefinition1.xml",
                "<pivotCacheDefinition",
                "<cacheField name=\"",
                30_000_000,
                "\"/>",
                "</cacheFields></pivotCacheDefinition>",
                "<cacheFields>",
                20
            ),
        ["a comment.xlsx"] = file =>
            Book(
                file,
                "xl/comments1.xml",
                "<comments",
                "",
                450_000_000,
                "",
                "</t></text></comment></commentList></comments>",
                "<commentList><comment ref=\"A1\"><text><t>"
            ),
        ["one line.csv"] = file => Fill(file, "a,b,c\n", "", 200_000_000, "", "\n", 900),
        ["one line of cells.csv"] = file => Fill(file, "a,b,c\n", "", 200_000_000, ",", "\n", 2),
        ["one cell.csv"] = file => Fill(file, "a,b,c\n1,2,\"", "", 200_000_000, "\n", "\"\n", 900),
        ["old.xls"] = file =>
            Fill(file, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "", 190_000_000, "", "", 900),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;

    public static TheoryData<string> Names => [.. Bombs.Keys];

    [Theory(Explicit = true)]
    [MemberData(nameof(Names))]
    public async Task A_file_that_grows_ends_in_a_finding(string name)
    {
        var path = Path.Combine(_folder, name);
        await using (var file = File.Create(path))
            Bombs[name](file);

        using var process = HostProcess.StartInLittleMemory("screen", path);
        var (code, output, errors) = await process
            .EndedAsync()
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        (code, errors).ShouldBe((1, ""));
        output.ShouldContain("would be refused");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A sound workbook of one sheet, but for one part.
    private static void Book(
        Stream file,
        string part,
        string root,
        string opens,
        long bytes,
        string closes,
        string end,
        string begin = "",
        int filling = 1150
    )
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        var texts = part.EndsWith("texts.xml", StringComparison.Ordinal) ? "/" + part : "/xl/sharedStrings.xml";
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] =
                $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"xml\" "
                + "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
            ["_rels/.rels"] =
                $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"a\" "
                + $"Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] =
                $"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"Data\" sheetId=\"1\" "
                + "r:id=\"a\"/></sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] =
                $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"a\" "
                + $"Type=\"{Office}/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Id=\"b\" "
                + $"Type=\"{Office}/sharedStrings\" Target=\"{texts}\"/><Relationship Id=\"c\" "
                + $"Type=\"{Office}/styles\" Target=\"/xl/styles.xml\"/></Relationships>",
            ["xl/worksheets/sheet1.xml"] =
                $"<worksheet {Main}><sheetData><row><c "
                + "t=\"inlineStr\"><is><t>a</t></is></c></row></sheetData></worksheet>",
        };
        foreach (var (name, xml) in parts.Where(p => p.Key != part))
        {
            using var content = zip.CreateEntry(name).Open();
            content.Write(Encoding.UTF8.GetBytes(xml));
        }
        using var large = zip.CreateEntry(part).Open();
        Fill(large, $"{root} {Main}>{begin}", opens, bytes, closes, end, filling);
    }

    // Not all alike, so that it is packed about as well as a large file of a publisher.
    private static void Fill(
        Stream file,
        string begin,
        string opens,
        long bytes,
        string closes,
        string end,
        int filling
    )
    {
        var random = new Random(1);
        file.Write(Encoding.Latin1.GetBytes(begin));
        for (var written = 0L; written < bytes; )
        {
            var text = new StringBuilder();
            for (var i = 0; i < 1000; i++)
                text.Append(opens).Append(random.Next().ToString("x8", null)).Append('a', filling).Append(closes);
            written += text.Length;
            file.Write(Encoding.Latin1.GetBytes(text.ToString()));
        }
        file.Write(Encoding.Latin1.GetBytes(end));
    }
}
