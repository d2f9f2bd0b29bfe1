using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>What deserves a reader's attention first: worse than England and getting worse, and then its
/// opposite.</summary>
internal static class OutlookSection
{
    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot)
    {
        var lines = ReportLine.WithFigures(snapshot);
        return new(
            "outlook",
            "Worse and getting worse",
            [
                .. Blocks(snapshot, lines, Outlook.WorseAndGettingWorse),
                new PageHeading(3, "Better and improving", "improving"),
                .. Blocks(snapshot, lines, Outlook.BetterAndImproving),
            ]
        );
    }

    private static IEnumerable<PageBlock> Blocks(Snapshot snapshot, IReadOnlyList<ReportLine> lines, Outlook outlook)
    {
        var found = lines.Where(l => l.Place.Outlook == outlook).ToList();
        var words =
            outlook == Outlook.WorseAndGettingWorse
                ? "worse than England’s and worse than before"
                : "better than England’s and better than before";
        var known = lines.Count(l =>
            l.Place is { Change: not null, NewerNational: null, VersusNational: not Verdict.NoComparison }
        );
        yield return new PageText(
            known == 0 ? "No figure can be compared with both England and an earlier figure."
            : found.Count == 0
                ? $"No figure is {words}, of the {NumberWords.For(known)} that can be compared with England and "
                    + "with an earlier figure."
            : $"{Sentence(found.Count)} {words}, of the {NumberWords.For(known)} that can be compared with "
                + "England and with an earlier figure."
        );
        if (found.Count > 0)
            yield return PageTable.Create(
                outlook == Outlook.WorseAndGettingWorse
                    ? "Worse than England and getting worse"
                    : "Better than England and improving",
                Columns(snapshot.Area.Name),
                found.Select(Row)
            );
    }

    private static string Sentence(int count)
    {
        var words = NumberWords.For(count);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} {(count == 1 ? "figure is" : "figures are")}";
    }

    private static PageColumn[] Columns(string area) =>
        [
            new("Indicator"),
            new(area, IsNumber: true),
            new("Before", IsNumber: true),
            new("Change"),
            new("England", IsNumber: true),
            new("Neighbours that do better"),
        ];

    private static PageRow Row(ReportLine line) =>
        new(
            PageCell.To(line),
            new PageCell(
                line.Figure(line.Place.Local?.Value),
                PlaceText.Period(line.Place.Local?.Period, line.Place.Local?.Status)
            ),
            new PageCell(line.Figure(line.Place.Previous?.Value), line.Place.Previous?.Period),
            new PageCell(line.Change) { Tone = line.Place.Direction == Direction.Declining ? "bad" : "good" },
            new PageCell(
                line.Figure(line.Place.National?.Value),
                PlaceText.Period(line.Place.National?.Period, line.Place.National?.Status)
            ),
            NeighbourCount.For(line.Row, line.Place) is { } count
                ? new PageCell(
                    count.Worse == 0 ? $"none of {count.Having}" : $"{count.Worse} of {count.Having}",
                    string.Join(", ", count.Ahead)
                )
                : new PageCell("no figures")
        );
}
