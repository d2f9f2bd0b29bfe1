using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>Which figure each publisher releases next, and what is overdue.</summary>
internal static class NextFiguresSheet
{
    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            "Next figures",
            "The figures that come next",
            [
                "This worksheet contains one table. Overdue means that the figure was expected by "
                    + $"{PlaceText.Date(snapshot.Compiled)} and is not here.",
                $"“{DueText.Ended}”: {char.ToLowerInvariant(DueText.EndedBecause[0])}{DueText.EndedBecause[1..]}",
            ],
            "No indicator has a known date for its next figure."
        ).Table(
            ReportLine.InOrder(snapshot, snapshot.Due, d => d.Indicator),
            new Column<SnapshotDue>("Indicator", 60, d => d.Name),
            new("Latest period", 22, d => Cell.Words(d.Latest, Marker.NotAvailable)),
            new("Next period", 22, d => Cell.Words(d.IsEnded ? null : d.Next, Marker.NotApplicable)),
            new("Expected by", 22, d => d.IsEnded ? Cell.Words(null, Marker.NotApplicable) : d.Expected),
            new("State", 32, d => DueText.State(d))
        );
}
