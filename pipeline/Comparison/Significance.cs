using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What a test of significance says of a figure.</summary>
public enum TestOutcome
{
    /// <summary>Better than the other, by more than chance.</summary>
    Better,

    /// <summary>No different from the other but by chance.</summary>
    Similar,

    /// <summary>Worse than the other, by more than chance.</summary>
    Worse,

    /// <summary>Higher by more than chance, where neither high nor low is better.</summary>
    Higher,

    /// <summary>Lower by more than chance, where neither high nor low is better.</summary>
    Lower,
}

/// <summary>
/// Whether a figure differs from others by more than chance: the other figure lies outside the figure's confidence
/// interval (Fingertips, comparison by single overlapping intervals). It stands beside the verdict and never instead of
/// it.
/// </summary>
/// <param name="National">Against England at 95%: null where not tested.</param>
/// <param name="NationalAt998">The same at 99.8%.</param>
/// <param name="Neighbours">Against the neighbours' average at 95%.</param>
/// <param name="NeighboursAt998">The same at 99.8%.</param>
/// <param name="Method">How the interval was made, or why there is none.</param>
/// <param name="Lower">The lower end of the 95% interval, in the indicator's unit.</param>
public sealed record Significance(
    TestOutcome? National,
    TestOutcome? NationalAt998,
    TestOutcome? Neighbours,
    TestOutcome? NeighboursAt998,
    string Method,
    decimal? Lower,
    decimal? Upper
)
{
    private const int Places = 6;

    /// <summary>Tests a figure against figures of its own period: one of another period differs by more than the area's
    /// chance.</summary>
    /// <param name="group">The neighbours' figures and their average.</param>
    internal static Significance Test(Indicator indicator, Figure figure, Figure? nationalFigure, GroupComparison group)
    {
        if (SignificanceInterval.For(indicator, figure) is not { } made)
            return new(null, null, null, null, $"not tested: {WhyNot(indicator)}", null, null);
        var national = IsOfPeriod(figure, nationalFigure?.Observation.Period) ? nationalFigure?.Value : null;
        var neighbours = IsOfPeriod(figure, group.Period) ? group.Average : null;
        TestOutcome? Word(Interval? interval, decimal? other) =>
            interval is { } i && other is { } value ? Compare(i, (double)value, indicator.Polarity) : null;
        return new(
            Word(made.At95, national),
            Word(made.At998, national),
            Word(made.At95, neighbours),
            Word(made.At998, neighbours),
            made.Method,
            Rounded(made.At95.Lower),
            Rounded(made.At95.Upper)
        );
    }

    /// <summary>The word for a value against an interval, by polarity.</summary>
    /// <param name="interval">The interval of the area's figure.</param>
    /// <param name="other">The figure it is compared with.</param>
    internal static TestOutcome Compare(Interval interval, double other, Polarity polarity) =>
        interval.Contains(other) ? TestOutcome.Similar : Word(interval.Lower > other, polarity);

    /// <summary>Whether another figure is of the period of the area's: only those are tested.</summary>
    internal static bool IsOfPeriod(Figure figure, Period? other) => figure.Observation.Period == other;

    private static string WhyNot(Indicator indicator) =>
        indicator.DependentCounts is { } counted
            ? $"the publisher gives no confidence interval, and {counted} are not independent of each other"
            : "the publisher gives no counts or confidence intervals";

    /// <summary>The word for a significant difference.</summary>
    internal static TestOutcome Word(bool higher, Polarity polarity) =>
        polarity == Polarity.Neutral
            ? higher
                ? TestOutcome.Higher
                : TestOutcome.Lower
            : higher == (polarity == Polarity.High)
                ? TestOutcome.Better
                : TestOutcome.Worse;

    private static decimal Rounded(double value) => decimal.Round((decimal)value, Places);
}
