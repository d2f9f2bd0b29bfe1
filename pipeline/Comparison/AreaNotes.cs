using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What a reader must know of a comparison once it is made: how final its figures are, why it is in line or
/// not judged, and what was revised.</summary>
internal static class AreaNotes
{
    /// <summary>The notes, a sentence each.</summary>
    public static IEnumerable<string> For(Indicator indicator, AreaComparison place) =>
        new[]
        {
            Provisional(place),
            InLine(place),
            NoJudgement(indicator, place),
            NoChange(indicator, place),
            RangeTooSmall(place),
            Releases(place),
            Publishers(place),
        }
            .Concat(place.Revisions.Where(r => r.Flips).Select(r => Flipped(r, place)))
            .OfType<string>();

    private static string? Provisional(AreaComparison place)
    {
        var whose = new[] { (place.Name, place.Local), ("England", place.National) }
            .Where(f => f.Item2?.Vintage == "provisional")
            .Select(f => f.Item1)
            .ToList();
        return whose.Count == 0
            ? null
            : $"The figure{(whose.Count == 1 ? "" : "s")} for {string.Join(" and ", whose)} "
                + $"{(whose.Count == 1 ? "is" : "are")} provisional and may be revised.";
    }

    private static string? InLine(AreaComparison place)
    {
        var with = new[] { ("England’s", place.VersusNational), ("the neighbours’ average", place.VersusNeighbours) }
            .Where(v => v.Item2 == Verdict.InLine)
            .Select(v => v.Item1)
            .ToList();
        return with.Count == 0
            ? null
            : $"In line: the figure equals {string.Join(" and ", with)} exactly, as published.";
    }

    private static string? NoJudgement(Indicator indicator, AreaComparison place)
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
        return "No judgement: the catalogue says of this indicator that neither a high nor a low figure is "
            + $"better. The figure for {place.Name} is {how} England’s.";
    }

    private static string? NoChange(Indicator indicator, AreaComparison place) =>
        place is { Direction: Direction.NoChange, Change: not 0 } && indicator.ChangeTolerance > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"A change of up to {indicator.ChangeTolerance} "
                    + $"{(indicator.Unit == "%" ? "percentage points" : indicator.Unit)} counts as no change."
            )
            : null;

    private static string? RangeTooSmall(AreaComparison place) =>
        place.Standing is { Quartile: null, Of: > Ranking.MinForBands }
            ? "No quartile bands: the range of the authorities’ figures is too small."
            : null;

    private static string? Releases(AreaComparison place)
    {
        var files = new[] { place.Local, place.National }
            .Concat(place.Neighbours?.WithFigures ?? [])
            .OfType<Figure>()
            .Where(f => f.Series.Preference != Series.LocalReturnPreference)
            .Select(f => f.Release)
            .DistinctBy(r => r.Id)
            .ToList();
        return files.Count > 1
            ? $"The figures come from {files.Count} releases of one series: "
                + $"{string.Join(", ", files.Select(r => r.File))}."
            : null;
    }

    private static string? Publishers(AreaComparison place) =>
        place.Local?.Observation.Note is { } note ? $"Publisher's note: {note}" : null;

    private static string Flipped(Revision revision, AreaComparison place) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"A revision turned the verdict against "
                + $"{(revision.Which == "neighbours" ? "the neighbours" : "England")}: the {Whose(revision, place)} "
                + $"for {revision.Period} was {revision.Was} and is {revision.Now}; with the earlier figure it would "
                + $"be “{revision.VerdictWas.Words()}”."
        );

    private static string Whose(Revision revision, AreaComparison place) =>
        revision.Which switch
        {
            "national" => "figure for England",
            "neighbours" => "neighbours’ average",
            _ => $"figure for {place.Name}",
        };
}
