using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>
/// The periods that an edition no longer stands by: those of the edition before that it leaves out between its own,
/// and those before its first where it goes on to later years and has revised the years that both give. The older
/// figures are then not of one series with the newer ones. An edition of other years, or one that only moves on,
/// leaves the older figures as they are.
/// </summary>
internal sealed class LeftOutPeriods
{
    private readonly HashSet<Period> _leftOut = [];

    /// <summary>Compares two editions of one series.</summary>
    public LeftOutPeriods(ReleasedSeries older, ReleasedSeries newer)
    {
        var (before, now) = (PeriodsOf(older), PeriodsOf(newer));
        foreach (var period in before.Except(now))
        {
            var alike = now.Where(p => p.IsComparableWith(period)).ToList();
            if (alike.Count == 0 || alike.Max() < period)
                continue;
            var both = alike.Where(before.Contains).ToHashSet();
            if (
                alike.Min() < period
                || (alike.Max() > before.Where(p => p.IsComparableWith(period)).Max() && IsRevised(older, newer, both))
            )
                _leftOut.Add(period);
        }
    }

    /// <summary>Whether the newer edition leaves out a period of the older.</summary>
    public bool Contains(Period period) => _leftOut.Contains(period);

    private static HashSet<Period> PeriodsOf(ReleasedSeries edition) =>
        [.. edition.Areas.Values.SelectMany(s => s.Observations).Select(o => o.Period)];

    // Most of the figures that both give differ, by more than rounding.
    private static bool IsRevised(ReleasedSeries older, ReleasedSeries newer, HashSet<Period> both)
    {
        var (same, revised) = (0, 0);
        foreach (var (area, series) in older.Areas)
        {
            if (!newer.Areas.TryGetValue(area, out var after))
                continue;
            var now = after.Observations.ToDictionary(o => o.Period, o => o.Value.Value);
            foreach (var observation in series.Observations.Where(o => both.Contains(o.Period)))
            {
                if (
                    observation.Value.Value is not { } was
                    || now.GetValueOrDefault(observation.Period) is not { } value
                )
                    continue;
                if (was == value || Rounding.IsAllThatDiffers(was, value))
                    same++;
                else
                    revised++;
            }
        }
        return revised > same;
    }
}
