using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figures of a group of areas for one period, and their average.</summary>
/// <param name="Members">The areas in the group's order, each with its figure; null where the release does not have the area.</param>
/// <param name="Period">The period; null where none of the areas has a figure that may be compared.</param>
/// <param name="Method">How they are averaged.</param>
/// <param name="Average">The average; null where no area has a figure, or where pooling lacks a count.</param>
public sealed record GroupComparison(IReadOnlyList<(Area Area, Figure? Figure)> Members, Period? Period, AverageMethod Method, decimal? Average)
{
    /// <summary>The figures that are there.</summary>
    public IReadOnlyList<Figure> Having { get; } = [.. Members.Select(m => m.Figure).Where(f => f?.Value is not null).OfType<Figure>()];

    /// <summary>Takes the figures of the period or, where none of the areas has one, of the nearest that any has.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="publisher">The series; null where no publisher has one.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="method">How they are averaged.</param>
    /// <param name="period">The period that is wanted.</param>
    /// <param name="whose">What the group is called in a note.</param>
    /// <param name="notes">Takes what a reader must know.</param>
    internal static GroupComparison Of(Indicator indicator, KnownSeries? publisher, IReadOnlyList<Area> areas, AverageMethod method, Period period, string whose, List<string> notes)
    {
        if (publisher is null || areas.Count == 0)
            return new([.. areas.Select(a => (a, (Figure?)null))], null, method, null);
        var same = At(indicator, publisher, areas, method, period);
        if (same.Having.Count > 0)
            return same;
        var nearest = areas.Select(a => publisher.Nearest(a.Code, period)).OfType<Figure>().MinBy(f => Math.Abs(f.Observation.Period.End.DayNumber - period.End.DayNumber));
        return nearest is null || OtherPeriod.Take(indicator, nearest, period, whose, notes) is null
            ? same with { Period = null }
            : At(indicator, publisher, areas, method, nearest.Observation.Period);
    }

    /// <summary>Takes the figures of one period.</summary>
    internal static GroupComparison At(Indicator indicator, KnownSeries publisher, IReadOnlyList<Area> areas, AverageMethod method, Period period)
    {
        List<(Area Area, Figure? Figure)> members = [.. areas.Select(a => (a, publisher.Find(a.Code, period)))];
        return new(members, period, method, Averaged(indicator, method, members.Select(m => m.Figure)));
    }

    /// <summary>The average of the figures that are there.</summary>
    internal static decimal? Averaged(Indicator indicator, AverageMethod method, IEnumerable<Figure?> figures) => NeighbourAverage.Of(
        method,
        [.. figures.Where(f => f?.Value is not null).Select(f => new NeighbourFigure(f!.Value!.Value, f.Observation.Numerator, f.Observation.Denominator))],
        indicator.Multiplier);

    /// <summary>What a reader must know of the average: who is missing and why, and where it is made of few.</summary>
    internal IEnumerable<string> Notes(int minimum)
    {
        if (Members.Count == 0)
            yield break;
        if (Having.Count == 0)
        {
            yield return "No comparison with the neighbours: none of them has a figure.";
            yield break;
        }
        if (Average is null)
            yield return "The neighbours cannot be pooled: a numerator or a denominator is not published.";
        if (Having.Count < Members.Count)
            yield return $"Neighbours' average of {Having.Count} of {Members.Count}; missing: {string.Join(", ", Members.Where(m => m.Figure?.Value is null).Select(m => $"{m.Area.Name} ({Why(m.Area, m.Figure)})"))}.";
        if (Average is not null && Having.Count < minimum)
            yield return $"Read the neighbours' average with care: it is made of {Having.Count} of {Members.Count}, fewer than {minimum}.";
    }

    /// <summary>Why one of the areas has no figure.</summary>
    /// <param name="area">The area.</param>
    /// <param name="figure">What the release says of it; null for nothing.</param>
    internal string Why(Area area, Figure? figure) =>
        area.Until < Period?.Start ? "abolished" : figure?.Observation.Value.Missing?.Words() ?? "not in the release";
}
