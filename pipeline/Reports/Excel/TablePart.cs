using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>Marks a range as a table, so that a screen reader says its headings, a program finds it by
/// name, and a reader filters it.</summary>
internal static class TablePart
{
    /// <summary>Writes the table of a sheet.</summary>
    /// <param name="id">The table's number in the workbook.</param>
    public static void Write(TableDefinitionPart part, Sheet sheet, SheetPlace place, uint id)
    {
        var name = sheet.Name.Replace(' ', '_').ToLower(CultureInfo.InvariantCulture);
        part.Table = new(
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
            Id = id,
            Name = name,
            DisplayName = name,
            Reference = place.Table,
            HeaderRowCount = 1,
            TotalsRowShown = false,
        };
    }
}
