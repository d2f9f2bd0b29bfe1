using MathNet.Numerics.Distributions;

namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>
/// The interval of a count behind a rate: Byar's method from ten events on, the exact Poisson interval below. Breslow
/// and Day (1987); Association of Public Health Observatories, technical briefing 3; PHEindicatormethods, phe_rate.
/// </summary>
internal static class ByarRate
{
    private const double ExactBelow = 10;

    /// <summary>The interval of a count.</summary>
    /// <param name="count">How many events; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Interval OfCount(double count, Confidence confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count < ExactBelow ? Exact(count, confidence) : Byar(count, confidence.Z);
    }

    /// <summary>The interval of a rate.</summary>
    /// <param name="count">How many events; not negative.</param>
    /// <param name="population">Among how many; more than 0.</param>
    /// <param name="multiplier">The rate is for so many, such as 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the population is not
    /// positive.</exception>
    public static Interval OfRate(double count, double population, double multiplier, Confidence confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        return OfCount(count, confidence).Times(multiplier / population);
    }

    private static Interval Byar(double x, double z)
    {
        double Cubed(double value) => value * value * value;
        return new(
            x * Cubed(1 - (1 / (9 * x)) - (z / (3 * Math.Sqrt(x)))),
            (x + 1) * Cubed(1 - (1 / (9 * (x + 1))) + (z / (3 * Math.Sqrt(x + 1))))
        );
    }

    private static Interval Exact(double x, Confidence confidence)
    {
        var tail = (1 - confidence.Level) / 2;
        return new(x == 0 ? 0 : ChiSquared.InvCDF(2 * x, tail) / 2, ChiSquared.InvCDF((2 * x) + 2, 1 - tail) / 2);
    }
}
