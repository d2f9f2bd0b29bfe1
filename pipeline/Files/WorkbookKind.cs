using System.IO.Compression;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A kind of file that holds tables in a form of its own. A further kind is a class, and a line in
/// <see cref="All"/>.</summary>
internal abstract class WorkbookKind
{
    /// <summary>Every kind, each before those that it might be taken for. A zip of none of them is an archive of
    /// files.</summary>
    public static IReadOnlyList<WorkbookKind> All { get; } =
    [
        .. UnreadKind.All,
        new ExcelWorkbook(),
        new OpenDocumentWorkbook(),
        new FlatOpenDocument(),
        new OldExcelWorkbook(),
    ];

    /// <summary>How a zip begins.</summary>
    public static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    /// <summary>Whether a file that begins so may be of this kind.</summary>
    /// <param name="head">Its first bytes.</param>
    public abstract bool MayBegin(ReadOnlySpan<byte> head);

    /// <summary>Whether a zip is of this kind. It is not asked of what begins otherwise.</summary>
    public virtual bool Is(ZipArchive zip) => false;

    /// <summary>Bytes that a file of this kind may have as it is stored.</summary>
    public virtual long MaxBytes(Limits limits) => limits.PackedBytes;

    /// <summary>Measures the parts of a zip while they are unpacked, or else the file; null where reading the kind
    /// takes no memory that grows with them.</summary>
    public virtual WorkbookMeasure? Measure(Limits limits) => null;

    /// <summary>What is found of individuals in all that a file has beside the cells of its tables; null for
    /// nothing.</summary>
    /// <param name="content">The file, from its first byte.</param>
    /// <param name="zip">Its parts; null where it is no zip.</param>
    public abstract Task<Finding?> FindPersonalDataAsync(
        Stream content,
        ZipArchive? zip,
        CancellationToken cancellationToken
    );

    /// <summary>Hands over each table as CSV text.</summary>
    public virtual Task ReadSheetsAsync(
        Stream content,
        FileScreening reading,
        Limits limits,
        Func<SheetText, Task> sheet,
        CancellationToken cancellationToken
    ) => Workbook.ReadSheetsAsync(() => Open(content), reading, limits, sheet, cancellationToken);

    /// <summary>Opens a file of this kind.</summary>
    protected abstract OpenedBook Open(Stream content);
}

/// <summary>A workbook of Excel as it is today.</summary>
internal sealed class ExcelWorkbook : WorkbookKind
{
    public override bool MayBegin(ReadOnlySpan<byte> head) => head.StartsWith(Zip);

    public override bool Is(ZipArchive zip) => zip.GetEntry("[Content_Types].xml") is not null;

    public override WorkbookMeasure Measure(Limits limits) => new(limits);

    public override Task<Finding?> FindPersonalDataAsync(
        Stream content,
        ZipArchive? zip,
        CancellationToken cancellationToken
    ) => PackedTexts.FindAsync(zip!, cancellationToken);

    protected override OpenedBook Open(Stream content) => new OpenXmlBook(content);
}

/// <summary>A workbook of Excel 97 to 2003, or one that is encrypted.</summary>
internal sealed class OldExcelWorkbook : WorkbookKind
{
    public override bool MayBegin(ReadOnlySpan<byte> head) => head is [0xD0, 0xCF, 0x11, 0xE0, ..];

    public override long MaxBytes(Limits limits) => limits.OldWorkbookBytes;

    public override Task<Finding?> FindPersonalDataAsync(
        Stream content,
        ZipArchive? zip,
        CancellationToken cancellationToken
    ) => PackedTexts.FindAsync(content, cancellationToken);

    protected override OpenedBook Open(Stream content) => new ExcelReaderBook(content);
}
