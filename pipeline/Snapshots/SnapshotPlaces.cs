using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Writes the comparison of one place into a snapshot.</summary>
internal static class SnapshotPlaces
{
    /// <summary>One of several areas of a row.</summary>
    public static SnapshotPart Part(PlaceComparison p, Indicator indicator, ComparisonBasis basis) =>
        Fill(new SnapshotPart { Code = p.Area, Name = p.Name, VersusNational = p.VersusNational, VersusNeighbours = p.VersusNeighbours }, p, indicator, basis);

    /// <summary>A row or a part with the figures of a place in it.</summary>
    public static T Fill<T>(T place, PlaceComparison p, Indicator indicator, ComparisonBasis basis)
        where T : SnapshotPlace => place with
        {
            Local = p.Local is { } local
                ? new(local.Value, local.Observation.Period.Label, local.Vintage, local.Observation.Numerator, local.Observation.Denominator, local.Observation.Lower, local.Observation.Upper, Source(local))
                : null,
            LocalMissing = p.Missing?.Words(),
            Previous = p.Previous is { } previous ? new(previous.Value, previous.Observation.Period.Label, Source(previous)) : null,
            Change = p.Change,
            Direction = p.Direction,
            National = p.National is { } national
                ? new(national.Value, national.Observation.Period.Label, national.Observation.Period == p.Local?.Observation.Period, national.Vintage, Source(national))
                : null,
            Neighbours = p.Neighbours is { Members.Count: > 0 } group ? Neighbours(group, basis.MinimumNeighbours) : null,
            Significance = p.Significance is { } s ? new(s.National, s.NationalAt998, s.Neighbours, s.NeighboursAt998, s.Method, s.Lower, s.Upper) : null,
            Tests = [.. p.Tests.Select(t => new SnapshotTest(t.Against, t.Test, t.Confidence, t.Outcome))],
            Rank = p.Standing is { } standing ? new(standing.Rank, standing.Of) : null,
            Quartile = p.Standing?.Quartile,
            Spread = p.Standing?.Spread is { } spread ? new(spread.Count, spread.Minimum, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.Maximum, spread.Percentile) : null,
            Trend = p.Trend,
            Outlook = p.Outlook,
            Comparators = [.. p.Comparators.Select(c => new SnapshotComparator(c.Id, c.Name, c.Group?.Method, c.Value, c.Period?.Label, c.Group?.Having.Count, c.Group?.Members.Count, c.Versus, Source(c.Published)))],
            Alternatives = [.. ToldOnce.Of(p, basis.NeighbourSet).Select(a => new SnapshotAlternative(a.Set.Id, a.Set.From, a.Group.Method, a.Group.Average, a.Group.Having.Count, a.Group.Members.Count, a.Versus))],
            Revisions = [.. p.Revisions.Select(r => new SnapshotRevision(r.Which, r.Period.Label, r.Was, r.Now, Source(r.WasFigure), Source(r.NowFigure), r.VerdictWas, r.VerdictNow))],
            History = [.. p.History.Select(h => new SnapshotPoint(h.Period.Label, h.Local, h.National, h.Neighbours, h.Break?.Note))],
            Notes = p.Notes,
        };

    private static SnapshotNeighbours Neighbours(GroupComparison group, int minimum) => new(
        group.Method, group.Average, group.Period?.Label, group.Having.Count, group.Members.Count,
        [.. group.Members.Where(m => m.Figure?.Value is null).Select(m => m.Area.Code)],
        [.. group.Members.Where(m => m.Figure?.Value is not null).Select(m => new SnapshotNeighbourFigure(m.Area.Code, m.Area.Name, m.Figure!.Value!.Value, Source(m.Figure)!))])
    {
        Absent = [.. group.Members.Where(m => m.Figure?.Value is null).Select(m => new SnapshotAbsentee(m.Area.Code, m.Area.Name, group.Why(m.Area, m.Figure)))],
        Minimum = minimum,
        IsBelowMinimum = group.Having.Count > 0 && group.Having.Count < minimum,
    };

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(f))]
    private static SnapshotSource? Source(Figure? f) =>
        f is null ? null : new(f.Release.Feed.Folder(), f.Series.Source, f.Release.Id, f.Release.File, f.Observation.Row, f.Series.Column, f.Observation.MinusRow);
}
