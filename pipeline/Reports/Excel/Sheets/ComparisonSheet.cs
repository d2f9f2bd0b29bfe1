using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The comparison itself: a row an indicator, or an area that it is measured over.</summary>
internal static class ComparisonSheet
{
    public const string Name = "Comparison";

    public static Sheet Create(Snapshot snapshot, NoteList notes)
    {
        var area = snapshot.Area.Name;
        return new SheetText(
            Name,
            $"{area} compared with England and similar councils",
            [
                "Figures are as published; the cells show them rounded. “Exceeds” means better than, "
                    + "whether high or low is good.",
                $"Where an indicator is measured over several areas, a row for {area} gives the verdict over all "
                    + "of them and each area has a row of its own.",
                NotesSheet.Hint,
            ],
            "The catalogue reports no indicator on this date."
        ).Table(
            ReportLine.All(snapshot),
            new("Priority", 12, l => Cell.Words(l.Row.Priority)),
            new("Indicator", 38, l => l.Row.Name),
            new("Area", 21, l => l.Area),
            new("Unit", 12, LineCells.Unit),
            new("Is high or low good?", 13, l => PlaceText.GoodIs(l.Row.Polarity)),
            new($"{area} figure", 17, LineCells.Local),
            new($"{area} period", 22, LineCells.Period),
            new($"{area} status", 17, LineCells.Status),
            new(
                "Council’s own later figure",
                12,
                l => Cell.Figure(l.Place.Return?.Value, l.Decimals, Marker.NotApplicable)
            ),
            new("Period of own later figure", 14, l => Cell.Words(l.Place.Return?.Period, Marker.NotApplicable)),
            new(
                "Status of own later figure",
                11,
                l => LineCells.Status(l, l.Place.Return?.Value, l.Place.Return?.Status)
            ),
            new("Previous figure", 11, l => Cell.Figure(l.Place.Previous?.Value, l.Decimals, LineCells.Missing(l))),
            new("Previous period", 22, l => Cell.Words(l.Place.Previous?.Period, LineCells.Missing(l))),
            new("Previous status", 11, l => LineCells.Status(l, l.Place.Previous?.Value, l.Place.Previous?.Status)),
            new("Change", 11, l => Cell.Change(l.Place.Change, l.Decimals, LineCells.Missing(l))),
            new("Direction", 13, l => Cell.Words(l.Movement?.Words(), LineCells.Missing(l))),
            new("England figure", 11, LineCells.England),
            new("England period", 22, l => Cell.Words(l.Place.National?.Period, LineCells.Missing(l))),
            new(
                "England status",
                11,
                l =>
                    l.Place.National is { } n
                        ? Marker.Status(n.Status, LineCells.IsRevised(l, "national"))
                        : new Cell.Blank(LineCells.Missing(l))
            ),
            new(
                "Similar councils’ average",
                14,
                l => Cell.Figure(l.Place.Neighbours?.Shown, l.Decimals, LineCells.Missing(l))
            ),
            new("Similar councils’ period", 22, l => Cell.Words(l.Place.Neighbours?.Period, LineCells.Missing(l))),
            new(
                "Similar councils’ status",
                11,
                l => LineCells.Status(l, l.Place.Neighbours?.Value, l.Place.Neighbours?.Status)
            ),
            new("Similar councils with a figure", 14, l => Cell.Count(l.Place.Neighbours?.N, LineCells.Missing(l))),
            new("Similar councils in the set", 14, l => Cell.Count(l.Place.Neighbours?.Of, LineCells.Missing(l))),
            new("Compared with England", 14, l => l.Place.VersusNational.Words()),
            new("Compared with similar councils", 14, l => l.Place.VersusNeighbours.Words()),
            new("Notes", 20, l => Cell.Words(notes.Signs(l.Notes)))
        ) with
        {
            Repeated = 3,
        };
    }
}
