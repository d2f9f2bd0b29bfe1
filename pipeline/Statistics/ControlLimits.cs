namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>
/// Control limits of a proportion around a benchmark, for an area of a given size: the range in which an area that
/// differs from the benchmark by chance alone would lie. The limits of Shewhart's p chart, b ± z√(b(1−b)/n).
/// </summary>
/// <remarks>
/// A proportion lies beyond a limit just where the benchmark lies outside the Wilson score interval of the proportion,
/// as a rate does with its own interval (see <see cref="RateControlLimits"/>). An older comparison of Fingertips took
/// the interval of the expected count for limits, which lies nearer to one half and so contradicts the interval of the
/// figure.
/// </remarks>
internal static class ControlLimits
{
    /// <summary>What the method is called beside an outcome.</summary>
    public const string Method = "limits of a proportion, b ± z√(b(1−b)/n)";

    /// <summary>The limits around the benchmark's share.</summary>
    /// <param name="benchmark">The benchmark's share, 0 to 1.</param>
    /// <param name="n">The area's denominator; more than 0.</param>
    /// <param name="z">The standard normal quantile.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Interval Calculate(double benchmark, double n, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(benchmark);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(benchmark, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var half = z * Math.Sqrt(benchmark * (1 - benchmark) / n);
        return new(Math.Max(0, benchmark - half), Math.Min(1, benchmark + half));
    }
}
