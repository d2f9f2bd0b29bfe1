using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The narrative: how the area stands against England.</summary>
internal static class SummarySection
{
    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot) =>
        new("summary", "Summary", [.. Narrative.National(snapshot).SelectMany(Blocks)]);

    /// <summary>A paragraph of the narrative, and its list.</summary>
    public static IEnumerable<PageBlock> Blocks(Paragraph paragraph)
    {
        yield return new PageText(paragraph.Lead);
        if (paragraph.Items.Count > 0)
            yield return PageList.From(paragraph.Items);
    }
}
