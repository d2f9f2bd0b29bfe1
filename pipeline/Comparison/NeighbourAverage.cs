namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>How one figure is made of the neighbours' figures.</summary>
public enum AverageMethod
{
    /// <summary>The sum of the figures over their number, missing ones left out: the Local Authority Interactive Tool's.</summary>
    Mean,
    /// <summary>The middle figure, or the mean of the two in the middle: the children's social care dashboard's.</summary>
    Median,
    /// <summary>The sum of the numerators over the sum of the denominators, scaled as the figures are, where every figure has both.</summary>
    Pooled,
}

/// <summary>One neighbour's part in an average.</summary>
/// <param name="Value">Its figure.</param>
/// <param name="Numerator">The count above the line, where published.</param>
/// <param name="Denominator">The count below the line, where published.</param>
public readonly record struct NeighbourFigure(decimal Value, decimal? Numerator, decimal? Denominator);

/// <summary>Averages neighbours' figures.</summary>
public static class NeighbourAverage
{
    private const int Places = 10;

    /// <summary>The average, rounded to ten decimal places; null where there is no figure, or where pooling lacks a count.</summary>
    /// <param name="method">How.</param>
    /// <param name="figures">The figures of the neighbours that have one.</param>
    public static decimal? Of(AverageMethod method, IReadOnlyList<NeighbourFigure> figures)
    {
        if (figures.Count == 0)
            return null;
        return method switch
        {
            AverageMethod.Mean => decimal.Round(figures.Sum(f => f.Value) / figures.Count, Places),
            AverageMethod.Median => Median([.. figures.Select(f => f.Value).Order()]),
            AverageMethod.Pooled => Pooled(figures),
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
    }

    private static decimal Median(decimal[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    // The scale (100 for a percentage, 10,000 for a rate) is the power of ten that the figures themselves show.
    private static decimal? Pooled(IReadOnlyList<NeighbourFigure> figures)
    {
        if (figures.Any(f => f.Numerator is null || f.Denominator is null or 0))
            return null;
        var (above, below) = (figures.Sum(f => f.Numerator!.Value), figures.Sum(f => f.Denominator!.Value));
        var sample = figures.FirstOrDefault(f => f.Numerator > 0 && f.Value > 0);
        if (sample.Value == 0)
            return above == 0 ? 0 : null;
        var scale = (decimal)Math.Pow(10, Math.Round(Math.Log10((double)(sample.Value * sample.Denominator!.Value / sample.Numerator!.Value))));
        return decimal.Round(scale * above / below, Places);
    }
}
