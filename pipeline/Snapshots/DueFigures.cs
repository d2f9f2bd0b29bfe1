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
    public static SnapshotDue? Find(
        Indicator indicator,
        IReadOnlyList<SeriesAsOf> known,
        string area,
        DateOnly compiled
    )
    {
        string[] places =
        [
            area,
            AreaRegister.England,
            .. indicator.Parts.GetValueOrDefault(area)?.Select(p => p.Code) ?? [],
        ];
        var latest = known
            .Where(s => s.Rank != Series.LocalReturnPreference)
            .SelectMany(s => places.Select(p => s.LatestPublished(p)))
            .Max();
        if (
            latest is not { Next: var next }
            || indicator.ExpectedAfterDays is not { } days
            || indicator.Until < next.Start
        )
            return null;
        var expected = next.End.AddDays(days);
        return new(indicator.Id, indicator.Name, latest.Value.Label, next.Label, expected, expected < compiled);
    }
}
