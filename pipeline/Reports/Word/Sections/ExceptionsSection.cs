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

    private static IEnumerable<Block> Having(Snapshot snapshot, string outlook, string words)
    {
        var lines = ReportLine.All(snapshot).Where(l => !l.IsWhole && l.Place.Outlook == outlook).ToList();
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
        var (place, unit) = (line.Place, line.Row.Unit);
        string Figure(decimal? value) => value is { } v ? FigureText.Format(v, line.Decimals, unit) : "no figure";
        return $"{line.Label}: {Figure(place.Local?.Value)} ({place.Local?.Period}), before "
            + $"{Figure(place.Previous?.Value)} ({place.Previous?.Period}); England "
            + $"{Figure(place.National?.Value)} ({place.National?.Period})";
    }
}
