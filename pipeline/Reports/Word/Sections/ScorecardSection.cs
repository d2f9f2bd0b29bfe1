using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>How the area is doing, on the first page: the counts, what needs attention and what is going
/// well.</summary>
internal static class ScorecardSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        var card = Scorecard.Of(snapshot);
        return
        [
            Block.Heading(card.Headline),
            Block.Plain(card.ComparedWith),
            new Block.Counts(card.Counts),
            .. new[] { card.Certainty, card.LeftOut }.OfType<string>().Select(Block.Plain),
            .. List("What needs attention", card.NeedsAttention, "Nothing is worse than England by more than chance."),
            .. List("What is going well", card.GoesWell, "Nothing is better than England by more than chance."),
            Block.Plain(Scorecard.Rule),
        ];
    }

    private static IEnumerable<Block> List(string heading, IReadOnlyList<ScoreLine> lines, string none) =>
        [
            Block.Subheading(heading),
            .. lines.Count == 0
                ? [Block.Plain(none)]
                : lines
                    .Select(l => new Block.Text(DocumentStyle.FrontBullet, l.Words) { Term = $"{l.Line.Name}:" })
                    .ToArray<Block>(),
        ];
}
