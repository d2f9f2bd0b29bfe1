using System.IO.Compression;
using System.Text;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>An OpenDocument spreadsheet (.ods), as LibreOffice saves it.</summary>
internal sealed class OpenDocumentWorkbook : WorkbookKind
{
    public override bool MayBegin(ReadOnlySpan<byte> head) => head.StartsWith(Zip);

    public override bool Is(ZipArchive zip) =>
        zip.GetEntry(OpenDocumentBook.Content) is not null && zip.GetEntry(OpenDocumentBook.Manifest) is not null;

    public override WorkbookMeasure Measure(Limits limits) => new(limits);

    public override Task<Finding?> FindPersonalDataAsync(
        Stream content,
        ZipArchive? zip,
        CancellationToken cancellationToken
    ) => PackedTexts.FindAsync(zip!, cancellationToken);

    protected override OpenedBook Open(Stream content) => new OpenDocumentBook(content, isFlat: false);
}

/// <summary>An OpenDocument spreadsheet in one XML file (.fods).</summary>
internal sealed class FlatOpenDocument : WorkbookKind
{
    public override bool MayBegin(ReadOnlySpan<byte> head) =>
        MarkupHead.Of(head) is { } text
        && text.Contains("<office:document", StringComparison.Ordinal)
        && text.Contains("opendocument:xmlns:office", StringComparison.Ordinal);

    public override WorkbookMeasure Measure(Limits limits) => new(limits);

    public override Task<Finding?> FindPersonalDataAsync(
        Stream content,
        ZipArchive? zip,
        CancellationToken cancellationToken
    ) => PackedTexts.FindInDocumentAsync(content, cancellationToken);

    protected override OpenedBook Open(Stream content) => new OpenDocumentBook(content, isFlat: true);
}
