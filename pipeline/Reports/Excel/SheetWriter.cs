using System.Globalization;
using System.Xml;
using ChildrensTrust.Pipeline.Reports.Excel.Sheets;
using DocumentFormat.OpenXml;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>
/// Writes one sheet: the title in A1, a line a row below it, the way back, then the table as a table, its header frozen
/// and repeated on paper. Its thousands of cells are written one after another and never kept as a tree.
/// </summary>
internal static class SheetWriter
{
    /// <summary>The sheet's name for the part that holds its table.</summary>
    public const string Table = "rId1";

    /// <summary>The namespace of everything in a sheet.</summary>
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The prefix that stands for it, the library's own.</summary>
    public const string Prefix = "x";

    private const double WidestOnA4 = 190;
    private const uint A3 = 8;
    private const uint A4 = 9;

    /// <summary>Writes it.</summary>
    public static void Write(XmlWriter to, Sheet sheet, SheetPlace place)
    {
        // In the order that the schema of a worksheet wants.
        to.WriteStartElement(Prefix, "worksheet", Namespace);
        Write(
            to,
            new Xl.SheetProperties(new Xl.PageSetupProperties { FitToPage = true }),
            new Xl.SheetDimension { Reference = place.Range },
            new Xl.SheetViews(View(sheet, place)),
            new Xl.SheetFormatProperties { DefaultRowHeight = RowHeight.Line },
            Widths(sheet)
        );
        var links = new Xl.Hyperlinks();
        var rows = new RowTarget(to, sheet, links);
        to.WriteStartElement(Prefix, "sheetData", Namespace);
        Rows(
            rows,
            [
                [sheet.Title],
            ],
            1,
            _ => CellStyle.Title,
            wraps: false
        );
        // A line runs on over the columns beside it; where there are none, it is wrapped.
        var alone = sheet.Columns.Count == 1;
        Rows(
            rows,
            sheet.Above.Select(cell => new[] { cell }),
            2,
            _ => alone ? CellStyle.Text : CellStyle.Plain,
            wraps: alone
        );
        if (place.Header is { } header)
        {
            Rows(
                rows,
                [
                    [.. sheet.Columns.Select(c => (Cell)c.Name)],
                ],
                header,
                i => sheet.Rows.Any(r => r[i] is Cell.Number) ? CellStyle.NumberHeading : CellStyle.Heading,
                wraps: true
            );
            Rows(rows, sheet.Rows, header + 1, _ => CellStyle.Text, wraps: true);
        }
        to.WriteEndElement();
        if (links.HasChildren)
            links.WriteTo(to);
        Write(
            to,
            new Xl.PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.5,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            },
            new Xl.PageSetup
            {
                PaperSize = sheet.Width > WidestOnA4 ? A3 : A4,
                Orientation = Xl.OrientationValues.Landscape,
                // Each area of a sheet has pages of its own.
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new Xl.HeaderFooter(new Xl.OddFooter("&L&A&RPage &P of &N"))
        );
        if (sheet.Charts.Count > 0)
            ChartsPart.Breaks(sheet).WriteTo(to);
        Write(
            to,
            // A period such as 2010 is a text on purpose: Excel need not mark it as a mistake.
            new Xl.IgnoredErrors(
                new Xl.IgnoredError
                {
                    SequenceOfReferences = new ListValue<StringValue>([place.Range]),
                    NumberStoredAsText = true,
                }
            )
        );
        if (sheet.Charts.Count > 0)
            new Xl.Drawing { Id = ChartsPart.Relation }.WriteTo(to);
        if (place.Header is not null)
            new Xl.TableParts(new Xl.TablePart { Id = Table }) { Count = 1 }.WriteTo(to);
        to.WriteEndElement();
    }

    private static void Write(XmlWriter to, params ReadOnlySpan<OpenXmlElement> elements)
    {
        foreach (var element in elements)
            element.WriteTo(to);
    }

    private sealed record RowTarget(XmlWriter To, Sheet Sheet, Xl.Hyperlinks Links);

    private static void Rows(
        RowTarget target,
        IEnumerable<IReadOnlyList<Cell>> rows,
        uint at,
        Func<int, uint> style,
        bool wraps
    )
    {
        var (to, sheet, links) = target;
        foreach (var cells in rows)
        {
            var isHeading = cells is [Cell.Heading];
            var height =
                at == 1 ? RowHeight.Title
                : isHeading ? RowHeight.Section
                : wraps
                    ? RowHeight.Calculate(cells.Select((cell, i) => (CellWriter.Shown(cell), sheet.Columns[i].Width)))
                : RowHeight.Line;
            to.WriteStartElement(Prefix, "row", Namespace);
            to.WriteAttributeString("r", at.ToString(CultureInfo.InvariantCulture));
            to.WriteAttributeString("ht", height.ToString(CultureInfo.InvariantCulture));
            // Higher than its text needs: a program would make it lower.
            if (isHeading)
                to.WriteAttributeString("customHeight", "1");
            for (var i = 0; i < cells.Count; i++)
            {
                var reference = SheetPlace.Reference(i, at);
                CellWriter.Write(to, reference, cells[i], style(i));
                if (cells[i] is Cell.Link link)
                    links.Append(
                        new Xl.Hyperlink
                        {
                            Reference = reference,
                            Location = $"{SheetPlace.Quoted(link.Sheet)}!A1",
                            Display = CellWriter.Held(link.Value),
                        }
                    );
            }
            to.WriteEndElement();
            at++;
        }
    }

    private static Xl.SheetView View(Sheet sheet, SheetPlace place)
    {
        var view = new Xl.SheetView { WorkbookViewId = 0, TabSelected = sheet.Name == SummarySheet.Name ? true : null };
        if (sheet.IsFrozen && place.Header is { } header)
        {
            // A wide table moves sideways, and its rows must still say what they are about.
            var columns = sheet.IsTwoPagesWide ? sheet.Repeated : 0;
            var pane = columns > 0 ? Xl.PaneValues.BottomRight : Xl.PaneValues.BottomLeft;
            view.Append(
                new Xl.Pane
                {
                    HorizontalSplit = columns > 0 ? columns : null,
                    VerticalSplit = header,
                    TopLeftCell = SheetPlace.Reference(columns, header + 1),
                    ActivePane = pane,
                    State = Xl.PaneStateValues.Frozen,
                },
                new Xl.Selection
                {
                    Pane = pane,
                    ActiveCell = "A1",
                    SequenceOfReferences = new ListValue<StringValue>(["A1"]),
                }
            );
        }
        return view;
    }

    private static Xl.Columns Widths(Sheet sheet) =>
        new(
            sheet.Columns.Select(
                (c, i) =>
                    new Xl.Column
                    {
                        Min = (uint)i + 1,
                        Max = (uint)i + 1,
                        Width = c.Width,
                        CustomWidth = true,
                    }
            )
        );
}
