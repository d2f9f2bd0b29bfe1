using ChildrensTrust.Pipeline.Reports.Office;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>Writes a table whose header comes again on each page, whose rows are not torn apart, and which says in
/// words what it holds.</summary>
internal static class TableWriter
{
    /// <summary>The table.</summary>
    public static W.Table Write(Block.Table any)
    {
        var table = any.Filled();
        var all = table.Columns.Sum(c => c.Share);
        var width = table.IsBelowHeading ? PageSetup.TextWidth : PageSetup.TextWidthLandscape;
        List<int> widths = [.. table.Columns.Select(c => (int)(width * c.Share / all))];
        return new([
            new W.TableProperties(
                new W.TableStyle { Val = DocumentStyle.Table },
                new W.TableWidth { Width = $"{widths.Sum()}", Type = W.TableWidthUnitValues.Dxa },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableLook
                {
                    FirstRow = true,
                    FirstColumn = true,
                    LastRow = false,
                    LastColumn = false,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                new W.TableCaption { Val = XmlText.Clean(table.Caption) },
                new W.TableDescription { Val = XmlText.Clean(table.Description) }
            ),
            new W.TableGrid(widths.Select(w => new W.GridColumn { Width = $"{w}" })),
            Row(table, widths, [.. table.Columns.Select(c => c.Name)], isHeader: true),
            .. table.Rows.Select(cells => Row(table, widths, cells, isHeader: false)),
        ]);
    }

    private static W.TableRow Row(Block.Table table, List<int> widths, IReadOnlyList<string> cells, bool isHeader)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (isHeader)
            properties.Append(new W.TableHeader());
        if (cells.Count == 1)
            return new(properties, Head(cells[0], widths));
        return new([
            properties,
            .. cells.Select((text, i) => Cell(text, widths[i], table.Columns[i].IsNumber, isHeader)),
        ]);
    }

    // Stays on one page with the first row that it heads.
    private static W.TableCell Head(string text, List<int> widths) =>
        new(
            new W.TableCellProperties(
                new W.TableCellWidth { Width = $"{widths.Sum()}", Type = W.TableWidthUnitValues.Dxa },
                new W.GridSpan { Val = widths.Count },
                new W.Shading { Val = W.ShadingPatternValues.Clear, Fill = CountsWriter.Shade }
            ),
            BlockWriter.Paragraph(DocumentStyle.TableHeading, BlockWriter.Runs(text), keepNext: true)
        );

    private static W.TableCell Cell(string text, int width, bool isNumber, bool isHeader)
    {
        var paragraph = BlockWriter.Paragraph(
            isHeader ? DocumentStyle.TableHeading : DocumentStyle.TableText,
            BlockWriter.Runs(text)
        );
        if (isNumber)
            paragraph.ParagraphProperties!.Append(new W.Justification { Val = W.JustificationValues.Right });
        return new(
            new W.TableCellProperties(new W.TableCellWidth { Width = $"{width}", Type = W.TableWidthUnitValues.Dxa }),
            paragraph
        );
    }
}
