using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>Writes the counts of the scorecard as a table of one row: a large number with its words below it.</summary>
internal static class CountsWriter
{
    /// <summary>A light grey.</summary>
    public const string Shade = "F3F2F1";

    /// <summary>The table.</summary>
    public static W.Table Write(Block.Counts counts)
    {
        var width = PageSetup.TextWidth / counts.All.Count;
        return new([
            new W.TableProperties(
                new W.TableStyle { Val = DocumentStyle.Table },
                new W.TableWidth { Width = $"{width * counts.All.Count}", Type = W.TableWidthUnitValues.Dxa },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableCaption { Val = "How many indicators are better, similar and worse" },
                new W.TableDescription { Val = "One row with a cell for each count." }
            ),
            new W.TableGrid(counts.All.Select(_ => new W.GridColumn { Width = $"{width}" })),
            new W.TableRow([new W.TableRowProperties(new W.CantSplit()), .. counts.All.Select(c => Cell(c, width))]),
        ]);
    }

    private static W.TableCell Cell(ScoreCount count, int width) =>
        new(
            new W.TableCellProperties(
                new W.TableCellWidth { Width = $"{width}", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellBorders(
                    new W.TopBorder
                    {
                        Val = W.BorderValues.Single,
                        Size = 36,
                        Color = Colour(count.Tone),
                    }
                ),
                new W.Shading { Val = W.ShadingPatternValues.Clear, Fill = Shade }
            ),
            BlockWriter.Paragraph(
                DocumentStyle.CountNumber,
                BlockWriter.Runs(count.Number.ToString(CultureInfo.InvariantCulture))
            ),
            BlockWriter.Paragraph(DocumentStyle.TableText, BlockWriter.Runs(count.Words))
        );

    private static string Colour(string tone) =>
        tone switch
        {
            "good" => "1D70B8",
            "bad" => "D4351C",
            _ => "B1B4B6",
        };
}
