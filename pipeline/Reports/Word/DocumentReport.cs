using System.IO.Packaging;
using System.Xml;
using ChildrensTrust.Pipeline.Reports.Office;
using ChildrensTrust.Pipeline.Reports.Word.Sections;
using ChildrensTrust.Pipeline.Snapshots;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>
/// Writes report.docx: the report to the committee in the shape of the one of January 2013, with what the pipeline
/// knows filled in and the rest marked "[to be completed]". An officer edits and submits it.
/// </summary>
internal static class DocumentReport
{
    private static readonly ConstantPart Styles = new(DocumentStyle.Build());
    private static readonly ConstantPart Numbering = new(DocumentNumbering.Build());

    /// <summary>Writes the document. The same snapshot gives the same bytes.</summary>
    public static BinaryData Write(Snapshot snapshot)
    {
        var title = $"{snapshot.Title}: report as at {PlaceText.Date(snapshot.AsAt)}";
        var blocks = Blocks(snapshot);
        var contents = new Dictionary<Uri, Action<XmlWriter>>();
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // It is packed again below, which is when it is made small.
            document.CompressionOption = CompressionOption.NotCompressed;
            // Every relation is named here, because the library would choose its name at random.
            var part = document.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "rId1"
            );
            CoreProperties.Write(
                document.AddNewPart<CoreFilePropertiesPart>(
                    "application/vnd.openxmlformats-package.core-properties+xml",
                    "rId2"
                ),
                snapshot,
                title
            );
            Styles.WriteTo(part.AddNewPart<StyleDefinitionsPart>("styles"));
            Numbering.WriteTo(part.AddNewPart<NumberingDefinitionsPart>("numbering"));
            foreach (var isLandscape in new[] { false, true })
                part.AddNewPart<FooterPart>(PageSetup.Footer(isLandscape)).Footer = PageSetup.FooterOf(
                    $"{snapshot.Area.Name}: report as at {PlaceText.Date(snapshot.AsAt)}",
                    isLandscape
                );
            part.AddNewPart<DocumentSettingsPart>("settings").Settings = new(
                new W.Compatibility(
                    new W.CompatibilitySetting
                    {
                        Name = W.CompatSettingNameValues.CompatibilityMode,
                        Uri = "http://schemas.microsoft.com/office/word",
                        Val = "15",
                    }
                ),
                new W.ThemeFontLanguages { Val = "en-GB" }
            );
            foreach (var (number, chart) in blocks.OfType<Block.Chart>().Index())
                ChartWriter.Add(part, chart.Drawn, number + 1);
            contents.Add(part.Uri, to => WriteBody(to, blocks));
        }
        return ReproduciblePackage.Create(file, contents);
    }

    private static void WriteBody(XmlWriter to, IReadOnlyList<Block> all)
    {
        const string Prefix = "w";
        const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var blocks = new BlockWriter();
        to.WriteStartElement(Prefix, "document", Namespace);
        to.WriteStartElement(Prefix, "body", Namespace);
        foreach (var element in all.SelectMany(blocks.Of).Append(PageSetup.Create(isLandscape: true)))
            element.WriteTo(to);
        to.WriteEndElement();
        to.WriteEndElement();
    }

    private static List<Block> Blocks(Snapshot snapshot) =>
        [
            .. OpeningSection.Blocks(snapshot),
            .. ScorecardSection.Blocks(snapshot),
            .. ProgressSection.Blocks(snapshot),
            .. ChartsSection.Blocks(snapshot),
            .. AdviceSection.Blocks(snapshot),
            .. ExceptionsSection.Blocks(snapshot),
            .. ChangesSection.Of(snapshot),
            .. CautionsSection.Blocks(snapshot),
            .. ClosingSection.Blocks(),
            new Block.Landscape(),
            .. AppendixActions.Blocks(snapshot),
            .. AppendixPerformance.Blocks(snapshot),
            .. AppendixNotes.Blocks(snapshot),
        ];
}
