using System.IO.Compression;
using System.Text;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A kind of file that people upload for data and that is not read. It is named, so that whoever uploaded it
/// knows what to do, and searched for personal data, because a refused file is kept.</summary>
/// <param name="what">What the file is, as the end of a sentence.</param>
/// <param name="begins">Whether a file begins so.</param>
/// <param name="has">What a zip of this kind has inside; null where the kind is no zip.</param>
internal sealed class UnreadKind(string what, UnreadKind.Beginning begins, string? has = null) : WorkbookKind
{
    /// <summary>Whether a file begins so.</summary>
    public delegate bool Beginning(ReadOnlySpan<byte> head);

    private static readonly string[] PageTable = ["<table>", "<table ", "urn:schemas-microsoft-com:office:excel"];
    private static readonly string[] PageForm = ["<form", "<script", "<Workbook"];

    /// <summary>Every such kind.</summary>
    public static new IReadOnlyList<UnreadKind> All { get; } =
    [
        Zipped("a workbook in the binary form of Excel (.xlsb)", "xl/workbook.bin"),
        Zipped("a Word document", "word/document.xml"),
        Zipped("a presentation", "ppt/presentation.xml"),
        Zipped("a Power BI report", "DataModel"),
        Zipped("a document of Apple Numbers, Pages or Keynote", "Index/Document.iwa"),
        Zipped("a document of Apple Numbers, Pages or Keynote", "Index.zip"),
        new("a web page with a table, as some programs save for Excel", IsPageWithTable),
        new(
            "a workbook in the XML form of Excel 2003",
            head => Has(head, "urn:schemas-microsoft-com:office:spreadsheet")
        ),
        new("a Word document", head => Has(head, "schemas.microsoft.com/office/word")),
        new("a table in the SYLK form", head => head.StartsWith("ID;P"u8)),
        new("a table in the DIF form", head => head.StartsWith("TABLE\r\n0,1"u8) || head.StartsWith("TABLE\n0,1"u8)),
        new("a PDF document", head => head.StartsWith("%PDF-"u8)),
        new("a document in Rich Text Format", head => head.StartsWith(@"{\rtf"u8)),
        new("an archive other than a .zip", head => head is [0x1F, 0x8B, ..] || head.StartsWith("BZh"u8)),
        new("an archive other than a .zip", head => head is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..]),
        new("an archive other than a .zip", head => head.StartsWith("Rar!"u8)),
        new("a Parquet file", head => head.StartsWith("PAR1"u8)),
        new("a database of Access or SQLite", head => head.StartsWith("SQLite format"u8) || IsAccess(head)),
        new("a data file of SPSS", head => head.StartsWith("$FL2@"u8)),
        new("a picture", head => head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..]),
    ];

    /// <inheritdoc />
    public override bool MayBegin(ReadOnlySpan<byte> head) => begins(head);

    /// <inheritdoc />
    public override bool Is(ZipArchive zip) => has is not null && zip.GetEntry(has) is not null;

    /// <inheritdoc />
    public override Task<Finding?> FindPersonalDataAsync(
        Stream content,
        ZipArchive? zip,
        CancellationToken cancellationToken
    ) =>
        zip is null
            ? PackedTexts.FindInUnreadAsync(content, cancellationToken)
            : PackedTexts.FindAsync(zip, cancellationToken);

    /// <inheritdoc />
    public override Task ReadSheetsAsync(
        Stream content,
        FileScreening reading,
        Limits limits,
        Func<SheetText, Task> sheet,
        CancellationToken cancellationToken
    )
    {
        reading.Refuse(Check.FileKindNotRead.Found($"The file is {what}, which is not read."));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override OpenedBook Open(Stream content) => throw new NotSupportedException();

    private static UnreadKind Zipped(string what, string has) => new(what, head => head.StartsWith(Zip), has);

    private static bool Has(ReadOnlySpan<byte> head, string text) =>
        MarkupHead.Of(head)?.Contains(text, StringComparison.Ordinal) == true;

    // A sign-in page may have a table too, and then a form or a program.
    private static bool IsPageWithTable(ReadOnlySpan<byte> head) =>
        MarkupHead.Of(head) is { } text
        && PageTable.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase))
        && !PageForm.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase));

    private static bool IsAccess(ReadOnlySpan<byte> head) =>
        head.Length > 19 && (head[4..].StartsWith("Standard Jet DB"u8) || head[4..].StartsWith("Standard ACE DB"u8));
}
