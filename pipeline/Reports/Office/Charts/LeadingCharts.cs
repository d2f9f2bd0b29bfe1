namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>The charts that a reader is shown first: of what needs attention, then of what goes well.</summary>
internal static class LeadingCharts
{
    /// <summary>How many charts there are at most.</summary>
    public const int Most = 6;

    /// <summary>The charts of each line: its figures among those of similar councils, and over time.</summary>
    public static IEnumerable<IReadOnlyList<OfficeChart>> Of(Scorecard card)
    {
        var left = Most;
        foreach (var line in card.NeedsAttention.Concat(card.GoesWell))
        {
            List<OfficeChart> charts =
            [
                .. new[] { RankedBarsChart.For(line.Line), LinesChart.For(line.Line) }.OfType<OfficeChart>().Take(left),
            ];
            if (charts.Count == 0)
                continue;
            left -= charts.Count;
            yield return charts;
        }
    }
}
