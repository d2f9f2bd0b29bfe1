using System.Xml;
using ChildrensTrust.Pipeline.Reports.Office;
using ChildrensTrust.Pipeline.Reports.Word.Sections;
using ChildrensTrust.Pipeline.Snapshots;
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

    // Without this, Word opens the document in compatibility mode.
    private static readonly ConstantPart Settings = new(
        new W.Settings(
            new W.Compatibility(
                new W.CompatibilitySetting
                {
                    Name = W.CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new W.ThemeFontLanguages { Val = "en-GB" }
        )
    );

    /// <summary>Writes the document. The same snapshot gives the same bytes.</summary>
    public static BinaryData Write(Snapshot snapshot)
    {
        var report = $"report as at {PlaceText.Date(snapshot.AsAt)}";
        var blocks = Blocks(snapshot);
        return OfficePackage.Create(
            new OfficePart(PartKind.Document, "word/document.xml", "document", to => WriteBody(to, blocks))
            {
                Parts =
                [
                    new(PartKind.DocumentStyles, "word/styles.xml", "styles", Styles.WriteTo),
                    new(PartKind.Numbering, "word/numbering.xml", "numbering", Numbering.WriteTo),
                    PageSetup.FooterOf($"{snapshot.Area.Name}: {report}", isLandscape: false),
                    PageSetup.FooterOf($"{snapshot.Area.Name}: {report}", isLandscape: true),
                    new(PartKind.Settings, "word/settings.xml", "settings", Settings.WriteTo),
                    .. blocks.OfType<Block.Chart>().Select((chart, i) => ChartWriter.Part(chart.Drawn, i + 1)),
                ],
            },
            CoreProperties.Of(snapshot, $"{snapshot.Title}: {report}")
        );
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
