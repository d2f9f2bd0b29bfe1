using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Workbook;

/// <summary>Writes one sheet: the title in A1, a line a row below it, the way back, then the table as a table, its header frozen and repeated on paper.</summary>
internal static class SheetWriter
{
    private const double WidestOnA4 = 190;
    private const uint A3 = 8;
    private const uint A4 = 9;

    /// <summary>Writes it.</summary>
    /// <param name="part">Where.</param>
    /// <param name="sheet">What.</param>
    /// <param name="id">Its number in the workbook, from 1.</param>
    /// <param name="back">The sheet that its link leads to; null for none.</param>
    public static SheetPlace Write(WorksheetPart part, Sheet sheet, uint id, string? back)
    {
        List<Cell> above = [.. sheet.Lines];
        if (back is not null)
            above.Add(new Cell.Link($"Go to {back}", back));
        var header = (uint)above.Count + 2;
        var place = new SheetPlace(sheet.Name, sheet.Columns.Count, sheet.Rows.Count > 0 ? header : null, sheet.Rows.Count > 0 ? header + (uint)sheet.Rows.Count : header - 1);

        var data = new Xl.SheetData();
        var links = new Xl.Hyperlinks();
        Append([[sheet.Title]], 1, _ => CellStyle.Title, wraps: false);
        // A line runs on over the columns beside it; where there are none, it is wrapped.
        var alone = sheet.Columns.Count == 1;
        Append(above.Select(cell => new[] { cell }), 2, _ => alone ? CellStyle.Text : CellStyle.Plain, wraps: alone);
        if (place.Header is not null)
        {
            Append([[.. sheet.Columns.Select(c => (Cell)c.Name)]], header, i => sheet.Rows.Any(r => r[i] is Cell.Number) ? CellStyle.NumberHeading : CellStyle.Heading, wraps: true);
            Append(sheet.Rows, header + 1, _ => CellStyle.Text, wraps: true);
        }
        // In the order that the schema of a worksheet wants.
        part.Worksheet = new(new Xl.SheetProperties(new Xl.PageSetupProperties { FitToPage = true }), new Xl.SheetDimension { Reference = place.Range }, new Xl.SheetViews(View(place, id == 1)), new Xl.SheetFormatProperties { DefaultRowHeight = RowHeight.Line }, Widths(sheet), data);
        if (links.HasChildren)
            part.Worksheet.Append(links);
        part.Worksheet.Append(
            new Xl.PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new Xl.PageSetup { PaperSize = sheet.Columns.Sum(c => c.Width) > WidestOnA4 ? A3 : A4, Orientation = Xl.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new Xl.HeaderFooter(new Xl.OddFooter("&L&A&RPage &P of &N")),
            // A period such as 2010 is a text on purpose: Excel need not mark it as a mistake.
            new Xl.IgnoredErrors(new Xl.IgnoredError { SequenceOfReferences = new ListValue<StringValue>([place.Range]), NumberStoredAsText = true }));
        if (place.Header is not null)
        {
            TablePart.Write(part.AddNewPart<TableDefinitionPart>("rId1"), sheet, place, id);
            part.Worksheet.Append(new Xl.TableParts(new Xl.TablePart { Id = "rId1" }) { Count = 1 });
        }
        return place;

        void Append(IEnumerable<IReadOnlyList<Cell>> rows, uint at, Func<int, uint> style, bool wraps)
        {
            foreach (var cells in rows)
            {
                var height = at == 1 ? RowHeight.Title : wraps ? RowHeight.Of(cells.Select((cell, i) => (CellWriter.Shown(cell), sheet.Columns[i].Width))) : RowHeight.Line;
                data.Append(new Xl.Row(cells.Select((cell, i) => CellWriter.Of(SheetPlace.Reference(i, at), cell, style(i)))) { RowIndex = at, Height = height });
                links.Append(cells.SelectMany((cell, i) => cell is Cell.Link link
                    ? [new Xl.Hyperlink { Reference = SheetPlace.Reference(i, at), Location = $"{SheetPlace.Quoted(link.Sheet)}!A1", Display = CellWriter.Held(link.Value) }]
                    : Array.Empty<Xl.Hyperlink>()));
                at++;
            }
        }
    }

    // The cover is no table to scroll through: frozen, its many lines would leave no room on a small or magnified screen.
    private static Xl.SheetView View(SheetPlace place, bool isCover)
    {
        var view = new Xl.SheetView { WorkbookViewId = 0, TabSelected = isCover ? true : null };
        if (!isCover && place.Header is { } header)
        {
            view.Append(
                new Xl.Pane { VerticalSplit = header, TopLeftCell = SheetPlace.Reference(0, header + 1), ActivePane = Xl.PaneValues.BottomLeft, State = Xl.PaneStateValues.Frozen },
                new Xl.Selection { Pane = Xl.PaneValues.BottomLeft, ActiveCell = "A1", SequenceOfReferences = new ListValue<StringValue>(["A1"]) });
        }
        return view;
    }

    private static Xl.Columns Widths(Sheet sheet) =>
        new(sheet.Columns.Select((c, i) => new Xl.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true }));
}
