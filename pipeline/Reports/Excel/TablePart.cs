using System.Globalization;
using ChildrensTrust.Pipeline.Reports.Office;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>Marks a range as a table, so that a screen reader says its headings, a program finds it by
/// name, and a reader filters it.</summary>
internal static class TablePart
{
    /// <summary>The table of a sheet.</summary>
    /// <param name="number">The sheet's number in the workbook, which is the table's too.</param>
    public static OfficePart Of(Sheet sheet, SheetPlace place, uint number) =>
        new(
            PartKind.Table,
            $"xl/tables/table{number}.xml",
            SheetWriter.Table,
            to => Table(sheet, place, number).WriteTo(to)
        );

    private static Xl.Table Table(Sheet sheet, SheetPlace place, uint number)
    {
        var name = sheet.Name.Replace(' ', '_').ToLower(CultureInfo.InvariantCulture);
        return new(
            new Xl.AutoFilter { Reference = place.Table },
            new Xl.TableColumns(
                sheet.Columns.Select((c, i) => new Xl.TableColumn { Id = (uint)i + 1, Name = CellWriter.Held(c.Name) })
            )
            {
                Count = (uint)sheet.Columns.Count,
            },
            new Xl.TableStyleInfo
            {
                Name = "TableStyleLight1",
                ShowFirstColumn = false,
                ShowLastColumn = false,
                ShowRowStripes = false,
                ShowColumnStripes = false,
            }
        )
        {
            Id = number,
            Name = name,
            DisplayName = name,
            Reference = place.Table,
            HeaderRowCount = 1,
            TotalsRowShown = false,
        };
    }
}
