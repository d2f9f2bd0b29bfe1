using System.IO.Packaging;
using System.Xml;
using ChildrensTrust.Pipeline.Reports.Excel.Sheets;
using ChildrensTrust.Pipeline.Reports.Office;
using ChildrensTrust.Pipeline.Snapshots;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>
/// Writes comparison.xlsx by the Government Analysis Function's rules for accessible spreadsheets: contents,
/// numbered notes, one table a sheet that begins in its first column, no merged or blank cell inside a table.
/// </summary>
internal static class WorkbookReport
{
    private static readonly ConstantPart Styles = new(CellStyle.Build());

    /// <summary>Writes the workbook. The same snapshot gives the same bytes.</summary>
    public static BinaryData Write(Snapshot snapshot)
    {
        var sheets = Sheets(snapshot);
        var contents = new Dictionary<Uri, Action<XmlWriter>>();
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            // It is packed again below, which is when it is made small.
            book.CompressionOption = CompressionOption.NotCompressed;
            // Every relation is named here, because the library would choose its name at random.
            var part = book.AddNewPart<WorkbookPart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "rId1"
            );
            CoreProperties.Write(
                book.AddNewPart<CoreFilePropertiesPart>(
                    "application/vnd.openxmlformats-package.core-properties+xml",
                    "rId2"
                ),
                snapshot,
                SummarySheet.Title(snapshot)
            );
            Styles.WriteTo(part.AddNewPart<WorkbookStylesPart>("styles"));
            var list = new Xl.Sheets();
            var names = new Xl.DefinedNames();
            for (var i = 0; i < sheets.Count; i++)
            {
                var (sheet, place, id, relation) = (sheets[i], SheetPlace.For(sheets[i]), (uint)i + 1, $"sheet{i + 1}");
                var worksheet = part.AddNewPart<WorksheetPart>(relation);
                if (place.Header is not null)
                    TablePart.Write(worksheet.AddNewPart<TableDefinitionPart>(SheetWriter.Table), sheet, place, id);
                if (sheet.Charts.Count > 0)
                    ChartsPart.Write(worksheet, sheet);
                contents.Add(worksheet.Uri, to => SheetWriter.Write(to, sheet, place));
                list.Append(
                    new Xl.Sheet
                    {
                        Name = place.Name,
                        SheetId = id,
                        Id = relation,
                    }
                );
                names.Append(new Xl.DefinedName(place.PrintArea) { Name = "_xlnm.Print_Area", LocalSheetId = (uint)i });
                if (place.Header is not null)
                    names.Append(
                        new Xl.DefinedName(place.PrintTitles) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i }
                    );
            }
            part.Workbook = new(new Xl.BookViews(new Xl.WorkbookView { ActiveTab = 0 }), list, names);
        }
        return ReproduciblePackage.Create(file, contents);
    }

    private static List<Sheet> Sheets(Snapshot snapshot)
    {
        var notes = new NoteList(snapshot);
        List<Sheet> sheets =
        [
            SummarySheet.Create(snapshot),
            NotesSheet.Create(notes),
            ComparisonSheet.Create(snapshot, notes),
            .. ChartsSheet.Create(snapshot),
            NeighboursSheet.Create(snapshot),
            StatisticsSheet.Create(snapshot, notes),
            WorseSheet.Create(snapshot),
            ChangesSheet.Create(snapshot),
            HistorySheet.Create(snapshot),
            LocalitiesSheet.Create(snapshot, notes),
            KeyActionsSheet.Create(snapshot),
            SourcesSheet.Create(snapshot),
            QualitySheet.Create(snapshot),
            NextFiguresSheet.Create(snapshot),
        ];
        return
        [
            .. sheets.Take(1).Select(Leading),
            ContentsSheet.Create(snapshot, sheets),
            .. sheets.Skip(1).Where(s => s.HasContent).Select(Leading),
        ];
    }

    private static Sheet Leading(Sheet sheet) => sheet with { Back = ContentsSheet.Name };
}
