using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Writes small workbooks as Excel does: texts shared, numbers as numbers, dates as days since 1900,
/// percentages by format.</summary>
internal sealed class XlsxBook
{
    private readonly List<(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows, string? State)> _sheets = [];
    private readonly List<string> _texts = [];

    /// <summary>A number that is shown as a percentage: 0.453 is 45.3%.</summary>
    internal sealed record Percentage(decimal Share);

    /// <summary>A number shown by a format of its own, such as 0.0"%".</summary>
    internal sealed record PrintedPercent(decimal Number);

    /// <summary>An error, such as #N/A.</summary>
    internal sealed record Fault(string Text);

    /// <summary>A text written in runs: some of them in superscript.</summary>
    internal sealed record Runs(params (string Text, bool IsRaised)[] Texts)
    {
        /// <summary>Whether the text is in its cell, and not among the shared ones.</summary>
        public bool IsInline { get; init; }
    }

    /// <summary>A formula with its result; null where no program calculated it.</summary>
    internal sealed record Formula(string? Result, string Type = "");

    /// <summary>The rows, counted from 1, that are hidden in every sheet.</summary>
    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>What each sheet says of its columns.</summary>
    public string Columns { get; init; } = "";

    /// <summary>Goes behind the list of sheets in the workbook's own part.</summary>
    public string BehindSheets { get; set; } = "";

    /// <summary>Goes in front of each sheet, such as a document type.</summary>
    public string Prologue { get; set; } = "";

    /// <summary>Goes behind the rows of each sheet, such as a row far below.</summary>
    public string Epilogue { get; set; } = "";

    /// <summary>The cells of each sheet that are merged, such as "A2:A14".</summary>
    public IReadOnlyList<string> Merges { get; init; } = [];

    /// <summary>Further files inside.</summary>
    public List<(string Name, byte[] Content)> Others { get; } = [];

    public XlsxBook Sheet(string name, params IReadOnlyList<IReadOnlyList<object?>> rows) => SheetIn(null, name, rows);

    /// <summary>Adds a sheet that is "hidden" or "veryHidden".</summary>
    public XlsxBook SheetIn(string? state, string name, params IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        _sheets.Add((name, rows, state));
        return this;
    }

    /// <summary>A table whose texts are turned into numbers where the column is one of figures.</summary>
    public static IReadOnlyList<object?>[] Typed(string csv, params string[] textColumns)
    {
        var rows = csv.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();
        return
        [
            rows[0],
            .. rows.Skip(1)
                .Select(row =>
                    row.Select(
                            (cell, i) =>
                                (i < rows[0].Length && textColumns.Contains(rows[0][i]))
                                || !double.TryParse(
                                    cell,
                                    NumberStyles.Float,
                                    CultureInfo.InvariantCulture,
                                    out var number
                                )
                                    ? cell
                                    : (object?)number
                        )
                        .ToArray()
                ),
        ];
    }

    public byte[] ToBytes(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sheets = _sheets.Select(s => SheetXml(s.Rows)).ToList();
            Write(
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
            );
            Write("_rels/.rels", Relations([("workbook", "officeDocument", "xl/workbook.xml")]));
            Write(
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(_sheets.Select((s, i) => $"""<sheet name="{SecurityElement.Escape(s.Name)}" sheetId="{i + 1}"{(s.State is null ? "" : $" state=\"{s.State}\"")} r:id="s{i + 1}"/>"""))}</sheets>{BehindSheets}</workbook>"""
            );
            Write(
                "xl/_rels/workbook.xml.rels",
                Relations([
                    .. _sheets.Select((_, i) => ($"s{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                    ("styles", "styles", "styles.xml"),
                    ("texts", "sharedStrings", "sharedStrings.xml"),
                ])
            );
            Write(
                "xl/styles.xml",
                $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;%&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""
            );
            Write(
                "xl/sharedStrings.xml",
                $"""<sst xmlns="{Main}">{string.Concat(_texts.Select(t => $"<si>{t}</si>"))}</sst>"""
            );
            foreach (var (i, xml) in sheets.Index())
                Write($"xl/worksheets/sheet{i + 1}.xml", Prologue + xml);
            foreach (var (name, bytes) in Others)
                WriteBytes(name, bytes);

            void Write(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

            void WriteBytes(string name, byte[] bytes)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(bytes);
            }
        }
        return content.ToArray();
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static string Relations(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="{Office}/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    private string SheetXml(IReadOnlyList<IReadOnlyList<object?>> rows) =>
        $"""<worksheet xmlns="{Main}">{ColumnsXml}<sheetData>"""
        + $"""{string.Concat(rows.Select(RowXml))}{Epilogue}</sheetData>"""
        + $"{Merged}</worksheet>";

    private string ColumnsXml => Columns.Length == 0 ? "" : $"<cols>{Columns}</cols>";

    private string RowXml(IReadOnlyList<object?> row, int r) =>
        $"""<row r="{r + 1}"{(HiddenRows.Contains(r + 1) ? " hidden=\"1\"" : "")}>"""
        + $"{string.Concat(row.Select((cell, c) => CellXml(cell, $"{Letters(c)}{r + 1}")))}</row>";

    private string Merged =>
        Merges.Count == 0
            ? ""
            : $"<mergeCells>{string.Concat(Merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";

    private string CellXml(object? cell, string at) =>
        cell switch
        {
            null => "",
            "" => $"""<c r="{at}" s="0"/>""",
            string text => $"""<c r="{at}" t="s"><v>{Shared(Plain(text))}</v></c>""",
            Runs { IsInline: true } runs => $"""<c r="{at}" t="inlineStr"><is>{Marked(runs)}</is></c>""",
            Runs runs => $"""<c r="{at}" t="s"><v>{Shared(Marked(runs))}</v></c>""",
            Formula f => $"""<c r="{at}"{f.Type}><f>A1+1</f>{(f.Result is null ? "" : $"<v>{f.Result}</v>")}</c>""",
            Percentage p => $"""<c r="{at}" s="1"><v>{p.Share.ToString(CultureInfo.InvariantCulture)}</v></c>""",
            PrintedPercent p => $"""<c r="{at}" s="3"><v>{p.Number.ToString(CultureInfo.InvariantCulture)}</v></c>""",
            DateOnly day => $"""<c r="{at}" s="2"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>""",
            Fault fault => $"""<c r="{at}" t="e"><v>{fault.Text}</v></c>""",
            double number => $"""<c r="{at}"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>""",
            int number => $"""<c r="{at}"><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>""",
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };

    private static string Plain(string text) => $"""<t xml:space="preserve">{SecurityElement.Escape(text)}</t>""";

    private static string Marked(Runs runs) =>
        string.Concat(
            runs.Texts.Select(r =>
                r.IsRaised
                    ? $"""<r><rPr><vertAlign val="superscript"/><sz val="11"/></rPr>{Plain(r.Text)}</r>"""
                    : $"<r>{Plain(r.Text)}</r>"
            )
        );

    private int Shared(string text)
    {
        var index = _texts.IndexOf(text);
        if (index < 0)
        {
            index = _texts.Count;
            _texts.Add(text);
        }
        return index;
    }

    private static string Letters(int column) =>
        (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));
}
