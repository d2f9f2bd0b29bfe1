using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The summary of paragraph 18 of the January 2013 report: key actions, England, statistical
/// neighbours.</summary>
internal static class ProgressSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot) =>
        [
            Block.Subheading("Progress against Performance Indicators"),
            Block.Numbered(
                snapshot.Actions is null
                    ? "No list of key actions was known when this was compiled. Of the performance indicators, in "
                        + "summary:"
                    : "In summary:"
            ),
            .. Narrative.National(snapshot).SelectMany(Listed),
            Block.Numbered("Compared with the statistical neighbours:"),
            .. Narrative.Neighbours(snapshot).SelectMany(Listed),
            .. Members(snapshot),
        ];

    private static IEnumerable<Block> Listed(Paragraph paragraph) =>
        paragraph.Items.Select(Block.SubBullet).Prepend(Block.Bullet(paragraph.Lead));

    private static IEnumerable<Block> Members(Snapshot snapshot)
    {
        if (snapshot.NeighbourSet is { Members.Count: > 0 } set)
            yield return Block.Numbered(
                $"The statistical neighbours, in force since {PlaceText.Date(set.From)}, are "
                    + $"{string.Join(", ", set.Members.Select(m => m.Name))}.{PlaceText.NewerSets(snapshot)}"
            );
    }
}
