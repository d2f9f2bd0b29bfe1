namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>The interval of the difference of two independent proportions: Newcombe (1998), method 10, made of two
/// Wilson score intervals.</summary>
internal static class DifferenceOfProportions
{
    /// <summary>The interval of x1/n1 less x2/n2, as shares between -1 and 1.</summary>
    /// <param name="x1">How many of the first; 0 to n1.</param>
    /// <param name="n1">Out of how many; more than 0.</param>
    /// <param name="x2">How many of the second; 0 to n2.</param>
    /// <param name="n2">Out of how many; more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Interval Calculate(double x1, double n1, double x2, double n2, Confidence confidence)
    {
        var (first, second) = (WilsonScore.Calculate(x1, n1, confidence), WilsonScore.Calculate(x2, n2, confidence));
        var (p1, p2) = (x1 / n1, x2 / n2);
        double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
        return new(
            p1 - p2 - Root(p1 - first.Lower, second.Upper - p2),
            p1 - p2 + Root(first.Upper - p1, p2 - second.Lower)
        );
    }
}
