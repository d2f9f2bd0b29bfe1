using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The first page, complete by itself: how the area is doing, what needs attention and what is going
/// well.</summary>
internal static class ScorecardSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        var card = Scorecard.Of(snapshot);
        return
        [
            new Block.Text(DocumentStyle.Headline, card.Headline),
            new Block.Text(DocumentStyle.Front, card.ComparedWith),
            new Block.Counts(card.Counts),
            new Block.Text(
                DocumentStyle.Front,
                string.Join(' ', new[] { card.Certainty, card.LeftOut, card.News }.OfType<string>())
            ),
            .. List("What needs attention", card.NeedsAttention, card.NothingWorse),
            .. List("What is going well", card.GoesWell, card.NothingBetter),
            new Block.Text(DocumentStyle.Small, Rule(card)),
        ];
    }

    // Rank 1 needs no word where no figure has a rank.
    private static string Rule(Scorecard card) =>
        card.NeedsAttention.Concat(card.GoesWell).Any(l => l.Rank.Length > 0)
            ? $"{card.Rule} Rank 1 is the best."
            : card.Rule;

    private static IEnumerable<Block> List(string heading, IReadOnlyList<ScoreLine> lines, string none) =>
        [
            Block.Subheading(heading),
            lines.Count == 0
                ? new Block.Text(DocumentStyle.Front, none)
                : new Block.Table(
                    heading,
                    "One row for each indicator: its period, the figure now and before, England’s figure"
                        + (lines.Any(l => l.Rank.Length > 0) ? " and the rank." : "."),
                    [
                        new("Indicator", 38),
                        new("Period", 26),
                        new("Now", 9, IsNumber: true),
                        new("Before", 10, IsNumber: true),
                        new("England", 11, IsNumber: true),
                        new("Rank", 13, IsNumber: true),
                    ],
                    [.. lines.Select(Row)]
                )
                {
                    IsBelowHeading = true,
                },
        ];

    private static IReadOnlyList<string> Row(ScoreLine line)
    {
        var place = line.Line.Place;
        string Figure(decimal? value) =>
            value is { } v ? FigureText.OnAxis(v, line.Line.Decimals, line.Line.Row.Unit) : "";
        return
        [
            line.Line.NameAndUnit + (line.Contrary is { } contrary ? $" ({contrary})" : ""),
            place.Local?.Period ?? "",
            Figure(place.Local?.Value),
            Figure(place.Previous?.Value),
            Figure(place.National?.Value) + PlaceText.Elsewhen(place, place.National?.Period),
            line.Rank,
        ];
    }
}
