namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>
/// The Wilson score interval of a proportion: Wilson (1927); Association of Public Health Observatories, technical
/// briefing 3, page 6; PHEindicatormethods, phe_proportion.
/// </summary>
internal static class WilsonScore
{
    /// <summary>The interval of x out of n, as shares between 0 and 1.</summary>
    /// <param name="x">How many; 0 to n.</param>
    /// <param name="n">Out of how many; more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is not positive, or x is negative or greater than n.</exception>
    public static Interval Calculate(double x, double n, Confidence confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, n);
        var z = confidence.Z;
        var root = z * Math.Sqrt((z * z) + (4 * x * (1 - (x / n))));
        var below = 2 * (n + (z * z));
        // At the ends the formula gives 0 and 1 but for the last bits.
        return new(x == 0 ? 0 : ((2 * x) + (z * z) - root) / below, x == n ? 1 : ((2 * x) + (z * z) + root) / below);
    }
}
