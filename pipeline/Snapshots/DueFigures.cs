using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Tells which figure each indicator's publisher brings next, and whether it should have come by the compile date.</summary>
internal static class DueFigures
{
    /// <summary>The next figure of an indicator; null where it has none yet, where no one knows how long it takes, or where the indicator ends before.</summary>
    public static SnapshotDue? Of(Indicator indicator, IReadOnlyList<KnownSeries> known, string area, DateOnly asAt, DateOnly compiled)
    {
        string[] places = [area, AreaRegister.England, .. indicator.Parts.GetValueOrDefault(area)?.Select(p => p.Code) ?? []];
        var latest = known.Where(s => s.Rank != Series.LocalReturn).SelectMany(s => places.Select(p => s.Latest(p)?.Observation.Period)).Max();
        if (latest is not { Next: var next } || indicator.ExpectedAfterDays is not { } days || indicator.Until < next.Start)
            return null;
        var expected = next.End.AddDays(days);
        // A period that ended after the as-at date would not belong to the snapshot, however late it is.
        return new(indicator.Id, indicator.Name, latest.Value.Label, next.Label, expected, expected < compiled && next.End <= asAt);
    }
}
