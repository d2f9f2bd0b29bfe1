using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The summary of paragraph 18 of the January 2013 report: key actions, England, statistical
/// neighbours.</summary>
internal static class ProgressSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot) =>
        [
            new Block.Text(DocumentStyle.Heading2, "Progress against Performance Indicators") { BeginsPage = true },
            Block.Plain(
                snapshot.Actions is null
                    ? "This report has no list of key actions. Of the performance indicators, in summary:"
                    : "In summary:"
            ),
            .. Narrative.National(snapshot).SelectMany(Listed),
            Block.Plain("Compared with the statistical neighbours:"),
            .. Narrative.Neighbours(snapshot).SelectMany(Listed),
            .. Members(snapshot),
        ];

    private static IEnumerable<Block> Listed(Paragraph paragraph) =>
        paragraph
            .Items.Select(item => new Block.Text(DocumentStyle.FrontSubBullet, item))
            .Prepend(new(DocumentStyle.FrontBullet, paragraph.Lead, paragraph.Items.Count > 0));

    private static IEnumerable<Block> Members(Snapshot snapshot)
    {
        if (snapshot.NeighbourSet is { Members.Count: > 0 } set)
            yield return Block.Plain(
                "The statistical neighbours (the most similar councils) are those in force since "
                    + $"{PlaceText.Date(set.From)}.{PlaceText.NewerSets(snapshot)}"
            );
    }
}
