using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>
/// Control limits of a rate around a benchmark, for an area of a given population: the range in which an area that
/// differs from the benchmark by chance alone would lie. The limits of Fingertips' funnel plots, PHEindicatormethods,
/// calculate_funnel_limits: an exact Poisson tail beyond each limit.
/// </summary>
/// <remarks>
/// A count lies beyond a limit just where the benchmark lies outside the exact Poisson interval of the count. An older
/// comparison of Fingertips took the interval of the expected count for limits, and so called some counts low that are
/// not.
/// </remarks>
internal static class RateControlLimits
{
    /// <summary>What the method is called beside an outcome.</summary>
    public const string Method = "limits of a rate, exact Poisson";

    private const double Accuracy = 1e-13;

    // From here on the normal tail, corrected for its skewness, is less than a hundredth of one event away from the
    // exact one.
    private const double ExactBelow = 100_000;

    /// <summary>The limits around the benchmark's rate.</summary>
    /// <param name="benchmark">The benchmark's rate; not negative.</param>
    /// <param name="population">The area's population; more than 0.</param>
    /// <param name="multiplier">The rate is for so many, such as 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The benchmark is negative, or the population or the multiplier is
    /// not positive.</exception>
    public static Interval Calculate(double benchmark, double population, double multiplier, Confidence confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(benchmark);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(multiplier);
        return OfCount(benchmark / multiplier * population, confidence).Times(multiplier / population);
    }

    // P(X <= x) is the upper regularised gamma function of x + 1, and P(X >= x) the lower one of x, at the expected
    // count.
    private static Interval OfCount(double expected, Confidence confidence)
    {
        if (expected == 0)
            return new(0, 0);
        if (expected >= ExactBelow)
            return Normal(expected, confidence.Z);
        var tail = (1 - confidence.Level) / 2;
        double Below(double x) => SpecialFunctions.GammaUpperRegularized(x + 1, expected) - tail;
        double Above(double x) => SpecialFunctions.GammaLowerRegularized(x, expected) - tail;
        var farAbove = expected + (10 * Math.Sqrt(expected)) + 10;
        return new(
            Below(0) >= 0 ? 0 : Brent.FindRoot(Below, 0, expected, Accuracy),
            Brent.FindRoot(Above, 0, farAbove, Accuracy)
        );
    }

    // Cornish and Fisher (1937): the quantile of a Poisson count at z, by its mean, its variance and its skewness. An
    // exact tail counts the limit itself, which moves each limit by half an event.
    private static Interval Normal(double expected, double z)
    {
        var (middle, half) = (expected + (((z * z) - 1) / 6), z * Math.Sqrt(expected));
        return new(middle - half - 0.5, middle + half + 0.5);
    }
}
