using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>Which figures are overdue, and when the next ones are expected.</summary>
internal static class DueSection
{
    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot) =>
        new("due", "Overdue and next figures", [.. Blocks(snapshot)]);

    private static PageCell Upload(SnapshotDue due, IReadOnlyCollection<SnapshotPublication> shared)
    {
        var own = due.BroughtBy.Where(p => !shared.Contains(p)).Select(PublicationText.Where);
        return due.BroughtBy.Count == 0
            ? "not in the catalogue"
            : new PageCell(
                string.Join("; or ", due.BroughtBy.Select(p => $"{p.File}, to landing/{p.Folder}")),
                string.Join("; or ", own)
            );
    }

    // A file that brings several of the figures is described once.
    private static IReadOnlyCollection<SnapshotPublication> Shared(Snapshot snapshot) =>
        [
            .. snapshot
                .Due.SelectMany(d => d.BroughtBy.Distinct())
                .GroupBy(p => p)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key),
        ];

    private static string Upper(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static IEnumerable<PageBlock> Blocks(Snapshot snapshot)
    {
        var compiled = PlaceText.Date(snapshot.Compiled);
        var latest = DueText.Whose("Latest figure", snapshot.Area.Name);
        var anchors = ReportLine
            .WithFigures(snapshot)
            .DistinctBy(l => l.Row.Indicator)
            .ToDictionary(l => l.Row.Indicator, l => "#" + l.Anchor);
        var shared = Shared(snapshot);
        PageRow Row(SnapshotDue due) =>
            new(
                new PageCell(due.Name) { Href = anchors.GetValueOrDefault(due.Indicator) },
                due.Latest ?? "none",
                due.Next,
                PlaceText.Date(due.Expected),
                Upload(due, shared)
            );
        var overdue = DueFigures.Overdue(snapshot.Due);
        yield return new PageText(
            overdue.Count == 0
                ? $"No figure was overdue when this was compiled on {compiled}."
                : $"{Upper(NumberWords.For(overdue.Count))} {(overdue.Count == 1 ? "figure was" : "figures were")} "
                    + $"overdue when this was compiled on {compiled}. The publisher may be late, or the file may not "
                    + "have been uploaded yet."
        );
        if (overdue.Count > 0)
            yield return new PageDetails(
                $"Overdue figures: {overdue.Count}",
                [
                    PageTable.Create(
                        "Overdue figures",
                        [
                            new("Indicator"),
                            new(latest),
                            new("Figure that is overdue"),
                            new("Was expected by"),
                            new("What to upload"),
                        ],
                        overdue.Select(Row)
                    ),
                ]
            );
        var next = DueFigures.Next(snapshot.Due);
        if (next.Count > 0)
            yield return new PageDetails(
                $"Figures expected next: {next.Count}",
                [
                    PageTable.Create(
                        "Figures expected next",
                        [new("Indicator"), new(latest), new("Next figure"), new("Expected by"), new("What to upload")],
                        next.Select(Row)
                    ),
                ]
            );
        if (shared.Count > 0)
            yield return new PageDetails(
                "Where to find files with several of these figures",
                [PageList.From(shared.Select(p => $"{p.File}: {PublicationText.Where(p)}."))]
            );
        var ended = DueFigures.Ended(snapshot.Due);
        if (ended.Count > 0)
            yield return new PageDetails(
                $"{DueText.Ended}: {ended.Count}",
                [
                    new PageText(DueText.EndedBecause),
                    PageTable.Create(
                        DueText.Ended,
                        [
                            new("Indicator"),
                            new(DueText.Whose("Last figure", snapshot.Area.Name)),
                            new("Where it was published"),
                        ],
                        ended.Select(d => new PageRow(
                            new PageCell(d.Name) { Href = anchors.GetValueOrDefault(d.Indicator) },
                            DueText.Last(d),
                            string.Join("; or ", d.BroughtBy.Select(PublicationText.Where))
                        ))
                    ),
                ]
            );
        var dated = snapshot.Due.Select(d => d.Indicator).ToHashSet();
        var undated = snapshot.Rows.Where(r => !dated.Contains(r.Indicator)).Select(r => r.Name).ToList();
        if (undated.Count > 0)
            yield return new PageText(
                "We do not know when "
                    + (undated.Count == 1 ? "one indicator is" : $"{NumberWords.For(undated.Count)} indicators are")
                    + " next due, because no figure has been received yet or the catalogue gives no date: "
                    + $"{string.Join("; ", undated)}.",
                "meta"
            );
    }
}
