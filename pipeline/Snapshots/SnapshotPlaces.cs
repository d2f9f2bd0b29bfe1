using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Writes the comparison of one place into a snapshot.</summary>
internal static class SnapshotPlaces
{
    /// <summary>One of several areas of a row.</summary>
    public static SnapshotPart Part(AreaComparison p, ComparisonBasis basis, NeighbourSet? counting) =>
        Fill(
            new SnapshotPart
            {
                Code = p.Area,
                Name = p.Name,
                VersusNational = p.VersusNational,
                VersusNeighbours = p.VersusNeighbours,
            },
            p,
            basis,
            counting
        );

    /// <summary>A row or a part with the figures of a place in it.</summary>
    public static T Fill<T>(T place, AreaComparison p, ComparisonBasis basis, NeighbourSet? counting)
        where T : SnapshotPlace =>
        place with
        {
            Local = p.Local is { } local
                ? new(
                    local.Value,
                    local.Observation.Period.Label,
                    local.RevisionStatus?.Word(),
                    local.Observation.Numerator,
                    local.Observation.Denominator,
                    local.Observation.Lower,
                    local.Observation.Upper,
                    Source(local)
                )
                : null,
            LocalMissing = p.Missing,
            Return = Return(p.Return),
            Previous = p.Previous is { } previous
                ? new(previous.Value, previous.Observation.Period.Label, Source(previous))
                {
                    Status = previous.RevisionStatus?.Word(),
                }
                : null,
            Change = p.Change,
            Direction = p.Direction,
            National = p.National is { } national
                ? new(
                    national.Value,
                    national.Observation.Period.Label,
                    national.Observation.Period == p.Local?.Observation.Period,
                    national.RevisionStatus?.Word(),
                    Source(national)
                )
                : null,
            NewerNational = p.NewerNational?.Label,
            Neighbours = p.Neighbours is { Members.Count: > 0 } group
                ? Neighbours(group, p.Local?.Value, basis.MinimumNeighbours)
                : null,
            Significance = p.Significance,
            Tests = p.Tests,
            Rank = p.Standing is { } standing ? new(standing.Rank, standing.Of) : null,
            Quartile = p.Standing?.Quartile,
            Spread = p.Standing?.Spread,
            Trend = p.Trend,
            Outlook = p.Outlook,
            Comparators =
            [
                .. p.Comparators.Select(c => new SnapshotComparator(
                    c.Id,
                    c.Name,
                    c.Group?.Method,
                    c.Value,
                    c.Period?.Label,
                    c.Group?.WithFigures.Count,
                    c.Group?.Members.Count,
                    c.Versus,
                    Source(c.Published)
                )
                {
                    Compared = c.Compared,
                }),
            ],
            Alternatives =
            [
                .. DistinctAlternatives
                    .For(p, counting)
                    .Select(a => new SnapshotAlternative(
                        a.Set.Id,
                        a.Set.From,
                        a.Group.Method,
                        a.Group.Average,
                        a.Group.WithFigures.Count,
                        a.Group.Members.Count,
                        a.Versus
                    )
                    {
                        Compared = a.Group.AverageBeside(p.Local?.Value),
                    }),
            ],
            Revisions =
            [
                .. p.Revisions.Select(r => new SnapshotRevision(
                    r.Which,
                    r.Period.Label,
                    r.Was,
                    r.Now,
                    Source(r.WasFigure),
                    Source(r.NowFigure),
                    r.VerdictWas,
                    r.VerdictNow
                )),
            ],
            History = p.History,
            Notes = [.. p.Notes.Select(n => n.Text)],
            NoteCodes = [.. p.Notes.Select(n => n.Code)],
        };

    /// <summary>The council's own later figure.</summary>
    public static SnapshotReturn? Return(CouncilReturn? r) =>
        r is null
            ? null
            : new(
                r.Figure.Value,
                r.Figure.Observation.Period.Label,
                r.Figure.RevisionStatus?.Word(),
                r.VersusNational,
                r.VersusNeighbours,
                Source(r.Figure)
            );

    private static SnapshotNeighbours Neighbours(GroupComparison group, decimal? local, int minimum) =>
        new(
            group.Method,
            group.Average,
            group.Period?.Label,
            group.WithFigures.Count,
            group.Members.Count,
            [.. group.Members.Where(m => m.Figure?.Value is null).Select(m => m.Area.Code)],
            [
                .. group
                    .Members.Where(m => m.Figure?.Value is not null)
                    .Select(m => new SnapshotNeighbourFigure(
                        m.Area.Code,
                        m.Area.Name,
                        m.Figure!.Value!.Value,
                        Source(m.Figure)!
                    )
                    {
                        Status = m.Figure.RevisionStatus?.Word(),
                    }),
            ]
        )
        {
            Absent =
            [
                .. group
                    .Members.Where(m => m.Figure?.Value is null)
                    .Select(m => new SnapshotAbsentee(m.Area.Code, m.Area.Name, group.Why(m.Area, m.Figure))),
            ],
            Compared = group.AverageBeside(local),
            Minimum = minimum,
            IsBelowMinimum = group.WithFigures.Count > 0 && group.WithFigures.Count < minimum,
        };

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(f))]
    private static SnapshotSource? Source(Figure? f) =>
        f is null
            ? null
            : new(
                f.Release.Feed.Folder(),
                f.Series.Name,
                f.Release.Id,
                f.Release.File,
                f.Observation.Row,
                f.Series.Column,
                f.Observation.MinusRow
            );
}
