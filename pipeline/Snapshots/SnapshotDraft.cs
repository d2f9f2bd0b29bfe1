using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Makes the snapshot of one area out of the evidence. A pure function: the same evidence gives the same snapshot.</summary>
public static class SnapshotDraft
{
    /// <summary>Makes a snapshot, with version 0.</summary>
    /// <param name="reference">The catalogue and the areas.</param>
    /// <param name="evidence">What was known.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="compiled">The compile date.</param>
    /// <param name="area">The area.</param>
    public static Snapshot Make(Reference reference, Evidence evidence, SnapshotRequest request, DateOnly compiled, Area area)
    {
        var neighbours = evidence.NeighbourSet?.Of(area.Code) ?? [];
        var comparer = new Comparer(reference.Areas, area, neighbours, request.Average);
        var comparisons = reference.Catalogue.Indicators
            .Where(i => i.IsReportedAt(request.AsAt))
            .Select(i => comparer.Compare(i, evidence.Series.GetValueOrDefault(i.Id) ?? []))
            .ToList();
        var used = comparisons.SelectMany(Releases).Append(evidence.NeighbourRelease).Append(evidence.KeyActionRelease)
            .OfType<Release>().DistinctBy(r => r.Id).OrderBy(r => r.Feed).ThenBy(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        return new()
        {
            Title = reference.Catalogue.Title,
            AsAt = request.AsAt,
            Compiled = compiled,
            Version = 0,
            Area = new(area.Code, area.Name),
            Catalogue = reference.Catalogue.Hash,
            Code = CodeVersion.Current,
            NeighbourSet = evidence.NeighbourSet is { } set
                ? new(set.Id, set.From, [.. neighbours.Select(n => new SnapshotNeighbour(n.Area.Code, n.Area.Name, n.Closeness))])
                : null,
            Summary = SnapshotSummary.Of([.. comparisons.Select(c => c.VersusNational)]),
            SummaryNeighbours = SnapshotSummary.Of([.. comparisons.Select(c => c.VersusNeighbours)]),
            Rows = [.. comparisons.Select(c => Row(c, reference.Catalogue, request.Average))],
            Actions = evidence.KeyActionRelease is null ? null : Actions(evidence.KeyActions, reference.Catalogue),
            Findings =
            [
                .. from release in used
                   from finding in evidence.Findings.GetValueOrDefault(release.Id) ?? []
                   group finding by (release.Id, release.File, finding.Code, finding.Severity) into same
                   select new SnapshotFinding(same.Key.Id, same.Key.File, same.Key.Code, same.Key.Severity.ToString().ToLowerInvariant(), same.Count()),
            ],
            Inputs = [.. used.Select(r => new SnapshotInput(r.Id, r.Feed.Folder(), r.File, r.Published, r.PublishedFrom, r.Vintage, r.Notice, r.Sha256))],
        };
    }

    private static IEnumerable<Release?> Releases(IndicatorComparison comparison) => comparison.Places.SelectMany(p =>
        p.Neighbours.Select(n => n.Figure).Append(p.Local).Append(p.Previous).Append(p.National).Select(f => f?.Release));

    private static SnapshotRow Row(IndicatorComparison c, IndicatorCatalogue catalogue, AverageMethod method)
    {
        var indicator = c.Indicator;
        var row = new SnapshotRow
        {
            Indicator = indicator.Id,
            Name = indicator.Name,
            Narrative = indicator.Narrative,
            Priority = catalogue.PriorityTitle(indicator.Priority),
            Origin = indicator.Origin,
            Polarity = indicator.Polarity,
            Unit = indicator.Unit,
            Decimals = indicator.Decimals,
            Frequency = indicator.Frequency,
            ChangeTolerance = indicator.ChangeTolerance,
            About = indicator.Note,
            VersusNational = c.VersusNational,
            VersusNeighbours = c.VersusNeighbours,
            Sources = [.. Releases(c).OfType<Release>().Select(r => r.Id).Distinct().Order(StringComparer.Ordinal)],
        };
        if (!c.IsInParts)
            return Fill(row, c.Places[0], indicator, method);
        return row with
        {
            Areas = [.. c.Places.Select(p => Fill(new SnapshotPart { Code = p.Area, Name = p.Name, VersusNational = p.VersusNational, VersusNeighbours = p.VersusNeighbours }, p, indicator, method))],
            Notes = [$"Measured for {string.Join(" and ", c.Places.Select(p => p.Name))} separately; see the figures of each."],
        };
    }

    private static T Fill<T>(T place, PlaceComparison p, Indicator indicator, AverageMethod method)
        where T : SnapshotPlace => place with
        {
            Local = p.Local is { } local
                ? new(local.Value, local.Observation.Period.Label, local.Vintage, local.Observation.Numerator, local.Observation.Denominator, local.Observation.Lower, local.Observation.Upper, Source(local))
                : null,
            Previous = p.Previous is { } previous ? new(previous.Value, previous.Observation.Period.Label, Source(previous)) : null,
            Change = p.Change,
            Direction = Direction(p.Change, indicator.Polarity),
            National = p.National is { } national
                ? new(national.Value, national.Observation.Period.Label, national.Observation.Period == p.Local?.Observation.Period, national.Vintage, Source(national))
                : null,
            Neighbours = p.Neighbours.Count == 0 ? null : Neighbours(p, method),
            Significance = p.Significance is { } s ? new(s.National, s.NationalAt998, s.Neighbours, s.NeighboursAt998, s.Method, s.Lower, s.Upper) : null,
            Rank = p.Standing is { } standing ? new(standing.Rank, standing.Of) : null,
            Quartile = p.Standing?.Quartile,
            Trend = p.Trend,
            Notes = p.Notes,
        };

    private static SnapshotNeighbours Neighbours(PlaceComparison p, AverageMethod method)
    {
        var having = p.Neighbours.Where(n => n.Figure?.Value is not null).ToList();
        return new(
            method, p.NeighboursValue, p.NeighboursPeriod?.Label, having.Count, p.Neighbours.Count,
            [.. p.Neighbours.Where(n => n.Figure?.Value is null).Select(n => n.Neighbour.Area.Code)],
            [.. having.Select(n => new SnapshotNeighbourFigure(n.Neighbour.Area.Code, n.Neighbour.Area.Name, n.Figure!.Value!.Value, Source(n.Figure)))]);
    }

    private static SnapshotSource Source(Figure f) =>
        new(f.Release.Feed.Folder(), f.Series.Source, f.Release.Id, f.Release.File, f.Observation.Row, f.Series.Column, f.Observation.MinusRow);

    private static string? Direction(decimal? change, Polarity polarity) => (change, polarity) switch
    {
        (null, _) => null,
        (0, _) => "no change",
        (> 0, Polarity.High) or (< 0, Polarity.Low) => "improving",
        (_, Polarity.Neutral) => change > 0 ? "higher" : "lower",
        _ => "declining",
    };

    private static SnapshotActions Actions(IReadOnlyList<KeyAction> actions, IndicatorCatalogue catalogue)
    {
        int Count(KeyActionStatus status) => actions.Count(a => a.Status == status);
        return new(
            actions.Count, Count(KeyActionStatus.Completed), Count(KeyActionStatus.OnSchedule), Count(KeyActionStatus.Behind),
            [.. actions.Select(a => new SnapshotAction(catalogue.PriorityTitle(a.Priority), a.Reference, a.Action, a.Lead, Words(a.Status), a.Note))]);
    }

    private static string Words(KeyActionStatus status) => status switch
    {
        KeyActionStatus.Completed => "completed",
        KeyActionStatus.OnSchedule => "on schedule",
        _ => "behind schedule",
    };
}
