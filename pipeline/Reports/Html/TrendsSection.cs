using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The trends of all indicators, small and side by side.</summary>
internal static class TrendsSection
{
    /// <summary>The section; null where nothing has a trend.</summary>
    public static PageSection? Create(Snapshot snapshot)
    {
        List<PageCell> trends =
        [
            .. from line in IndicatorsSection.Groups(ReportLine.WithFigures(snapshot)).SelectMany(g => g)
            let drawing = SmallTrend.Draw(line)
            where drawing is not null
            select PageCell.To(line) with
            {
                Drawing = drawing,
                Small = $"{line.Figure(line.Place.Local?.Value)} in {ChartText.Tick(line.Place.History[^1].Period)}",
            },
        ];
        return trends.Count == 0
            ? null
            : new(
                "trends",
                "All trends on one page",
                [
                    new PageText(
                        $"Solid line: {snapshot.Area.Name}; dashed line: England. The scales differ from chart to "
                            + "chart.",
                        "meta"
                    ),
                    new PageGrid(trends),
                ]
            )
            {
                IsFolded = true,
            };
    }
}

/// <summary>Small drawings side by side.</summary>
internal sealed record PageGrid(IReadOnlyList<PageCell> Cells) : PageBlock;
