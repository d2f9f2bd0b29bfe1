using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The first sheet: the scorecard, and all indicators in a line each.</summary>
internal static class SummarySheet
{
    public const string Name = "Summary";

    /// <summary>The workbook's title.</summary>
    public static string Title(Snapshot snapshot) =>
        $"{snapshot.Area.Name} children and young people: comparison as at {PlaceText.Date(snapshot.AsAt)}";

    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            Name,
            Title(snapshot),
            [$"{Scorewords.Legend("the rest of the workbook")} Rank 1 is the best.", NotesSheet.Hint],
            "The catalogue reports no indicator on this date."
        ).Table(
            ReportLine.WithFigures(snapshot),
            new Column<ReportLine>("Indicator", 50, l => l.Name),
            new("Priority", 14, l => Cell.Words(l.Row.Priority)),
            new("Unit", 14, LineCells.Unit),
            new("Period", 22, LineCells.Period),
            new(snapshot.Area.Name, 14, LineCells.Local),
            new("Change", 14, l => Cell.Words(l.Movement is { } d ? Scorewords.Of(d) : null, Marker.NotAvailable)),
            new("Figure before", 14, l => Cell.Figure(l.Place.Previous?.Value, l.Decimals)),
            new("Period before", 22, l => Cell.Words(l.Place.Previous?.Period, Marker.NotAvailable)),
            new("England", 14, LineCells.England),
            new(
                "Compared with England",
                16,
                l => Scorewords.Of(l.Place.VersusNational) + PlaceText.Elsewhen(l.Place, l.Place.National?.Period)
            ),
            new("Similar councils", 14, l => Cell.Figure(l.Place.Neighbours?.Shown, l.Decimals)),
            new(
                "Compared with similar councils",
                16,
                l => Scorewords.Of(l.Place.VersusNeighbours) + PlaceText.Elsewhen(l.Place, l.Place.Neighbours?.Period)
            ),
            new("Provisional figures", 20, LineCells.Provisional),
            new("Rank", 9, l => Cell.Count(l.Place.Rank?.Rank)),
            new("Authorities ranked", 13, l => Cell.Count(l.Place.Rank?.Of))
        ) with
        {
            Opening = [.. Opening(snapshot)],
            Heading = "All indicators at a glance",
            IsFrozen = false,
        };

    private static IEnumerable<Cell> Opening(Snapshot snapshot)
    {
        var card = Scorecard.Of(snapshot);
        yield return new Cell.Heading(card.Headline);
        yield return card.ComparedWith;
        foreach (var count in card.Counts)
            yield return $"{count.Number} {count.Words}";
        foreach (var text in new[] { card.Certainty, card.LeftOut, card.News }.OfType<string>())
            yield return text;
        foreach (var notice in SnapshotNotices.For(snapshot))
            yield return notice;
        foreach (
            var (heading, lines, none) in new[]
            {
                ("What needs attention", card.NeedsAttention, card.NothingWorse),
                ("What is going well", card.GoesWell, card.NothingBetter),
            }
        )
        {
            yield return new Cell.Heading(heading);
            foreach (var line in lines)
                yield return $"{line.Line.Name}: {line.Words}";
            if (lines.Count == 0)
                yield return none;
        }
        yield return new Cell.Heading("How to read this");
        yield return card.Rule;
    }
}
