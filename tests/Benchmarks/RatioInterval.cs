namespace ChildrensTrust.Benchmarks;

/// <summary>The ratio of two pieces of work that were timed in turn: the median of the rounds' ratios, and the interval
/// in which the true median is in 95 of 100 runs, by the order of the rounds.</summary>
/// <param name="Median">The ratio.</param>
/// <param name="Low">The lower end; equal to the ratio where it was measured once.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct RatioInterval(double Median, double Low, double High)
{
    /// <summary>The fewest rounds of which the smallest and the largest make such an interval.</summary>
    public const int FewestRounds = 6;

    private const double Outside = 0.025;
    private const double Wide = 0.05;

    /// <summary>Whether it has no width, as where it was measured once.</summary>
    public bool IsExact => Low == High;

    /// <summary>Whether the ends are within five in a hundred of the ratio.</summary>
    public bool IsNarrow => High - Median <= Wide * Median && Median - Low <= Wide * Median;

    /// <summary>One figure against another, both of which hardly differ from run to run.</summary>
    public static RatioInterval Once(double mine, double other) => new(mine / other, mine / other, mine / other);

    /// <summary>Of the figures of each round.</summary>
    public static RatioInterval Of(IReadOnlyList<double> mine, IReadOnlyList<double> other)
    {
        var ratios = mine.Zip(other, (m, o) => m / o).Order().ToList();
        var rank = Rank(ratios.Count);
        return new(Middle(ratios), ratios[rank], ratios[^(rank + 1)]);
    }

    /// <summary>The median.</summary>
    public static double Middle(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }

    // As many of the smallest as may be left out: that the true median is among them has the chance of so many heads
    // at most in as many throws of a coin as there are rounds.
    private static int Rank(int rounds)
    {
        var (rank, chance) = (0, Math.Pow(0.5, rounds));
        for (var heads = chance; ; rank++)
        {
            heads *= (rounds - rank) / (rank + 1.0);
            chance += heads;
            if (chance > Outside)
                return rank;
        }
    }
}
