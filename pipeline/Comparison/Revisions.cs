using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>A figure of a comparison that the edition before gave differently.</summary>
/// <param name="Which">"local", "previous", "national" or "neighbours".</param>
/// <param name="Was">The figure that the edition before gave.</param>
/// <param name="WasFigure">Where the earlier one stands; null for an average.</param>
/// <param name="NowFigure">Where the one that counts stands; null for an average.</param>
/// <param name="VerdictWas">The verdict with the earlier figure in its place, and with that of whatever else of the two
/// compared figures was revised.</param>
internal sealed record Revision(
    string Which,
    Period Period,
    decimal Was,
    decimal Now,
    Figure? WasFigure,
    Figure? NowFigure,
    Verdict VerdictWas,
    Verdict VerdictNow
)
{
    /// <summary>Whether the revision turned the verdict.</summary>
    public bool Flips => Verdicts.Turned(VerdictWas, VerdictNow);
}

/// <summary>Finds what was revised among the figures of a comparison.</summary>
internal static class Revisions
{
    /// <summary>The revisions: of the area's figure and its previous one, of England's, and of the neighbours'
    /// average. Rounding is one only where it turns the verdict.</summary>
    public static IEnumerable<Revision> Find(
        ComparisonBasis basis,
        Indicator indicator,
        SeriesAsOf? publisher,
        SeriesAsOf mine,
        AreaComparison place
    ) => All(basis, indicator, publisher, mine, place).Where(r => r.Flips || !Rounding.IsAllThatDiffers(r.Was, r.Now));

    private static IEnumerable<Revision> All(
        ComparisonBasis basis,
        Indicator indicator,
        SeriesAsOf? publisher,
        SeriesAsOf mine,
        AreaComparison place
    )
    {
        if (place is not { Local: { } local, Neighbours: { } neighbours })
            yield break;
        var (previous, national) = (place.Previous, place.National);
        Verdict Verdict(decimal? value, decimal? against) => Verdicts.Compare(value, against, indicator.Polarity);
        var now = Verdict(local.Value, national?.Value);
        var was = Before(mine, local);
        var england = publisher is null || national is null ? null : Before(publisher, national);
        var then = Verdict(
            (was ?? local).Value,
            england is null ? national?.Value : NationalFigure.OfEdition(publisher!, england, basis.Authorities)
        );
        if (was is not null)
            yield return One("local", was, local, then, now);
        if (previous is not null && Before(mine, previous) is { } earlier)
            yield return One("previous", earlier, previous, now, now);
        if (publisher is null)
            yield break;
        if (england is not null)
            yield return One("national", england, national!, then, now);
        List<(Area Area, Figure? Figure)> before =
        [
            .. neighbours.Members.Select(m =>
                (m.Area, m.Figure is null ? null : Before(publisher, m.Figure) ?? m.Figure)
            ),
        ];
        var groupWas = new GroupComparison(before, neighbours.Period, neighbours.Method, null).Averaged(indicator);
        if (
            neighbours.Period is { } period
            && neighbours.AverageBeside(local.Value) is { } average
            && groupWas.AverageBeside(local.Value) is { } averageWas
            && averageWas != average
        )
            yield return new(
                "neighbours",
                period,
                averageWas,
                average,
                null,
                null,
                Verdict((was ?? local).Value, averageWas),
                Verdict(local.Value, average)
            );
    }

    private static Revision One(string which, Figure was, Figure now, Verdict verdictWas, Verdict verdictNow) =>
        new(which, now.Observation.Period, was.Value!.Value, now.Value!.Value, was, now, verdictWas, verdictNow);

    // The edition before is the newest older one that gave a figure; where it gave the same, nothing was revised since.
    private static Figure? Before(SeriesAsOf series, Figure figure) =>
        series
            .Editions(figure.Series.Area, figure.Observation.Period)
            .SkipWhile(f => f.Release.Id != figure.Release.Id)
            .Skip(1)
            .FirstOrDefault(f => f.Value is not null)
            is { } before
        && before.Value != figure.Value
            ? before
            : null;
}
