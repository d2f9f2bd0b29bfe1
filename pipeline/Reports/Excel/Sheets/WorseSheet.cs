using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>What deserves a reader's attention first: worse than England, and worse than before.</summary>
internal static class WorseSheet
{
    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            "Worse and getting worse",
            "Indicators that are worse than England and getting worse",
            [
                "Worse than England’s figure, and worse than the previous comparable figure, whether high or low is "
                    + "good.",
                NotesSheet.Hint,
            ],
            "No indicator is worse than England and worse than before."
        ).Table(
            Scorecard.Of(snapshot).Lines.Where(l => l.Outlook == Outlook.WorseAndGettingWorse),
            new Column<ReportLine>("Priority", 14, l => Cell.Words(l.Row.Priority)),
            new("Indicator", 38, l => l.Row.Name),
            new("Area", 20, l => l.Area),
            new("Unit", 14, LineCells.Unit),
            new("Is high or low good?", 13, l => PlaceText.GoodIs(l.Row.Polarity)),
            new("Figure", 12, LineCells.Local),
            new("Period", 22, LineCells.Period),
            new("Status", 12, LineCells.Status),
            new("Previous figure", 12, l => Cell.Figure(l.Place.Previous?.Value, l.Decimals)),
            new("Previous period", 22, l => Cell.Words(l.Place.Previous?.Period, Marker.NotAvailable)),
            new("Change", 12, l => Cell.Change(l.Place.Change, l.Decimals)),
            new("England figure", 12, LineCells.England),
            new(
                "Statistical significance against England",
                24,
                l =>
                    Cell.Words(
                        PlaceText.Test(l.Place.Significance?.National, l.Place.Significance?.NationalAt998),
                        "not tested"
                    )
            )
        );
}
