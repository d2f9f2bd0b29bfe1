using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>What changed since the previous snapshot: verdicts that turned, new and revised figures, and where nothing
/// new was published.</summary>
internal static class ChangesSection
{
    /// <summary>The section.</summary>
    public static PageSection Of(Snapshot snapshot) =>
        new(
            "changes",
            snapshot.Since is { } last ? $"What has changed since {SinceText.Day(last)}" : "What has changed",
            snapshot.Since is { } since
                ? [.. Warning(snapshot), .. Blocks(since, [.. Lines(snapshot, since)])]
                : [new PageText(SinceText.First)]
        );

    private static IEnumerable<PageText> Warning(Snapshot snapshot) =>
        new[] { SinceText.Warning(snapshot) }
            .OfType<string>()
            .Concat(SinceText.Notices(snapshot.Since!))
            .Select(text => new PageText(text));

    // The lines are in the order of the later snapshot; what is no longer reported has none.
    private static IEnumerable<ChangedLine> Lines(Snapshot snapshot, SnapshotDifference since)
    {
        var lines = ReportLine.WithFigures(snapshot).ToDictionary(l => (l.Row.Indicator, l.IsPart ? l.Area : null));
        return since.Rows.Select(r => new ChangedLine(r, lines.GetValueOrDefault((r.Indicator, r.Part))));
    }

    private static IEnumerable<PageBlock> Blocks(SnapshotDifference since, List<ChangedLine> lines)
    {
        var then = SinceText.Day(since);
        List<ChangedLine> Having(FigureChange change) => lines.FindAll(l => l.Difference.Local == change);
        yield return new PageText(
            $"Compared with the report as at {then}, compiled on "
                + $"{PlaceText.Date(since.Compiled)} (version {since.Version}): {Counts(lines)}."
        );
        foreach (var block in ChangedVerdicts.Blocks(lines, then))
            yield return block;
        if (Having(FigureChange.NewFigure) is { Count: > 0 } newer)
        {
            yield return Folded(
                "New figures",
                newer.Count,
                PageTable.Create(
                    $"Figures that are new since {then}",
                    [
                        new("Indicator"),
                        new(then, IsNumber: true),
                        new("Now", IsNumber: true),
                        new("Change since the period before"),
                    ],
                    newer.Select(l => new PageRow(
                        l.Link,
                        l.Dated(l.Difference.LocalWas),
                        l.Dated(l.Difference.LocalNow),
                        new PageCell(l.Line?.Change ?? "not known", l.Line?.Previous)
                    ))
                )
            );
        }
        if (lines.SelectMany(l => l.Revised()).ToList() is { Count: > 0 } revised)
        {
            yield return Folded(
                "Revised figures",
                revised.Count,
                PageTable.Create(
                    $"Figures of the same period that were revised since {then}",
                    [
                        new("Indicator"),
                        new("Whose figure"),
                        new("Period"),
                        new(then, IsNumber: true),
                        new("Now", IsNumber: true),
                    ],
                    revised
                )
            );
        }
        if (Having(FigureChange.NoNewFigure) is { Count: > 0 } same)
        {
            yield return Folded(
                "No new figure",
                same.Count,
                new PageText(
                    "No newer figure has been received for these, so the figure is the same as then. That does not "
                        + "mean that nothing has changed for children."
                ),
                new PageList([
                    .. same.Select(l =>
                        l.Link with
                        {
                            Small =
                                $"still {l.Dated(l.Difference.LocalNow).Text} for {ChangedLine.Period(l.Difference.LocalNow)}",
                        }
                    ),
                ])
            );
        }
        foreach (var (change, title) in Others)
        {
            if (Having(change) is not { Count: > 0 } some)
                continue;
            yield return Folded(
                title,
                some.Count,
                new PageList([.. some.Select(l => l.Link with { Small = l.Before() })])
            );
        }
    }

    private static PageDetails Folded(string title, int count, params PageBlock[] blocks) =>
        new($"{title}: {count}", blocks);

    private static readonly (FigureChange Change, string Title)[] Others =
    [
        (FigureChange.FirstFigure, "First figures"),
        (FigureChange.NewIndicator, "Indicators that are new in the report"),
        (FigureChange.OtherAreas, "Indicators now given for different areas"),
        (FigureChange.Withdrawn, "Withdrawn figures"),
        (FigureChange.NoLongerCompared, "Figures that are no longer compared"),
        (FigureChange.NoLongerReported, "Indicators that are no longer reported"),
        (FigureChange.StillNoFigure, "Still no figure"),
    ];

    private static readonly (FigureChange Change, string Words)[] Words =
    [
        (FigureChange.NewFigure, "new"),
        (FigureChange.Revised, "revised"),
        (FigureChange.NoNewFigure, "without a newer one"),
        (FigureChange.FirstFigure, "there for the first time"),
        (FigureChange.NewIndicator, "of an indicator that is new in the report"),
        (FigureChange.OtherAreas, "given for a different area from before"),
        (FigureChange.Withdrawn, "withdrawn"),
        (FigureChange.NoLongerCompared, "no longer compared"),
        (FigureChange.NoLongerReported, "no longer reported"),
        (FigureChange.StillNoFigure, "still missing"),
    ];

    private static string Counts(List<ChangedLine> lines) =>
        $"of {NumberWords.For(lines.Count)} {(lines.Count == 1 ? "figure" : "figures")}, "
        + string.Join(
            "; ",
            Words
                .Select(w => (w.Words, Count: lines.Count(l => l.Difference.Local == w.Change)))
                .Where(w => w.Count > 0)
                .Select(w => $"{NumberWords.For(w.Count)} {(w.Count == 1 ? "is" : "are")} {w.Words}")
        );
}
