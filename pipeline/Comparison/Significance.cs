using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>
/// Whether a figure differs from others by more than chance: the other figure lies outside the figure's confidence interval
/// (Fingertips, comparison by single overlapping intervals). It stands beside the verdict and never instead of it.
/// </summary>
/// <param name="National">Against England at 95%: better, similar or worse (higher or lower for a neutral indicator); null where not tested.</param>
/// <param name="NationalAt998">The same at 99.8%.</param>
/// <param name="Neighbours">Against the neighbours' average at 95%.</param>
/// <param name="NeighboursAt998">The same at 99.8%.</param>
/// <param name="Method">How the interval was made, or why there is none.</param>
/// <param name="Lower">The lower end of the 95% interval, in the indicator's unit.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record Significance(string? National, string? NationalAt998, string? Neighbours, string? NeighboursAt998, string Method, decimal? Lower, decimal? Upper)
{
    // A published figure is rounded; counts that give another figure than the published one are not its counts.
    private const double MostRounding = 0.1;
    private const int Places = 6;

    private sealed record Made(string Method, Interval Usual, Interval? Control);

    /// <summary>Tests a figure.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="national">England's.</param>
    /// <param name="neighbours">The neighbours' average.</param>
    public static Significance Of(Indicator indicator, Figure figure, decimal? national, decimal? neighbours)
    {
        if (Make(indicator, figure) is not { } made)
            return new(null, null, null, null, "not tested: no interval, and no numerator and denominator, are published", null, null);
        string? Word(Interval? interval, decimal? other) => interval is { } i && other is { } value ? Compare(i, (double)value, indicator.Polarity) : null;
        return new(
            Word(made.Usual, national), Word(made.Control, national), Word(made.Usual, neighbours), Word(made.Control, neighbours),
            made.Method, Rounded(made.Usual.Lower), Rounded(made.Usual.Upper));
    }

    /// <summary>The word for a value against an interval, by polarity.</summary>
    /// <param name="interval">The interval of the area's figure.</param>
    /// <param name="other">The figure it is held against.</param>
    /// <param name="polarity">Which way is better.</param>
    public static string Compare(Interval interval, double other, Polarity polarity)
    {
        if (interval.Contains(other))
            return "similar";
        var higher = interval.Lower > other;
        return polarity == Polarity.Neutral ? higher ? "higher" : "lower" : higher == (polarity == Polarity.High) ? "better" : "worse";
    }

    /// <summary>The 95% interval of a figure: the published one, or one made of its counts; null where neither is there.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="figure">The figure.</param>
    public static Interval? IntervalOf(Indicator indicator, Figure figure) => Make(indicator, figure)?.Usual;

    private static Made? Make(Indicator indicator, Figure figure)
    {
        var o = figure.Observation;
        if (o is { Lower: { } lower, Upper: { } upper } && lower <= upper)
            return new("95% interval as published", new((double)lower, (double)upper), null);
        if (indicator.Multiplier is not { } multiplier || o is not { Value.Value: { } value, Numerator: >= 0 and var x, Denominator: > 0 and var n }
            || Math.Abs((double)(x / n * multiplier - value)) > Math.Max(MostRounding, (double)value * MostRounding / 100))
            return null;
        if (multiplier == 100)
            return x > n ? null : new("Wilson score interval", WilsonScore.Of((double)x, (double)n, Confidence.Usual).Times(100), WilsonScore.Of((double)x, (double)n, Confidence.Control).Times(100));
        return new("Byar's method", ByarRate.OfRate((double)x, (double)n, multiplier, Confidence.Usual), ByarRate.OfRate((double)x, (double)n, multiplier, Confidence.Control));
    }

    private static decimal Rounded(double value) => decimal.Round((decimal)value, Places);
}
