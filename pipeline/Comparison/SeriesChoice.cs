using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Which publisher's series a comparison is made of, and whether it is of the area itself or of its parts.
/// Series are never spliced.</summary>
/// <param name="Council">The council's own returns; null where there are none.</param>
/// <param name="IsInParts">Whether the parts have a later figure than the area itself.</param>
internal sealed record SeriesChoice(SeriesAsOf? Publisher, SeriesAsOf? Council, bool IsInParts)
{
    /// <summary>Chooses the series with the latest figure for the area or for its parts; where two are as late, the
    /// catalogue's preference, and of two totals of one series the one that England has too.</summary>
    public static SeriesChoice For(IReadOnlyList<SeriesAsOf> known, string area, IReadOnlyList<string> parts)
    {
        var publishers = known.Where(s => s.Rank != Series.LocalReturnPreference).ToList();
        var best =
            Latest(publishers, [area, .. parts])
            ?? publishers.OrderBy(s => s.Rank).FirstOrDefault(s => s.Latest(AreaRegister.England) is not null)
            ?? publishers.FirstOrDefault();
        return new(
            best,
            known.FirstOrDefault(s => s.Rank == Series.LocalReturnPreference),
            best is not null && IsLater(LatestOf(best, parts), best.Latest(area)?.Observation.Period)
        );
    }

    /// <summary>The series with the latest figure for any of the areas; null where none has one.</summary>
    public static SeriesAsOf? Latest(IEnumerable<SeriesAsOf> series, IReadOnlyList<string> areas) =>
        series
            .Select(s => (Series: s, Latest: LatestOf(s, areas)))
            .Where(s => s.Latest is not null)
            .OrderByDescending(s => s.Latest!.Value.End)
            .ThenBy(s => s.Series.Rank)
            .ThenByDescending(s => s.Series.Find(AreaRegister.England, s.Latest!.Value)?.Value is not null)
            .Select(s => s.Series)
            .FirstOrDefault();

    /// <summary>Whether one period is there and later than the other.</summary>
    public static bool IsLater(Period? one, Period? other) => one is { } a && (other is not { } b || a > b);

    private static Period? LatestOf(SeriesAsOf series, IReadOnlyList<string> areas) =>
        areas.Select(a => series.Latest(a)?.Observation.Period).Where(p => p is not null).Max();
}
