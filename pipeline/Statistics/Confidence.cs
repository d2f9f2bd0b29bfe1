namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>How sure an interval is meant to be.</summary>
/// <param name="Level">The share of intervals that hold the true value.</param>
/// <param name="Z">The standard normal quantile for it, two-sided.</param>
internal sealed record Confidence(double Level, double Z)
{
    /// <summary>95%: the usual one.</summary>
    public static readonly Confidence Level95 = new(0.95, 1.959963984540054);

    /// <summary>99.8%: what control charts use, where many areas are compared at once.</summary>
    public static readonly Confidence Level998 = new(0.998, 3.0902323061678132);
}

/// <summary>An interval around an estimate.</summary>
internal readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Whether a value is in it; its ends belong to it.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>The interval in another scale.</summary>
    public Interval Times(double factor) => new(Lower * factor, Upper * factor);
}
