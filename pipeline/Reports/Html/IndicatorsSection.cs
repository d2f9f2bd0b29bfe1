using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The table of all indicators, by priority.</summary>
internal static class IndicatorsSection
{
    private static readonly Direction?[] Directions =
    [
        Direction.Declining,
        Direction.Lower,
        Direction.NoChange,
        Direction.Higher,
        Direction.Improving,
        null,
    ];

    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot)
    {
        var lines = ReportLine.WithFigures(snapshot);
        List<string> Verdicts(Func<SnapshotPlace, Verdict> verdict) =>
            [.. lines.Select(l => verdict(l.Place)).Distinct().Order().Select(v => v.Words())];
        return new(
            "indicators",
            "The full table, to sort and filter",
            [
                new PageText(
                    "“Exceeds” means better than, whether high or low is good for the indicator. Figures are "
                        + "compared as published; they are rounded for display only."
                ),
                new PageText(
                    "The table is wider than this screen: move it sideways, or read each indicator by itself below.",
                    "narrow"
                ),
                new PageControls(
                    [.. Groups(lines).Select(g => g.Key)],
                    Verdicts(p => p.VersusNational),
                    Verdicts(p => p.VersusNeighbours)
                ),
                new PageTable(
                    "All indicators, by priority",
                    Columns(snapshot.Area.Name),
                    [.. Groups(lines).Select(g => new PageGroup(g.Key, [.. g.Select(Row)]))]
                )
                {
                    Id = "table",
                    Fit = PageTableFit.Scrolls,
                },
            ]
        )
        {
            IsFolded = true,
        };
    }

    /// <summary>The lines by priority, in the order of the priorities' titles.</summary>
    public static IEnumerable<IGrouping<string, ReportLine>> Groups(IReadOnlyList<ReportLine> lines) =>
        lines.GroupBy(l => l.Row.Priority).OrderBy(g => g.Key, StringComparer.Ordinal);

    private static PageColumn[] Columns(string area) =>
        [
            new("Indicator", IsSortable: true),
            new(area, IsNumber: true),
            new("Change", IsSortable: true),
            new("England", IsNumber: true),
            new("Compared with England", IsSortable: true),
            new("Similar councils’ average", IsNumber: true),
            new("Compared with similar councils", IsSortable: true),
        ];

    private static PageRow Row(ReportLine line)
    {
        var (row, place) = (line.Row, line.Place);
        return new(
            PageCell.To(line) with
            {
                Small = $"{PlaceText.GoodIs(row.Polarity)}; {row.Frequency}",
            },
            new PageCell(
                line.Figure(place.Local?.Value),
                Lines(PlaceText.Period(place.Local?.Period, place.Local?.Status), PlaceText.Return(row, place))
            ),
            new PageCell(line.Change, line.Previous) { Sort = $"{Array.IndexOf(Directions, line.Movement)}" },
            new PageCell(
                line.Figure(place.National?.Value),
                PlaceText.Period(place.National?.Period, place.National?.Status)
            ),
            Cell(
                place.VersusNational,
                Lines(
                    PlaceText.Test(place.Significance?.National, place.Significance?.NationalAt998),
                    Whole(line, row.VersusNational)
                )
            ),
            new PageCell(
                line.Figure(place.Neighbours?.Shown),
                place.Neighbours is { N: > 0 } n ? $"{PlaceText.Period(n.Period, n.Status)}; {n.N} of {n.Of}" : null
            ),
            Cell(
                place.VersusNeighbours,
                Lines(
                    NeighbourCount.For(row, place)?.Words ?? "",
                    PlaceText.Test(place.Significance?.Neighbours, place.Significance?.NeighboursAt998),
                    Whole(line, row.VersusNeighbours)
                )
            )
        )
        {
            Filter = new(row.Priority, place.VersusNational.Words(), place.VersusNeighbours.Words()),
        };
    }

    private static PageCell Cell(Verdict verdict, string small) =>
        PageCell.Of(verdict) with
        {
            Small = small,
            Sort = $"{Order(verdict)}",
        };

    // The worst first: what a reader looks for.
    private static int Order(Verdict verdict) =>
        Array.IndexOf(
            [
                Verdict.DoesNotMeet,
                Verdict.Mixed,
                Verdict.InLine,
                Verdict.NoJudgement,
                Verdict.Exceeds,
                Verdict.NoComparison,
            ],
            verdict
        );

    private static string Whole(ReportLine line, Verdict verdict) =>
        !line.IsPart ? ""
        : verdict == Verdict.NoComparison ? "no verdict over all areas"
        : $"over all areas: {verdict.Words()}";

    private static string Lines(params string[] parts) => string.Join("; ", parts.Where(p => p.Length > 0));
}

/// <summary>The choices by which the table of indicators is filtered; shown only where the script runs.</summary>
internal sealed record PageControls(
    IReadOnlyList<string> Priorities,
    IReadOnlyList<string> National,
    IReadOnlyList<string> Neighbours
) : PageBlock;
