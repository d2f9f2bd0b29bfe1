using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figures of one period, for showing how they have gone over time.</summary>
/// <param name="Local">The area's figure; null where it is missing.</param>
/// <param name="National">England's figure; null where it is missing or cannot be an average of the
/// authorities.</param>
/// <param name="Neighbours">The neighbours' average at the publisher's decimals; null where none has a figure.</param>
/// <param name="Break">What changed, where the series breaks between the point before and this one; null where there
/// is none.</param>
public sealed record HistoryPoint(string Period, decimal? Local, decimal? National, decimal? Neighbours, string? Break);

/// <summary>Gathers the points of an area's history from the series that it is compared by.</summary>
internal static class History
{
    private const int MaxPoints = 12;

    /// <summary>The latest periods of the same kind and length as the figure's, the earliest first; those before the
    /// area's first figure are left out.</summary>
    public static IReadOnlyList<HistoryPoint> Create(
        ComparisonBasis basis,
        Indicator indicator,
        SeriesAsOf? publisher,
        SeriesAsOf series,
        AreaComparison place
    )
    {
        if (place.Local?.Observation.Period is not { } latest)
            return [];
        var area = place.Area;
        List<Area> neighbours = [.. place.Neighbours?.Members.Select(m => m.Area) ?? []];
        var periods = series
            .Of(area)
            .Keys.Where(p =>
                p <= latest && p.Kind == latest.Kind && p.End.Year - p.Start.Year == latest.End.Year - latest.Start.Year
            )
            .SkipWhile(p => series.Find(area, p)?.Value is null)
            .TakeLast(MaxPoints)
            .ToList();
        decimal? Average(Period period, decimal? local) =>
            publisher is null || neighbours.Count == 0
                ? null
                : GroupComparison.At(indicator, publisher, neighbours, basis.Average, period).AverageBeside(local);
        return
        [
            .. periods.Select(
                (period, i) =>
                    new HistoryPoint(
                        period.Label,
                        series.Find(area, period)?.Value,
                        publisher is null ? null : NationalFigure.At(publisher, basis.Authorities, period)?.Value,
                        Average(period, series.Find(area, period)?.Value),
                        i == 0 ? null : indicator.BreakBetween(periods[i - 1].Start, period.Start)?.Note
                    )
            ),
        ];
    }
}
