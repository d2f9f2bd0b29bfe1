using ChildrensTrust.Pipeline.Reports.Office;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>Writes the pieces of the report as Word has them.</summary>
internal sealed class BlockWriter
{
    private int _tables;
    private int _charts;

    /// <summary>A piece as elements of the document's body.</summary>
    public IEnumerable<OpenXmlElement> Of(Block block) =>
        block switch
        {
            Block.Text text => [Text(text)],
            Block.Counts counts => [CountsWriter.Write(counts), Paragraph(DocumentStyle.Gap, [])],
            Block.Chart chart => [Paragraph(DocumentStyle.Chart, [ChartWriter.Write(chart.Drawn, ++_charts)])],
            Block.Table { IsBelowHeading: true } table => [TableWriter.Write(table)],
            Block.Table table => [Caption(table), TableWriter.Write(table), Paragraph(DocumentStyle.TableText, [])],
            Block.Landscape => [new W.Paragraph(new W.ParagraphProperties(PageSetup.Create(isLandscape: false)))],
            _ => throw new ArgumentOutOfRangeException(nameof(block)),
        };

    /// <summary>A paragraph.</summary>
    /// <param name="keepNext">Whether it stays on one page with what follows.</param>
    public static W.Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> runs, bool keepNext = false)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = style });
        if (keepNext)
            properties.Append(new W.KeepNext());
        return new([properties, .. runs]);
    }

    /// <summary>A text, placeholders marked in it; a line end is a line end.</summary>
    public static IEnumerable<W.Run> Runs(string text) =>
        Placeholder
            .Split(XmlText.Clean(text))
            .Select(part =>
                part.IsPlaceholder
                    ? new W.Run([
                        new W.RunProperties(new W.Highlight { Val = W.HighlightColorValues.Yellow }),
                        .. Lines(part.Words),
                    ])
                    : new W.Run(Lines(part.Words))
            );

    private static W.Paragraph Text(Block.Text text)
    {
        var paragraph = Paragraph(text.Style, [.. Term(text.Term), .. Runs(text.Words)], text.Introduces);
        if (text.BeginsPage)
            paragraph.ParagraphProperties!.Append(new W.PageBreakBefore());
        return paragraph;
    }

    private static IEnumerable<W.Run> Term(string term) =>
        term.Length == 0
            ? []
            :
            [
                new W.Run(
                    new W.RunProperties(new W.Bold()),
                    new W.Text($"{XmlText.Clean(term)} ") { Space = SpaceProcessingModeValues.Preserve }
                ),
            ];

    private static IEnumerable<OpenXmlElement> Lines(string words) =>
        words
            .Split('\n')
            .SelectMany(
                (line, i) =>
                    new OpenXmlElement[]
                    {
                        new W.Break(),
                        new W.Text(line) { Space = SpaceProcessingModeValues.Preserve },
                    }.Skip(i == 0 ? 1 : 0)
            );

    // A caption counts itself, so that one that an officer adds or takes away renumbers the rest.
    private W.Paragraph Caption(Block.Table table) =>
        Paragraph(
            DocumentStyle.Caption,
            [
                new W.Run(new W.Text("Table ") { Space = SpaceProcessingModeValues.Preserve }),
                new W.SimpleField(new W.Run(new W.Text($"{++_tables}"))) { Instruction = " SEQ Table \\* ARABIC " },
                .. Runs($": {table.Caption}"),
            ]
        );
}
