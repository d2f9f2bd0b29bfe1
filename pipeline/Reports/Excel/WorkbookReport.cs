using System.Xml;
using ChildrensTrust.Pipeline.Reports.Excel.Sheets;
using ChildrensTrust.Pipeline.Reports.Office;
using ChildrensTrust.Pipeline.Snapshots;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>
/// Writes comparison.xlsx by the Government Analysis Function's rules for accessible spreadsheets: contents,
/// numbered notes, one table a sheet that begins in its first column, no merged or blank cell inside a table.
/// </summary>
internal static class WorkbookReport
{
    private static readonly ConstantPart Styles = new(CellStyle.Build());

    private sealed record Numbered(Sheet Sheet, SheetPlace Place, uint Number)
    {
        public string Relation => $"sheet{Number}";
    }

    /// <summary>Writes the workbook. The same snapshot gives the same bytes.</summary>
    public static BinaryData Write(Snapshot snapshot)
    {
        var sheets = Sheets(snapshot).Select((s, i) => new Numbered(s, SheetPlace.For(s), (uint)i + 1)).ToList();
        return OfficePackage.Create(
            new OfficePart(PartKind.Workbook, "xl/workbook.xml", "workbook", Book(sheets).WriteTo)
            {
                Parts =
                [
                    new(PartKind.WorkbookStyles, "xl/styles.xml", "styles", Styles.WriteTo),
                    .. sheets.Select(Part),
                ],
            },
            CoreProperties.Of(snapshot, SummarySheet.Title(snapshot))
        );
    }

    private static OfficePart Part(Numbered one)
    {
        var (sheet, place, number) = one;
        return new(
            PartKind.Worksheet,
            $"xl/worksheets/{one.Relation}.xml",
            one.Relation,
            to => SheetWriter.Write(to, sheet, place)
        )
        {
            Parts =
            [
                .. place.Header is null ? Array.Empty<OfficePart>() : [TablePart.Of(sheet, place, number)],
                .. sheet.Charts.Count == 0 ? Array.Empty<OfficePart>() : [ChartsPart.Of(sheet, number)],
            ],
        };
    }

    private static Xl.Workbook Book(List<Numbered> sheets) =>
        new(
            new Xl.BookViews(new Xl.WorkbookView { ActiveTab = 0 }),
            new Xl.Sheets(
                sheets.Select(s => new Xl.Sheet
                {
                    Name = s.Place.Name,
                    SheetId = s.Number,
                    Id = s.Relation,
                })
            ),
            new Xl.DefinedNames(sheets.SelectMany(Names))
        );

    private static IEnumerable<Xl.DefinedName> Names(Numbered one)
    {
        var (place, index) = (one.Place, one.Number - 1);
        yield return new(place.PrintArea) { Name = "_xlnm.Print_Area", LocalSheetId = index };
        if (place.Header is not null)
            yield return new(place.PrintTitles) { Name = "_xlnm.Print_Titles", LocalSheetId = index };
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
