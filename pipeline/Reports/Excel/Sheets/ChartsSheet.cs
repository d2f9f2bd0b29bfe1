using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Reports.Office.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The charts of every indicator: beside the similar councils, and over time.</summary>
internal static class ChartsSheet
{
    /// <summary>The sheet; none where there is nothing to draw.</summary>
    public static IEnumerable<Sheet> Create(Snapshot snapshot)
    {
        List<OfficeChart?> charts =
        [
            .. ReportLine
                .WithFigures(snapshot)
                .Select(l => new[] { RankedBarsChart.For(l), LinesChart.For(l) })
                .Where(row => row.Any(c => c is not null))
                .SelectMany(row => row),
        ];
        if (charts.Count > 0)
            yield return new(
                "Charts",
                "Charts: the figures beside those of similar councils, and over time",
                [
                    "Bars begin at England’s figure, so that their length is the difference from it. "
                        + ChartText.Interval,
                    "Each chart has a text alternative.",
                ],
                ChartsPart.SheetColumns,
                []
            )
            {
                Charts = charts,
            };
    }
}
