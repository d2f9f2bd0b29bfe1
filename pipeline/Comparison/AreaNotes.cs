using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What a reader must know of a comparison once it is made: how final its figures are, why it is in line or
/// not judged, and what was revised.</summary>
internal static class AreaNotes
{
    /// <summary>The notes, in the order they are read.</summary>
    public static IEnumerable<Note> For(Indicator indicator, AreaComparison place) =>
        new[]
        {
            Provisional(place),
            place is { NewerNational: { } newer, Local: { } old }
                ? Note.NewerNational(place.Name, old.Observation.Period, newer)
                : null,
            InLine(place),
            NoJudgement(indicator, place),
            NoChange(indicator, place),
            RangeTooSmall(place),
            Releases(place),
            Publishers(place),
        }
            .Concat(Revised(place))
            .OfType<Note>();

    private static Note? Provisional(AreaComparison place)
    {
        var whose = new[] { (place.Name, place.Local), ("England", place.National) }
            .Where(f => f.Item2?.RevisionStatus == RevisionStatus.Provisional)
            .Select(f => f.Item1)
            .ToList();
        return whose.Count == 0 ? null : Note.Provisional(whose);
    }

    private static Note? InLine(AreaComparison place)
    {
        var with = new[]
        {
            ("England’s", place.VersusNational),
            ("the similar councils’ average", place.VersusNeighbours),
        }
            .Where(v => v.Item2 == Verdict.InLine)
            .Select(v => v.Item1)
            .ToList();
        return with.Count == 0 ? null : Note.InLine(with);
    }

    private static Note? NoJudgement(Indicator indicator, AreaComparison place)
    {
        if (
            indicator.Polarity != Polarity.Neutral
            || place.Local?.Value is not { } local
            || place.National?.Value is not { } england
        )
            return null;
        var how =
            local == england ? "the same as"
            : local > england ? "higher than"
            : "lower than";
        return Note.NoJudgement(place.Name, how);
    }

    private static Note? NoChange(Indicator indicator, AreaComparison place) =>
        place is { Direction: Direction.NoChange, Change: not 0 } && indicator.ChangeTolerance > 0
            ? Note.NoChange(indicator.ChangeTolerance, indicator.Unit.OfChange)
            : null;

    private static Note? RangeTooSmall(AreaComparison place) =>
        place.Standing is { Quartile: null, Of: > Ranking.MinForBands } ? Note.NoBands() : null;

    private static Note? Releases(AreaComparison place)
    {
        var files = new[] { place.Local, place.National }
            .Concat(place.Neighbours?.WithFigures ?? [])
            .OfType<Figure>()
            .Where(f => f.Series.Preference != Series.LocalReturnPreference)
            .Select(f => f.Release)
            .DistinctBy(r => r.Id)
            .Select(r => r.File)
            .ToList();
        return files.Count > 1 ? Note.SeveralReleases(files) : null;
    }

    private static Note? Publishers(AreaComparison place) =>
        place.Local?.Observation.Note is { } note ? Note.OfPublisher(note) : null;

    private static IEnumerable<Note> Revised(AreaComparison place)
    {
        var turning = place.Revisions.Where(r => r.Flips).ToList();
        if (turning.FindAll(r => r.Which is "local" or "national") is { Count: > 0 } some)
            yield return Note.RevisedVerdict("England", [.. some.Select(r => (Whose(r, place), r))]);
        if (turning.Find(r => r.Which == "neighbours") is not { } average)
            yield break;
        var besides = place.Revisions.Where(r => r.Which == "local").Append(average);
        yield return Note.RevisedVerdict("similar councils", [.. besides.Select(r => (Whose(r, place), r))]);
    }

    private static string Whose(Revision revision, AreaComparison place) =>
        revision.Which switch
        {
            "national" => "figure for England",
            "neighbours" => "similar councils’ average",
            _ => $"figure for {place.Name}",
        };
}
