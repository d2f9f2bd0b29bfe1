using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Reports.Office.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The charts of what needs attention, then of what is going well.</summary>
internal static class ChartsSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        var charts = LeadingCharts.Of(Scorecard.Of(snapshot));
        List<OfficeChart> all = [.. charts.NeedsAttention, .. charts.GoesWell];
        var interval = all.Exists(c => c.Series.Any(s => s.Interval is not null)) ? $" {ChartText.Interval}" : "";
        return
        [
            .. Group("Charts: what needs attention", charts.NeedsAttention),
            .. Group("Charts: what is going well", charts.GoesWell),
            .. all.Count > 0
                ? [new Block.Text(DocumentStyle.Small, LeadingCharts.Rule + interval)]
                : Array.Empty<Block>(),
        ];
    }

    private static IEnumerable<Block> Group(string heading, IReadOnlyList<OfficeChart> charts) =>
        charts.Count == 0 ? [] : charts.Select(c => (Block)new Block.Chart(c)).Prepend(Block.Subheading(heading));
}
