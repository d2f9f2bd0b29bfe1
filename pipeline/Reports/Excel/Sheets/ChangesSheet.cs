using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>What changed since the snapshot of the as-at date before.</summary>
internal static class ChangesSheet
{
    public static Sheet Create(Snapshot snapshot)
    {
        var decimals = snapshot.Rows.ToDictionary(r => r.Indicator, r => r.Decimals);
        Cell Figure(RowDifference row, DatedFigure? figure) =>
            Cell.Figure(figure?.Value, decimals.GetValueOrDefault(row.Indicator, 1));
        return new SheetText(
            "Changes since last report",
            snapshot.Since is { } since ? $"What has changed since {SinceText.Day(since)}" : "What has changed",
            [
                .. SinceText.Warning(snapshot) is { } warning ? [warning] : Array.Empty<string>(),
                .. snapshot.Since is { } earlier ? SinceText.Notices(earlier) : [],
                "“No new figure” means that no newer figure has been received. It does not mean that nothing changed.",
                NotesSheet.Hint,
            ],
            SinceText.First
        ).Table(
            ReportLine.InOrder(snapshot, snapshot.Since?.Rows ?? [], r => r.Indicator),
            new Column<RowDifference>("Indicator", 38, r => r.Name),
            new("Area", 20, r => r.Part ?? snapshot.Area.Name),
            new(
                "What became of the figure",
                20,
                r => r.Local == FigureChange.OtherAreas ? SinceText.Areas(r, snapshot.Area.Name) : Words(r.Local)
            ),
            new("Figure then", 12, r => Figure(r, r.LocalWas)),
            new("Period then", 22, r => Cell.Words(r.LocalWas?.Period, Marker.NotAvailable)),
            new("Figure now", 12, r => Figure(r, r.LocalNow)),
            new("Period now", 22, r => Cell.Words(r.LocalNow?.Period, Marker.NotAvailable)),
            new("England then", 12, r => Figure(r, r.NationalWas)),
            new("England now", 12, r => Figure(r, r.NationalNow)),
            new("Similar councils’ average then", 13, r => Figure(r, r.NeighboursWas)),
            new("Similar councils’ average now", 13, r => Figure(r, r.NeighboursNow)),
            new("Compared with England then", 16, r => Cell.Words(r.VersusNationalWas?.Words(), "not reported")),
            new("Compared with England now", 16, r => Cell.Words(r.VersusNationalNow?.Words(), "not reported")),
            new(
                "Compared with similar councils then",
                16,
                r => Cell.Words(r.VersusNeighboursWas?.Words(), "not reported")
            ),
            new(
                "Compared with similar councils now",
                16,
                r => Cell.Words(r.VersusNeighboursNow?.Words(), "not reported")
            ),
            new("Result changed?", 12, r => r.Flipped ? "yes" : "no")
        );
    }

    private static string Words(FigureChange change) =>
        change switch
        {
            FigureChange.NewFigure => "new figure",
            FigureChange.NoNewFigure => "no new figure",
            FigureChange.Revised => "revised",
            FigureChange.Withdrawn => "withdrawn",
            FigureChange.NoLongerCompared => "no longer compared",
            FigureChange.FirstFigure => "first figure",
            FigureChange.StillNoFigure => "still no figure",
            FigureChange.NewIndicator => "new indicator",
            FigureChange.NoLongerReported => "no longer reported",
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
}
