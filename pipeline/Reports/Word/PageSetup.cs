using ChildrensTrust.Pipeline.Reports.Office;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>A4, portrait for the report and landscape for its tables. All lengths are in twentieths of a
/// point.</summary>
internal static class PageSetup
{
    private const uint Short = 11906;
    private const uint Tall = 16838;
    private const int Margin = 1134;

    /// <summary>The width of the text where the paper is portrait.</summary>
    public const int TextWidth = (int)Short - (2 * Margin);

    /// <summary>The width of the text where the paper is landscape.</summary>
    public const int TextWidthLandscape = (int)Tall - (2 * Margin);

    private static string Footer(bool isLandscape) => isLandscape ? "footer-landscape" : "footer";

    /// <summary>The properties of a section.</summary>
    /// <param name="isLandscape">Whether the paper is landscape.</param>
    public static W.SectionProperties Create(bool isLandscape) =>
        new(
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = Footer(isLandscape) },
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            isLandscape
                ? new W.PageSize
                {
                    Width = Tall,
                    Height = Short,
                    Orient = W.PageOrientationValues.Landscape,
                }
                : new W.PageSize { Width = Short, Height = Tall },
            new W.PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = (uint)Margin,
                Right = (uint)Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    /// <summary>The part with a section's footer: the report's name and, on the right, the page number.</summary>
    public static OfficePart FooterOf(string report, bool isLandscape)
    {
        var line = BlockWriter.Paragraph(
            DocumentStyle.Footer,
            [
                .. BlockWriter.Runs(report),
                new W.Run(new W.TabChar()),
                .. BlockWriter.Runs("Page "),
                new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = " PAGE " },
                .. BlockWriter.Runs(" of "),
                new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = " NUMPAGES " },
            ]
        );
        line.ParagraphProperties!.Append(
            new W.Tabs(
                new W.TabStop { Val = W.TabStopValues.Right, Position = isLandscape ? TextWidthLandscape : TextWidth }
            )
        );
        var name = Footer(isLandscape);
        return new(PartKind.Footer, $"word/{name}.xml", name, new W.Footer(line).WriteTo);
    }
}
