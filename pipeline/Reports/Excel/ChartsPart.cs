using System.Globalization;
using ChildrensTrust.Pipeline.Reports.Office;
using ChildrensTrust.Pipeline.Reports.Office.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Place = DocumentFormat.OpenXml.Drawing.Spreadsheet;
using Xl = DocumentFormat.OpenXml.Spreadsheet;
using XmlWriter = System.Xml.XmlWriter;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>Writes the charts of a sheet below its lines: two beside each other.</summary>
internal static class ChartsPart
{
    /// <summary>The sheet's name for the part that places its charts.</summary>
    public const string Relation = "charts";

    private const int Beside = 2;

    // In columns of the sheet: a program that fits a sheet to a page does not do it with one wide column.
    private const int Columns = 4;
    private const int APage = 2;

    // A chart's height in rows, and with the room below it.
    private const int Rows = 14;
    private const int Step = Rows + 1;

    // In EMU, of which 12700 are a point.
    private const long Width = 5_600_000;
    private const long Height = (long)(Rows * RowHeight.Line * 12_700);

    /// <summary>The columns of a sheet of charts: together a little wider than the charts.</summary>
    public static IReadOnlyList<(string Name, double Width)> SheetColumns { get; } =
    [.. Enumerable.Range(1, Beside * Columns).Select(i => ($"Column {i}", 17d))];

    /// <summary>How many rows the charts of a sheet take.</summary>
    public static int RowsOf(Sheet sheet) => (sheet.Charts.Count + Beside - 1) / Beside * Step;

    /// <summary>The part that places a sheet's charts, with the parts that hold them.</summary>
    /// <param name="number">The sheet's number in the workbook.</param>
    public static OfficePart Of(Sheet sheet, uint number)
    {
        var charts = sheet
            .Charts.Index()
            .Where(c => c.Item is not null)
            .Select(c => (c.Index, Chart: c.Item!))
            .ToList();
        return new(PartKind.Drawing, $"xl/drawings/drawing{number}.xml", Relation, to => Write(to, sheet, charts))
        {
            Parts =
            [
                .. charts.Select(c =>
                    ChartSpace.Part(c.Chart, $"xl/drawings/charts/chart{number}-{c.Index + 1}.xml", Chart(c.Index))
                ),
            ],
        };
    }

    private static void Write(XmlWriter to, Sheet sheet, IEnumerable<(int Index, OfficeChart Chart)> charts)
    {
        var first = sheet.Above.Count + 1;
        new Place.WorksheetDrawing(
            charts.Select(c => Anchor(c.Chart, c.Index, first + (c.Index / Beside * Step)))
        ).WriteTo(to);
    }

    /// <summary>Where a new page begins in print, so that no chart is cut.</summary>
    public static Xl.RowBreaks Breaks(Sheet sheet)
    {
        var breaks = new Xl.RowBreaks();
        for (var rows = Step * APage; rows < RowsOf(sheet); rows += Step * APage)
            breaks.Append(
                new Xl.Break
                {
                    Id = (uint)(sheet.Above.Count + 1 + rows),
                    Max = 16_383,
                    ManualPageBreak = true,
                }
            );
        (breaks.Count, breaks.ManualBreakCount) = ((uint)breaks.ChildElements.Count, (uint)breaks.ChildElements.Count);
        return breaks;
    }

    private static Place.OneCellAnchor Anchor(OfficeChart chart, int index, int row) =>
        new(
            new Place.FromMarker(
                new Place.ColumnId(Text(index % Beside * Columns)),
                new Place.ColumnOffset("0"),
                new Place.RowId(Text(row)),
                new Place.RowOffset("0")
            ),
            new Place.Extent { Cx = Width, Cy = Height },
            new Place.GraphicFrame(
                new Place.NonVisualGraphicFrameProperties(
                    new Place.NonVisualDrawingProperties
                    {
                        Id = (uint)index + 2,
                        Name = $"Chart {index + 1}",
                        Description = XmlText.Clean(chart.Description),
                    },
                    new Place.NonVisualGraphicFrameDrawingProperties()
                ),
                new Place.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(
                    new A.GraphicData(new C.ChartReference { Id = Chart(index) })
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                    }
                )
            )
            {
                Macro = "",
            },
            new Place.ClientData()
        );

    private static string Chart(int index) => $"chart{index + 1}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
