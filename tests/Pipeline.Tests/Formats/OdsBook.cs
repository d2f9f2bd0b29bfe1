using System.Globalization;
using System.Security;
using System.Text;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Writes small OpenDocument spreadsheets as LibreOffice does, packed or in one file.</summary>
internal sealed class OdsBook
{
    private const string Names =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" office:version=\"1.3\"";

    private const string Styles =
        "<style:style style:name=\"shown\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>"
        + "<style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
        + "<style:style style:name=\"raised\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style>"
        + "<style:style style:name=\"also\" style:family=\"text\" style:parent-style-name=\"raised\"/>"
        + "<style:style style:name=\"lowered\" style:family=\"text\"><style:text-properties style:text-position=\"-33% 58%\"/></style:style>";

    private readonly StringBuilder _tables = new();

    /// <summary>A cell written as it is.</summary>
    internal sealed record Raw(string Xml);

    /// <summary>Goes in front of the sheets, in the body.</summary>
    public string BeforeSheets { get; set; } = "";

    /// <summary>The properties.</summary>
    public string Meta { get; set; } = "<meta:generator>LibreOffice</meta:generator>";

    /// <summary>What each sheet says of its columns.</summary>
    public string Columns { get; init; } = "<table:table-column table:number-columns-repeated=\"9\"/>";

    public OdsBook Sheet(string name, params IReadOnlyList<IReadOnlyList<object?>> rows) =>
        Table(name, "shown", string.Concat(rows.Select(Row)));

    /// <summary>Adds a sheet whose rows are written as they are.</summary>
    public OdsBook Table(string name, string style, string rows)
    {
        _tables.Append(
            CultureInfo.InvariantCulture,
            $"<table:table table:name=\"{name}\" table:style-name=\"{style}\">{Columns}{rows}</table:table>"
        );
        return this;
    }

    public static string Row(IReadOnlyList<object?> cells) =>
        $"<table:table-row>{string.Concat(cells.Select(Cell))}<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";

    public byte[] ToBytes(params (string Name, byte[] Content)[] others) =>
        Zipped.Create([
            ("mimetype", Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument.spreadsheet")),
            ("META-INF/manifest.xml", "<manifest/>"u8.ToArray()),
            (
                "meta.xml",
                Encoding.UTF8.GetBytes(
                    $"<office:document-meta {Names}><office:meta>{Meta}</office:meta></office:document-meta>"
                )
            ),
            ("styles.xml", Encoding.UTF8.GetBytes($"<office:document-styles {Names}/>")),
            .. others,
            (
                "content.xml",
                Encoding.UTF8.GetBytes(
                    $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {Names}>{Content}</office:document-content>"
                )
            ),
        ]);

    public byte[] ToFlatBytes() =>
        Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {Names} office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:meta>{Meta}</office:meta>{Content}</office:document>"
        );

    private string Content =>
        $"<office:automatic-styles>{Styles}</office:automatic-styles><office:body><office:spreadsheet>{BeforeSheets}{_tables}</office:spreadsheet></office:body>";

    private static string Cell(object? cell) =>
        cell switch
        {
            null or "" => "<table:table-cell/>",
            Raw raw => raw.Xml,
            string text =>
                $"<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\"><text:p>{SecurityElement.Escape(text)}</text:p></table:table-cell>",
            XlsxBook.Percentage p => Valued("percentage", p.Share, "45%"),
            DateOnly day =>
                $"<table:table-cell office:value-type=\"date\" office:date-value=\"{day:yyyy-MM-dd}\"><text:p>Mar 24</text:p></table:table-cell>",
            double number => Valued("float", (decimal)number, "about"),
            int number => Valued("float", number, "about"),
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };

    private static string Valued(string type, decimal value, string shown) =>
        $"<table:table-cell office:value-type=\"{type}\" office:value=\"{value.ToString(CultureInfo.InvariantCulture)}\"><text:p>{shown}</text:p></table:table-cell>";
}
