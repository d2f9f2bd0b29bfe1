using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>One neighbour's part in an average.</summary>
/// <param name="Numerator">The count above the line, where published.</param>
/// <param name="Denominator">The count below the line, where published.</param>
internal readonly record struct NeighbourFigure(decimal Value, decimal? Numerator, decimal? Denominator);

/// <summary>Averages neighbours' figures.</summary>
internal static class NeighbourAverage
{
    private const int Places = 10;

    /// <summary>The average, rounded to ten decimal places; null where there is no figure, or where pooling lacks a
    /// count.</summary>
    /// <param name="multiplier">What a share of 1 is in the figures' unit, such as 100 for a percentage; null where
    /// they are neither proportions nor rates and cannot be pooled.</param>
    public static decimal? Calculate(AverageMethod method, IReadOnlyList<NeighbourFigure> figures, int? multiplier)
    {
        if (figures.Count == 0)
            return null;
        return method switch
        {
            AverageMethod.Mean => decimal.Round(figures.Sum(f => f.Value) / figures.Count, Places),
            AverageMethod.Median => Median([.. figures.Select(f => f.Value).Order()]),
            AverageMethod.Pooled => Pooled(figures, multiplier),
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
    }

    /// <summary>An average rounded, half away from zero, to the most decimal places that one of the figures
    /// has.</summary>
    /// <param name="figures">The figures that it is made of and compared with, as published; null for a missing
    /// one.</param>
    public static decimal? AtPublishedDecimals(decimal? average, IReadOnlyCollection<decimal?> figures)
    {
        if (average is not { } value)
            return null;
        var places = figures.OfType<decimal>().Select(f => (int)f.Scale).DefaultIfEmpty(Places).Max();
        return decimal.Round(value, Math.Min(places, Places), MidpointRounding.AwayFromZero);
    }

    private static decimal Median(decimal[] sorted) =>
        sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    private static decimal? Pooled(IReadOnlyList<NeighbourFigure> figures, int? multiplier) =>
        multiplier is not { } scale || figures.Any(f => f.Numerator is null || f.Denominator is null or 0)
            ? null
            : decimal.Round(
                scale * figures.Sum(f => f.Numerator!.Value) / figures.Sum(f => f.Denominator!.Value),
                Places
            );
}
