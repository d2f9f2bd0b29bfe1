using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>Each neighbour's figure of each indicator, and why one is missing.</summary>
internal static class NeighboursSheet
{
    private sealed record Item(
        ReportLine Line,
        SnapshotNeighbour Neighbour,
        SnapshotNeighbourFigure? Figure,
        MissingReason? Reason
    );

    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            "Similar councils",
            $"The figure of each similar council of {snapshot.Area.Name}",
            [
                snapshot.NeighbourSet is { } set
                    ? $"The similar councils (statistical neighbours) in force since {PlaceText.Date(set.From)}, in "
                        + $"the order in which their publisher lists them.{PlaceText.NewerSets(snapshot)}"
                    : "",
                NotesSheet.Hint,
            ],
            snapshot.NeighbourSet is null
                ? "No set of similar councils (statistical neighbours) was in force on the as-at date."
                : "No indicator has a figure to compare with similar councils."
        ).Table(
            Items(snapshot),
            new Column<Item>("Indicator", 38, i => i.Line.Row.Name),
            new("Area compared", 20, i => i.Line.Area),
            new("Unit", 14, i => LineCells.Unit(i.Line)),
            new("Similar council", 24, i => i.Neighbour.Name),
            new("Code", 14, i => i.Neighbour.Code),
            new("Closeness", 17, i => Cell.Words(i.Neighbour.Closeness, "not stated")),
            new("Figure", 12, i => Cell.Figure(i.Figure?.Value, i.Line.Decimals, Marker.For(i.Reason))),
            new(
                "Period",
                22,
                i => Cell.Words(i.Figure is null ? null : i.Line.Place.Neighbours!.Period, Marker.For(i.Reason))
            ),
            new(
                "Status",
                11,
                i => i.Figure is { } f ? Marker.Status(f.Status, false) : new Cell.Blank(Marker.For(i.Reason))
            ),
            new("Why it is missing", 22, i => Cell.Words(i.Reason?.Words(), "not missing")),
            new("File", 44, i => Cell.Words(i.Figure?.Source.File, Marker.NotApplicable)),
            new("Row", 9, i => Cell.Count(i.Figure?.Source.Row, Marker.NotApplicable)),
            new("Column", 26, i => Cell.Words(i.Figure?.Source.ColumnAndRow, Marker.NotApplicable))
        );

    private static IEnumerable<Item> Items(Snapshot snapshot) =>
        from line in ReportLine.All(snapshot)
        let average = line.Place.Neighbours
        where average is not null
        from neighbour in snapshot.NeighbourSet?.Members ?? []
        let figure = average.Figures.FirstOrDefault(f => f.Code == neighbour.Code)
        select new Item(
            line,
            neighbour,
            figure,
            figure is null
                ? average.Absent.FirstOrDefault(a => a.Code == neighbour.Code)?.Reason ?? MissingReason.NotInRelease
                : null
        );
}
