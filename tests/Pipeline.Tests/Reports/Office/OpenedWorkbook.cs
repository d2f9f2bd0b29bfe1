using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Place = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace ChildrensTrust.Pipeline.Tests.Reports.Office;

/// <summary>A workbook as a program that knows nothing of ours reads it.</summary>
internal sealed class OpenedWorkbook : IDisposable
{
    private readonly SpreadsheetDocument _book;

    public OpenedWorkbook(BinaryData file) => _book = SpreadsheetDocument.Open(file.ToStream(), isEditable: false);

    public WorkbookPart Part => _book.WorkbookPart!;

    public IReadOnlyList<string> Names =>
        [.. Part.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!)];

    public IReadOnlyList<string> Faults =>
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(_book)
                .Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"),
        ];

    public (string? Title, string? Language) Properties =>
        (_book.PackageProperties.Title, _book.PackageProperties.Language);

    public WorksheetPart Sheet(string name) =>
        (WorksheetPart)
            Part.GetPartById(
                Part
                    .Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                    .Single(s => s.Name == name)
                    .Id!
            );

    /// <summary>The charts in their order on their sheet, each with its text alternative and the column and row where it
    /// begins; none where there is no such sheet.</summary>
    public IReadOnlyList<(string Alternative, OpenedChart Chart, int Column, int Row)> Charts =>
        !Names.Contains("Charts")
            ? []
            :
            [
                .. Sheet("Charts")
                    .DrawingsPart!.WorksheetDrawing.Elements<Place.OneCellAnchor>()
                    .Select(a =>
                        (
                            a.Descendants<Place.NonVisualDrawingProperties>().Single().Description!.Value!,
                            new OpenedChart(
                                (ChartPart)
                                    Sheet("Charts")
                                        .DrawingsPart!.GetPartById(a.Descendants<C.ChartReference>().Single().Id!)
                            ),
                            Of(a.FromMarker!.ColumnId!),
                            Of(a.FromMarker!.RowId!)
                        )
                    ),
            ];

    private static int Of(DocumentFormat.OpenXml.OpenXmlLeafTextElement number) =>
        int.Parse(number.Text, CultureInfo.InvariantCulture);

    /// <summary>Each row below the header, by the names of the columns.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string name)
    {
        var rows = Rows(name);
        var header = Header(name);
        return header < 0
            ? []
            : [.. rows.Skip(header + 1).Select(r => rows[header].Zip(r).ToDictionary(p => p.First, p => p.Second))];
    }

    /// <summary>The row of the table's header, from 0; -1 for no table.</summary>
    public int Header(string name) =>
        Sheet(name).TableDefinitionParts.SingleOrDefault()?.Table.Reference?.Value is { } range
            ? int.Parse(range[1..range.IndexOf(':', StringComparison.Ordinal)], CultureInfo.InvariantCulture) - 1
            : -1;

    public List<List<string>> Rows(string name) =>
        [.. Sheet(name).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(Text).ToList())];

    /// <summary>The format of the first cell of a sheet that holds this text or number.</summary>
    public string FormatOf(string sheet, string text)
    {
        var cell = Sheet(sheet).Worksheet.Descendants<Cell>().First(c => Text(c) == text);
        var styles = Part.WorkbookStylesPart!.Stylesheet;
        var look = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        return styles
            .NumberingFormats!.Elements<NumberingFormat>()
            .Single(f => f.NumberFormatId! == look.NumberFormatId!)
            .FormatCode!.Value!;
    }

    public static string Text(Cell cell) =>
        cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.InnerText : cell.CellValue!.Text;

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public void Dispose() => _book.Dispose();
}
