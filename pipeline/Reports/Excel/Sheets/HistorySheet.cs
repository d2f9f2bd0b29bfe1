using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The figures over time.</summary>
internal static class HistorySheet
{
    private sealed record Item(ReportLine Line, HistoryPoint Point);

    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            "Figures over time",
            $"{snapshot.Area.Name}, England and similar councils’ average over time",
            ["Figures before and after a break in the series cannot be compared.", NotesSheet.Hint],
            "No indicator has figures of more than one period."
        ).Table(
            ReportLine.All(snapshot).SelectMany(l => l.Place.History.Select(point => new Item(l, point))),
            new Column<Item>("Indicator", 38, i => i.Line.Row.Name),
            new("Area", 20, i => i.Line.Area),
            new("Unit", 14, i => LineCells.Unit(i.Line)),
            new("Period", 22, i => i.Point.Period),
            new("Figure", 12, i => Cell.Figure(i.Point.Local, i.Line.Decimals)),
            new("England figure", 12, i => Cell.Figure(i.Point.National, i.Line.Decimals)),
            new("Similar councils’ average", 13, i => Cell.Figure(i.Point.Neighbours, i.Line.Decimals)),
            new("Break before this period", 54, i => i.Point.Break is null ? "none" : $"{Marker.Break} {i.Point.Break}")
        );
}
