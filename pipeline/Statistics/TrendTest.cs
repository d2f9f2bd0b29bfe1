namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>What a trend over five points is.</summary>
public enum Trend
{
    /// <summary>There are not five points, or one has no variance.</summary>
    CannotBeCalculated,

    /// <summary>The points do not move in one direction beyond chance, or do so for one point alone.</summary>
    NoSignificantChange,

    /// <summary>They rise.</summary>
    Increasing,

    /// <summary>They fall.</summary>
    Decreasing,
}

/// <summary>One point of a proportion's trend.</summary>
internal readonly record struct ProportionPoint(double Count, double Denominator);

/// <summary>One point of a rate's trend.</summary>
/// <param name="Lower">The lower end of its 95% interval.</param>
internal readonly record struct RatePoint(double Value, double Lower, double Upper);

/// <summary>
/// The recent trend of the Fingertips public health profiles: a chi-squared test for a linear trend over the five
/// latest points, at p = 0.002, that no single point decides. Fingertips technical guidance, recent trends.
/// </summary>
internal static class TrendTest
{
    /// <summary>How many points it takes.</summary>
    public const int Points = 5;

    /// <summary>The critical value: p = 0.002 with one degree of freedom.</summary>
    public const double Critical = 9.54953570608324;

    /// <summary>The trend of proportions, the earliest first.</summary>
    /// <param name="points">Five independent points without a gap or a break.</param>
    public static Trend OfProportions(IReadOnlyList<ProportionPoint> points)
    {
        if (points.Count != Points || points.Any(p => p.Count <= 0 || p.Denominator <= 0 || p.Count >= p.Denominator))
            return Trend.CannotBeCalculated;
        var logits = points.Select(p => Math.Log(p.Count / (p.Denominator - p.Count))).ToArray();
        return Decide(
            ChiSquared(points),
            Slope(logits),
            Enumerable.Range(0, Points).Select(left => Slope(logits, left))
        );
    }

    /// <summary>The trend of rates, the earliest first.</summary>
    /// <param name="points">Five independent points without a gap or a break.</param>
    public static Trend OfRates(IReadOnlyList<RatePoint> points)
    {
        if (points.Count != Points || points.Any(p => p.Upper <= p.Lower))
            return Trend.CannotBeCalculated;
        var (chiSquared, slope) = Regression(points);
        return Decide(chiSquared, slope, Enumerable.Range(0, Points).Select(left => Regression(points, left).Slope));
    }

    /// <summary>The test statistic of proportions: the chi-squared test for trend.</summary>
    public static double ChiSquared(IReadOnlyList<ProportionPoint> points)
    {
        double n = 0,
            c = 0,
            ct = 0,
            nt = 0,
            ntt = 0;
        foreach (var (index, p) in points.Index())
        {
            var t = index + 1;
            n += p.Denominator;
            c += p.Count;
            ct += p.Count * t;
            nt += p.Denominator * t;
            ntt += p.Denominator * t * t;
        }
        var above = (n * ct) - (c * nt);
        return n * above * above / (c * (n - c) * ((n * ntt) - (nt * nt)));
    }

    /// <summary>The test statistic and the slope of rates: a regression weighted by the inverse variance of each
    /// point.</summary>
    /// <param name="leftOut">The index of the point to leave out; -1 for none.</param>
    public static (double ChiSquared, double Slope) Regression(IReadOnlyList<RatePoint> points, int leftOut = -1)
    {
        double w = 0,
            wt = 0,
            wv = 0,
            wtv = 0,
            wtt = 0;
        foreach (var (index, p) in points.Index().Where(p => p.Index != leftOut))
        {
            var t = index + 1;
            var error = (p.Upper - p.Lower) / 3.92;
            var weight = 1 / (error * error);
            w += weight;
            wt += weight * t;
            wv += weight * p.Value;
            wtv += weight * t * p.Value;
            wtt += weight * t * t;
        }
        var spread = (w * wtt) - (wt * wt);
        var slope = ((w * wtv) - (wt * wv)) / spread;
        var standardError = Math.Sqrt(w / spread);
        return (slope / standardError * (slope / standardError), slope);
    }

    // A slope of exactly zero agrees with no direction.
    private static Trend Decide(double chiSquared, double slope, IEnumerable<double> withoutOne)
    {
        if (chiSquared <= Critical || slope == 0 || !withoutOne.All(s => Math.Sign(s) == Math.Sign(slope)))
            return Trend.NoSignificantChange;
        return slope > 0 ? Trend.Increasing : Trend.Decreasing;
    }

    private static double Slope(double[] values, int leftOut = -1)
    {
        var points = values.Index().Where(v => v.Index != leftOut).ToList();
        var (t, v) = (points.Average(p => (double)p.Index), points.Average(p => p.Item));
        return points.Sum(p => (p.Index - t) * (p.Item - v)) / points.Sum(p => (p.Index - t) * (p.Index - t));
    }
}
