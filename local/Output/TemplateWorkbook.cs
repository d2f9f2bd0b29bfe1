using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Own;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Local.Output;

/// <summary>Writes a template as an Excel workbook: an empty table to fill in, a sheet that says what each column
/// holds, and the indicators.</summary>
internal static class TemplateWorkbook
{
    public static void Write(string path, Feed feed, IndicatorCatalogue catalogue)
    {
        var columns = Template.Columns(feed)!;
        using var book = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var part = book.AddWorkbookPart();
        var sheets = new Sheets();
        part.Workbook = new Workbook(sheets);
        Add(
            part,
            sheets,
            "Data",
            [
                [.. columns.Select(c => c.Name)],
            ]
        );
        Add(
            part,
            sheets,
            "Columns",
            [
                ["Column", "What it holds", "Example"],
                .. columns.Select(c => new[] { c.Name, c.About, c.Example }),
            ]
        );
        if (feed == Feed.Local)
            Add(
                part,
                sheets,
                "Indicators",
                [
                    ["Id", "Name", "Unit"],
                    .. Template.Indicators(catalogue).Select(i => new[] { i.Id, i.Name, i.Unit }),
                ]
            );
        part.Workbook.Save();
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, IEnumerable<string[]> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (var row in rows)
            data.Append(
                new Row(
                    row.Select(text => new Cell
                    {
                        DataType = CellValues.InlineString,
                        InlineString = new InlineString(new Text(text)),
                    })
                )
            );
        var widths = new DocumentFormat.OpenXml.Spreadsheet.Columns(
            new Column
            {
                Min = 1,
                Max = 20,
                Width = 28,
                CustomWidth = true,
            }
        );
        part.Worksheet = new Worksheet(widths, data);
        sheets.Append(
            new Sheet
            {
                Id = book.GetIdOfPart(part),
                SheetId = (uint)sheets.ChildElements.Count + 1,
                Name = name,
            }
        );
    }
}
