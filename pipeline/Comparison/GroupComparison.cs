using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figures of a group of areas for one period, and their average.</summary>
/// <param name="Members">The areas in the group's order, each with its figure; null where the release does not have the
/// area.</param>
/// <param name="Period">The period; null where none of the areas has a figure that may be compared.</param>
/// <param name="Average">The average; null where no area has a figure, or where pooling lacks a count.</param>
internal sealed record GroupComparison(
    IReadOnlyList<(Area Area, Figure? Figure)> Members,
    Period? Period,
    AverageMethod Method,
    decimal? Average
)
{
    /// <summary>The figures that are there.</summary>
    public IReadOnlyList<Figure> WithFigures { get; } =
    [.. Members.Select(m => m.Figure).Where(f => f?.Value is not null).OfType<Figure>()];

    /// <summary>Takes the figures of the period or, where none of the areas has one, of the nearest that any
    /// has.</summary>
    /// <param name="others">The period that is wanted, and what is done where the group's is another.</param>
    internal static GroupComparison Create(
        NearestPeriod others,
        SeriesAsOf? publisher,
        IReadOnlyList<Area> areas,
        AverageMethod method
    )
    {
        var (indicator, period) = (others.Indicator, others.Period);
        if (publisher is null || areas.Count == 0)
            return new([.. areas.Select(a => (a, (Figure?)null))], null, method, null);
        var same = At(indicator, publisher, areas, method, period);
        if (same.WithFigures.Count > 0)
            return same;
        var nearest = areas
            .Select(a => publisher.Nearest(a.Code, period))
            .OfType<Figure>()
            .MinBy(f => Math.Abs(f.Observation.Period.End.DayNumber - period.End.DayNumber));
        return nearest is null || others.Accept(nearest, "similar councils") is null
            ? same with
            {
                Period = null,
            }
            : At(indicator, publisher, areas, method, nearest.Observation.Period);
    }

    /// <summary>
    /// The average at the decimals that the publisher gives: the most of the area's figure and of those averaged. An
    /// average is no more exact than what it is made of, so this is what a figure is compared with.
    /// </summary>
    /// <param name="local">The area's figure.</param>
    internal decimal? AverageBeside(decimal? local) =>
        NeighbourAverage.AtPublishedDecimals(Average, [.. WithFigures.Select(f => f.Value), local]);

    /// <summary>Takes the figures of one period.</summary>
    internal static GroupComparison At(
        Indicator indicator,
        SeriesAsOf publisher,
        IReadOnlyList<Area> areas,
        AverageMethod method,
        Period period
    )
    {
        List<(Area Area, Figure? Figure)> members = [.. areas.Select(a => (a, publisher.Find(a.Code, period)))];
        return new GroupComparison(members, period, method, null).Averaged(indicator);
    }

    /// <summary>The same figures with the average of those that are there.</summary>
    internal GroupComparison Averaged(Indicator indicator) =>
        this with
        {
            Average = NeighbourAverage.Calculate(
                Method,
                [
                    .. WithFigures.Select(f => new NeighbourFigure(
                        f.Value!.Value,
                        f.Observation.Numerator,
                        f.Observation.Denominator
                    )),
                ],
                indicator.Unit.Multiplier
            ),
        };

    /// <summary>What a reader must know of the average: who is missing and why, and where it is made of few.</summary>
    internal IEnumerable<Note> Notes(int minimum)
    {
        if (Members.Count == 0)
            yield break;
        if (WithFigures.Count == 0)
        {
            yield return Note.NoNeighbourFigures();
            yield break;
        }
        if (Average is null)
            yield return Note.NotPooled();
        if (WithFigures.Count < Members.Count)
        {
            var missing = Members
                .Where(m => m.Figure?.Value is null)
                .Select(m => $"{m.Area.Name} ({Why(m.Area, m.Figure).Words()})");
            yield return Note.MissingNeighbours(WithFigures.Count, Members.Count, missing);
        }
        if (Average is not null && WithFigures.Count < minimum)
            yield return Note.FewNeighbours(WithFigures.Count, Members.Count, minimum);
    }

    /// <summary>Why one of the areas has no figure.</summary>
    /// <param name="figure">What the release says of it; null for nothing.</param>
    internal MissingReason Why(Area area, Figure? figure) =>
        area.Until < Period?.Start
            ? MissingReason.Abolished
            : figure?.Observation.Value.Missing ?? MissingReason.NotInRelease;
}
