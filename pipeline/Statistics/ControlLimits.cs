namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>
/// Control limits of a proportion around a benchmark, for an area of a given size: the range in which an area that differs
/// from the benchmark by chance alone would lie. Fingertips, statistical process control for proportions.
/// </summary>
public static class ControlLimits
{
    /// <summary>The limits around the benchmark's share.</summary>
    /// <param name="benchmark">The benchmark's share, 0 to 1.</param>
    /// <param name="n">The area's denominator; more than 0.</param>
    /// <param name="z">The standard normal quantile.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Interval Of(double benchmark, double n, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(benchmark);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(benchmark, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var expected = n * benchmark;
        var half = z * Math.Sqrt((z * z) + (4 * expected * (1 - benchmark)));
        var below = 2 * (n + (z * z));
        return new(((2 * expected) + (z * z) - half) / below, ((2 * expected) + (z * z) + half) / below);
    }
}
