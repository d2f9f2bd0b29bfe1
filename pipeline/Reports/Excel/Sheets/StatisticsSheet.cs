using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>What statistics say beside the verdicts: significance, rank, band, spread and trend.</summary>
internal static class StatisticsSheet
{
    public static Sheet Create(Snapshot snapshot, NoteList notes) =>
        new SheetText(
            "Statistics",
            "Statistical significance, rank, spread and trend",
            [
                "These are shown beside the verdicts and never replace them. Rank 1 and band A are the best.",
                NotesSheet.Hint,
            ],
            "There is no figure to test."
        ).Table(
            ReportLine.WithFigures(snapshot).Where(l => l.Place.Local?.Value is not null),
            new Column<ReportLine>("Indicator", 38, l => l.Row.Name),
            new("Area", 20, l => l.Area),
            new("Unit", 14, LineCells.Unit),
            new("Figure", 12, LineCells.Local),
            new("Lower limit at 95%", 12, l => Cell.Figure(l.Place.Significance?.Lower, l.Row.Decimals + 1)),
            new("Upper limit at 95%", 12, l => Cell.Figure(l.Place.Significance?.Upper, l.Row.Decimals + 1)),
            new("Method", 28, l => Method(l.Place.Significance, notes)),
            new(
                "Against England",
                24,
                l =>
                    Cell.Words(
                        PlaceText.Test(l.Place.Significance?.National, l.Place.Significance?.NationalAt998),
                        "not tested"
                    )
            ),
            new(
                "Against similar councils",
                24,
                l =>
                    Cell.Words(
                        PlaceText.Test(l.Place.Significance?.Neighbours, l.Place.Significance?.NeighboursAt998),
                        "not tested"
                    )
            ),
            new("Rank", 10, l => Cell.Count(l.Place.Rank?.Rank)),
            new("Authorities ranked", 14, l => Cell.Count(l.Place.Rank?.Of)),
            new("Quartile band", 12, l => Cell.Words(l.Place.Quartile, Marker.NotAvailable)),
            new("Smallest figure", 12, l => Cell.Figure(l.Place.Spread?.Minimum, l.Decimals)),
            new("Lower quartile", 12, l => Cell.Figure(l.Place.Spread?.LowerQuartile, l.Decimals)),
            new("Median", 12, l => Cell.Figure(l.Place.Spread?.Median, l.Decimals)),
            new("Upper quartile", 12, l => Cell.Figure(l.Place.Spread?.UpperQuartile, l.Decimals)),
            new("Largest figure", 12, l => Cell.Figure(l.Place.Spread?.Maximum, l.Decimals)),
            new("Trend over five periods", 22, l => Cell.Words(l.Place.Trend, "not tested"))
        );

    // Why a figure was not tested is often the same for many, so it is a note.
    private static Cell Method(Significance? significance, NoteList notes) =>
        significance is null ? new Cell.Blank(Marker.NotAvailable)
        : PlaceText.WhyNotTested(significance) is { } why ? $"not tested {notes.Signs([why])}"
        : significance.Method;
}
