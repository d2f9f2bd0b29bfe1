using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>
/// Which figure each indicator's publisher publishes next, whether it should have come by the compile date, and whether
/// any is still to come. Report, document, workbook and site all follow this rule. What was published counts, whether
/// or not its period is in the snapshot.
/// </summary>
internal static class DueFigures
{
    /// <summary>How long after its day a figure is waited for, in years.</summary>
    public const int YearsOverdue = 2;

    /// <summary>Those that are overdue, in the order in which an officer can act on them: first those whose file is
    /// known, the file that brings the most figures before the others, then the one that was expected first.</summary>
    public static IReadOnlyList<SnapshotDue> Overdue(IEnumerable<SnapshotDue> due) =>
        [
            .. due.Where(d => d.IsOverdue)
                .GroupBy(d => string.Join('\n', d.BroughtBy))
                .OrderBy(file => file.Key.Length == 0)
                .ThenByDescending(file => file.Count())
                .ThenBy(file => file.Min(d => d.Expected))
                .ThenBy(file => file.Key, StringComparer.Ordinal)
                .SelectMany(ByDay),
        ];

    /// <summary>Those that are still to come, the next one first.</summary>
    public static IReadOnlyList<SnapshotDue> Next(IEnumerable<SnapshotDue> due) =>
        [.. ByDay(due.Where(d => d is { IsOverdue: false, IsEnded: false }))];

    /// <summary>Those that are no longer expected, the one that ended last first.</summary>
    public static IReadOnlyList<SnapshotDue> Ended(IEnumerable<SnapshotDue> due) =>
        [.. due.Where(d => d.IsEnded).OrderByDescending(d => d.Expected).ThenBy(d => d.Name, StringComparer.Ordinal)];

    private static IEnumerable<SnapshotDue> ByDay(IEnumerable<SnapshotDue> due) =>
        due.OrderBy(d => d.Expected).ThenBy(d => d.Name, StringComparer.Ordinal);

    /// <summary>The next figure of an indicator; null where it has none yet, or where no one knows how long it
    /// takes.</summary>
    /// <param name="publications">Those of the catalogue.</param>
    public static SnapshotDue? Find(
        Indicator indicator,
        IReadOnlyList<SeriesAsOf> known,
        string area,
        DateOnly compiled,
        IReadOnlyList<Publication> publications
    )
    {
        string[] places =
        [
            area,
            AreaRegister.England,
            .. indicator.Parts.GetValueOrDefault(area)?.Select(p => p.Code) ?? [],
        ];
        var series = known.Where(s => s.Rank != Series.LocalReturnPreference).ToList();
        var published = series.ConvertAll(s => (Series: s, Latest: places.Max(p => s.LatestPublished(p))));
        var latest = published.Max(s => s.Latest);
        if (latest is not { Next: var next } || indicator.ExpectedAfterDays is not { } days)
            return null;
        var expected = next.End.AddDays(days);
        var newest = published.FindAll(s => s.Latest == latest);
        var anywhere = series.SelectMany(s => s.FirstPublished.Keys).Max();
        var until = indicator.Until < next.Start ? indicator.Until : null;
        var ended = until is not null || anywhere.Next.End.AddDays(days).AddYears(YearsOverdue) < compiled;
        return new(
            indicator.Id,
            indicator.Name,
            latest.Value.Label,
            next.Label,
            expected,
            !ended && expected < compiled
        )
        {
            IsEnded = ended,
            Until = until,
            LastPublished = newest.Min(s => s.Series.FirstPublished[latest.Value]),
            BroughtBy = BroughtBy(indicator, [.. newest.Select(s => s.Series.Name)], publications),
        };
    }

    // The publication that brought the last figure brings the next; its files may be named otherwise from year to year.
    // One that the catalogue has no longer is replaced by the preferred one.
    private static IReadOnlyList<SnapshotPublication> BroughtBy(
        Indicator indicator,
        HashSet<string> newest,
        IReadOnlyList<Publication> publications
    )
    {
        var all = indicator.Sources.Where(s => s.Publication is not null).GroupBy(s => s.Publication!).ToList();
        var brought = all.FindAll(files => files.Any(s => newest.Contains(s.Name)));
        return
        [
            .. from files in brought.Count > 0 ? brought : all.Take(1)
            join publication in publications on files.Key equals publication.Id
            select new SnapshotPublication(
                publication.Title,
                publication.Publisher,
                publication.Page,
                string.Join("; ", files.Select(s => s.File).OfType<string>().Distinct()),
                publication.Folder
            ),
        ];
    }
}
