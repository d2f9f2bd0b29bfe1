namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>The charts that a reader is shown first, one for each line, the most pressing first.</summary>
/// <param name="NeedsAttention">Those of what needs attention.</param>
/// <param name="GoesWell">Those of what is going well.</param>
internal sealed record LeadingCharts(IReadOnlyList<OfficeChart> NeedsAttention, IReadOnlyList<OfficeChart> GoesWell)
{
    private const int Most = 6;
    private const int ForGoesWell = 2;

    /// <summary>The rule that chooses them, in words.</summary>
    public const string Rule =
        "The charts show up to four indicators that need attention and two that are going well, or more of one if "
        + "there are fewer of the other. A chart shows the trend if the last three periods have figures, with no "
        + "break, and the figure is worse than England’s and getting worse or better and improving. Otherwise it "
        + "shows similar councils or, if none of them has a figure, the figures over time.";

    /// <summary>The charts of a scorecard.</summary>
    public static LeadingCharts Of(Scorecard card)
    {
        var (attention, well) = (Charts(card.NeedsAttention), Charts(card.GoesWell));
        var first = attention.Take(Most - Math.Min(well.Count, ForGoesWell)).ToList();
        return new(first, [.. well.Take(Most - first.Count)]);
    }

    private static List<OfficeChart> Charts(IEnumerable<ScoreLine> lines) =>
        [.. lines.Select(l => Best(l.Line)).OfType<OfficeChart>()];

    // Where things are moving, the movement is the finding.
    private static OfficeChart? Best(ReportLine line)
    {
        var (beside, overTime) = (RankedBarsChart.For(line), LinesChart.For(line));
        return line.Outlook is not null && LinesChart.IsTrend(line) ? overTime : beside ?? overTime;
    }
}
