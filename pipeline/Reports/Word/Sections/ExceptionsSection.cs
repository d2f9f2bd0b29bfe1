using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>What deserves the committee's attention first.</summary>
internal static class ExceptionsSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot) =>
        [
            Block.Subheading("Exceptions"),
            .. Having(snapshot, Outlook.WorseAndGettingWorse, "worse than England and getting worse"),
            .. Having(snapshot, Outlook.BetterAndImproving, "better than England and improving"),
        ];

    private static IEnumerable<Block> Having(Snapshot snapshot, Outlook outlook, string words)
    {
        var lines = Scorecard.Of(snapshot).Lines.Where(l => l.Outlook == outlook).ToList();
        yield return Block.Numbered(
            lines.Count switch
            {
                0 => $"No figure is {words}.",
                1 => $"One figure is {words}:",
                _ => $"{Sentence.Capitalised(NumberWords.For(lines.Count))} figures are {words}:",
            }
        );
        foreach (var line in lines)
            yield return Block.Bullet(Item(line));
    }

    private static string Item(ReportLine line)
    {
        var place = line.Place;
        return $"{line.Name}: {line.Figure(place.Local?.Value)} ({place.Local?.Period}), previously "
            + $"{line.Figure(place.Previous?.Value)} ({place.Previous?.Period}); England "
            + $"{line.Figure(place.National?.Value)} ({place.National?.Period})";
    }
}
