using ChildrensTrust.Pipeline.Reports.Office.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The charts of what needs attention, then of what goes well.</summary>
internal static class ChartsSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        var charts = LeadingCharts.Of(Scorecard.Of(snapshot)).Select(c => new Block.Charts(c)).ToList();
        return charts.Count == 0 ? [] : charts.Prepend(Block.Subheading("Charts"));
    }
}
