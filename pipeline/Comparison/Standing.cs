using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Where a figure stands among all authorities, as the Local Authority Interactive Tool has it.</summary>
/// <param name="Rank">1 is the best; equal figures share the best of their ranks.</param>
/// <param name="Of">How many authorities have a figure.</param>
/// <param name="Quartile">A, the best quarter, to D; null where the figures are too close together for four bands.</param>
public sealed record Standing(int Rank, int Of, string? Quartile)
{
    // A release that speaks of fewer does not speak of all authorities: a rank among neighbours is no national rank.
    private const int Fewest = 100;
    private const int FewestFigures = 4;

    /// <summary>Ranks a figure; null for a neutral indicator, or where the release does not have nearly all authorities.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="authorities">The figures of all authorities, this one's among them; null for a missing one, which is not ranked.</param>
    /// <param name="polarity">Which way is better.</param>
    public static Standing? Among(decimal value, IReadOnlyCollection<decimal?> authorities, Polarity polarity)
    {
        decimal[] figures = [.. authorities.OfType<decimal>().Order()];
        if (polarity == Polarity.Neutral || authorities.Count < Fewest || figures.Length < FewestFigures)
            return null;
        var better = figures.Count(a => polarity == Polarity.High ? a > value : a < value);
        return new(better + 1, figures.Length, Band(value, figures, polarity));
    }

    private static string? Band(decimal value, decimal[] sorted, Polarity polarity)
    {
        decimal[] quartiles = [Quantile.Of(sorted, 0.25m), Quantile.Of(sorted, 0.5m), Quantile.Of(sorted, 0.75m)];
        if (quartiles[0] == quartiles[1] || quartiles[1] == quartiles[2])
            return null;
        var band = quartiles.Count(q => value > q);
        return polarity == Polarity.Low ? "ABCD"[band..(band + 1)] : "DCBA"[band..(band + 1)];
    }
}
