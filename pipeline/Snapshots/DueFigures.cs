using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>
/// Which figure each indicator's publisher publishes next, and whether it should have come by the compile date. The
/// report and the page of what is due follow this one rule; what was published counts, whether or not its period is in
/// the snapshot.
/// </summary>
internal static class DueFigures
{
    /// <summary>The next figure of an indicator; null where it has none yet, where no one knows how long it takes, or
    /// where the indicator ends before.</summary>
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
        var published = known
            .Where(s => s.Rank != Series.LocalReturnPreference)
            .Select(s => (s.Name, Latest: places.Max(p => s.LatestPublished(p))))
            .ToList();
        var latest = published.Max(s => s.Latest);
        if (
            latest is not { Next: var next }
            || indicator.ExpectedAfterDays is not { } days
            || indicator.Until < next.Start
        )
            return null;
        var expected = next.End.AddDays(days);
        var newest = published.Where(s => s.Latest == latest).Select(s => s.Name).ToHashSet();
        return new(indicator.Id, indicator.Name, latest.Value.Label, next.Label, expected, expected < compiled)
        {
            BroughtBy = BroughtBy(indicator, newest, publications),
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
