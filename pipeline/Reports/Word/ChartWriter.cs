using ChildrensTrust.Pipeline.Reports.Office;
using ChildrensTrust.Pipeline.Reports.Office.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Place = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>Writes a chart as a part of the document, and as the drawing in a paragraph that shows it.</summary>
internal static class ChartWriter
{
    // In EMU: four charts and what introduces them take a page.
    private const long Width = PageSetup.TextWidth * 635L;
    private const long Height = 2_080_000;

    /// <summary>The part of a chart.</summary>
    /// <param name="number">Which chart of the document it is, from 1.</param>
    public static OfficePart Part(OfficeChart chart, int number) =>
        ChartSpace.Part(chart, $"word/charts/chart{number}.xml", Relation(number));

    /// <summary>The drawing that shows it.</summary>
    /// <param name="number">Which chart of the document it is, from 1.</param>
    public static W.Run Write(OfficeChart chart, int number) =>
        new(
            new W.Drawing(
                new Place.Inline(
                    new Place.Extent { Cx = Width, Cy = Height },
                    new Place.DocProperties
                    {
                        Id = (uint)number,
                        Name = $"Chart {number}",
                        Description = XmlText.Clean(chart.Description),
                    },
                    new Place.NonVisualGraphicFrameDrawingProperties(),
                    new A.Graphic(
                        new A.GraphicData(new C.ChartReference { Id = Relation(number) })
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                        }
                    )
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                }
            )
        );

    private static string Relation(int number) => $"chart{number}";
}
