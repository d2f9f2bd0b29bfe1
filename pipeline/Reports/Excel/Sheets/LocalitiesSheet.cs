using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The districts of the county, where a release carries them.</summary>
internal static class LocalitiesSheet
{
    private sealed record Item(SnapshotRow Row, SnapshotPart Part)
    {
        public ReportLine Line => new(Row, Part, Part.Code, Part.Name, 1);

        public SnapshotComparator? County => Part.Comparators.FirstOrDefault(c => c.Id == Comparator.County);
    }

    public static Sheet Create(Snapshot snapshot, NoteList notes) =>
        new SheetText(
            "Localities",
            $"The districts of {snapshot.Area.Name}",
            [
                "Each district is compared with England and with the county, and ranked among the districts (1 "
                    + "is the best).",
                NotesSheet.Hint,
            ],
            "No release that was used carries figures for districts."
        ).Table(
            ReportLine
                .InOrder(snapshot, snapshot.Rows, r => r.Indicator)
                .SelectMany(r => r.Localities.Select(part => new Item(r, part))),
            new Column<Item>("Indicator", 38, i => i.Row.Name),
            new("District", 20, i => i.Part.Name),
            new("District code", 14, i => i.Part.Code),
            new("Unit", 14, i => LineCells.Unit(i.Row.Unit)),
            new("Figure", 12, i => LineCells.Local(i.Line)),
            new("Period", 22, i => LineCells.Period(i.Line)),
            new("Status", 12, i => LineCells.Status(i.Line)),
            new("England figure", 12, i => LineCells.England(i.Line)),
            new("Compared with England", 17, i => i.Part.VersusNational.Words()),
            new("County figure", 12, i => Cell.Figure(i.County?.Value, i.Line.Decimals)),
            new("Compared with the county", 17, i => (i.County?.Versus ?? Verdict.NoComparison).Words()),
            new("Rank", 9, i => Cell.Count(i.Part.Rank?.Rank)),
            new("Districts ranked", 12, i => Cell.Count(i.Part.Rank?.Of)),
            new("Notes", 24, i => Cell.Words(notes.Signs(i.Part.Notes)))
        );
}
