using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Tests.Reports.Office;

/// <summary>A Word document as a program that knows nothing of ours reads it.</summary>
internal sealed class OpenedDocument : IDisposable
{
    private readonly WordprocessingDocument _document;

    public OpenedDocument(BinaryData file) =>
        _document = WordprocessingDocument.Open(file.ToStream(), isEditable: false);

    public MainDocumentPart Part => _document.MainDocumentPart!;

    public Body Body => Part.Document.Body!;

    public IReadOnlyList<string> Faults =>
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(_document)
                .Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"),
        ];

    public (string? Title, string? Language) Properties =>
        (_document.PackageProperties.Title, _document.PackageProperties.Language);

    /// <summary>The paragraphs of the body, those of tables left out, each with its style.</summary>
    public IReadOnlyList<(string Style, string Text)> Paragraphs =>
        [
            .. Body.Elements<Paragraph>()
                .Select(p => (p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", Text(p))),
        ];

    public IReadOnlyList<string> Having(string style) =>
        [.. Paragraphs.Where(p => p.Style == style).Select(p => p.Text)];

    /// <summary>The rows of the table below a heading.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TableBelow(string heading) =>
        Rows(Body.Elements<Table>().Single(t => t.PreviousSibling<Paragraph>() is { } above && Text(above) == heading));

    /// <summary>The tables with a caption.</summary>
    public IReadOnlyList<Table> Tables =>
        [
            .. Body.Elements<Table>()
                .Where(t => t.PreviousSibling<Paragraph>()?.ParagraphProperties?.ParagraphStyleId?.Val == "Caption"),
        ];

    /// <summary>The counts of the scorecard, a cell each.</summary>
    public IReadOnlyList<string> Counts => Rows(Body.Elements<Table>().First())[0];

    /// <summary>The charts in the order of the drawings that show them, each with its text alternative.</summary>
    public IReadOnlyList<(string Alternative, OpenedChart Chart)> Charts =>
        [
            .. Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline>()
                .Select(i =>
                    (
                        i.DocProperties!.Description!.Value!,
                        new OpenedChart(
                            (ChartPart)
                                Part.GetPartById(
                                    i.Descendants<DocumentFormat.OpenXml.Drawing.Charts.ChartReference>().Single().Id!
                                )
                        )
                    )
                ),
        ];

    public static IReadOnlyList<IReadOnlyList<string>> Rows(Table table) =>
        [
            .. table
                .Elements<TableRow>()
                .Select(r =>
                    r.Elements<TableCell>()
                        .Select(c => string.Join("\n", c.Elements<Paragraph>().Select(Text)))
                        .ToList()
                ),
        ];

    private static string Text(Paragraph paragraph) =>
        string.Concat(
            paragraph
                .Descendants()
                .Select(e =>
                    e switch
                    {
                        Text t => t.Text,
                        Break => "\n",
                        _ => "",
                    }
                )
        );

    public void Dispose() => _document.Dispose();
}
