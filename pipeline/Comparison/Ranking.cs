using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Where a figure stands among others.</summary>
/// <param name="Rank">1 is the best; equal figures share the best of their ranks.</param>
/// <param name="Quartile">A, the best quarter, to D, as the Local Authority Interactive Tool has it; null where the
/// figures are too few or too close together for four bands.</param>
internal sealed record Ranking(int Rank, int Of, string? Quartile)
{
    // A release that covers fewer does not cover all authorities: a rank among neighbours is no national rank.
    private const int MinAuthorities = 100;
    internal const int MinForBands = 4;

    /// <summary>The spread of the figures; null for a rank within a county.</summary>
    public Spread? Spread { get; init; }

    /// <summary>Ranks a figure among all authorities; null for a neutral indicator, or where the release does not have
    /// nearly all of them.</summary>
    /// <param name="authorities">The figures of all authorities, this one's among them; null for a missing one, which
    /// is not ranked.</param>
    public static Ranking? Among(decimal value, IReadOnlyCollection<decimal?> authorities, Polarity polarity)
    {
        decimal[] figures = [.. authorities.OfType<decimal>().Order()];
        if (polarity == Polarity.Neutral || authorities.Count < MinAuthorities || figures.Length < MinForBands)
            return null;
        var spread = Spread.Calculate(value, figures);
        return new(RankOf(value, figures, polarity), figures.Length, Band(value, spread, polarity)) { Spread = spread };
    }

    /// <summary>Ranks a figure within a small group, without bands; null for a neutral indicator.</summary>
    /// <param name="group">The figures of the group, this one's among them.</param>
    public static Ranking? Within(decimal value, IReadOnlyCollection<decimal> group, Polarity polarity) =>
        polarity == Polarity.Neutral ? null : new(RankOf(value, group, polarity), group.Count, null);

    private static int RankOf(decimal value, IReadOnlyCollection<decimal> figures, Polarity polarity) =>
        figures.Count(f => polarity == Polarity.High ? f > value : f < value) + 1;

    private static string? Band(decimal value, Spread spread, Polarity polarity)
    {
        decimal[] quartiles = [spread.LowerQuartile, spread.Median, spread.UpperQuartile];
        if (quartiles[0] == quartiles[1] || quartiles[1] == quartiles[2])
            return null;
        var band = quartiles.Count(q => value > q);
        return polarity == Polarity.Low ? "ABCD"[band..(band + 1)] : "DCBA"[band..(band + 1)];
    }
}
