using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Own;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Local.Output;

/// <summary>Writes a template as an Excel workbook: a table to fill in with an example row, a sheet that says what
/// each column holds, and the indicators. The column of the periods is formatted as text, so that Excel makes no date
/// of 2011/12.</summary>
internal static class TemplateWorkbook
{
    private const string Period = "period";
    private const uint TextFormat = 49;
    private const uint TextStyle = 1;
    private const int Narrowest = 12;
    private const int Widest = 80;

    public static void Write(string path, Feed feed, IndicatorCatalogue catalogue)
    {
        var columns = Template.Columns(feed)!;
        using var book = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var part = book.AddWorkbookPart();
        var sheets = new Sheets();
        part.Workbook = new Workbook(sheets);
        part.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        Add(
            part,
            sheets,
            "Data",
            [
                [.. columns.Select(c => c.Name)],
                [.. Template.ExampleRow(feed)!],
            ],
            textColumn: columns.Select(c => c.Name).ToList().IndexOf(Period)
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
                    ["Id", "Name", "Unit", "year_type"],
                    .. Template.Indicators(catalogue).Select(i => new[] { i.Id, i.Name, i.Unit, i.YearTypes }),
                ]
            );
        part.Workbook.Save();
    }

    // The parts that Excel needs, and a style for text.
    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font()),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true })
        );

    private static void Add(
        WorkbookPart book,
        Sheets sheets,
        string name,
        IReadOnlyList<string[]> rows,
        int textColumn = -1
    )
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (var row in rows)
            data.Append(
                new Row(
                    row.Select(
                        (text, column) =>
                            new Cell
                            {
                                StyleIndex = column == textColumn ? TextStyle : 0,
                                DataType = CellValues.InlineString,
                                InlineString = new InlineString(new Text(text)),
                            }
                    )
                )
            );
        var widths = new DocumentFormat.OpenXml.Spreadsheet.Columns(
            Enumerable
                .Range(0, rows[0].Length)
                .Select(i => new Column
                {
                    Min = (uint)i + 1,
                    Max = (uint)i + 1,
                    Width = Math.Clamp(rows.Max(row => row[i].Length) + 2, Narrowest, Widest),
                    CustomWidth = true,
                    Style = i == textColumn ? TextStyle : 0,
                })
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
