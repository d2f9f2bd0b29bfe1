using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>
/// How large a figure can be in its unit, and how large a count can be. The bounds are far above any real figure, so
/// what passes them is a slip. They are also far below what arithmetic can hold: no sum or product of figures within
/// them overflows.
/// </summary>
internal static class PossibleFigure
{
    /// <summary>More than the half-day sessions of every pupil in England in a year, the largest count that is
    /// published.</summary>
    private const decimal MaxCount = 10_000_000_000;

    /// <summary>Whether a part of an observation is larger than it can be.</summary>
    public static bool IsTooLarge(decimal value, ObservationPart role, Indicator? indicator) =>
        Math.Abs(value)
        > (role is ObservationPart.Value or ObservationPart.Minus ? indicator?.Unit.Max ?? Unit.MaxOther : MaxCount);

    /// <summary>
    /// The series of a release without figures that cannot be. A file that has one is not accepted today; a store that
    /// an older version filled may hold it.
    /// </summary>
    public static IReadOnlyDictionary<string, Series> Within(
        IReadOnlyDictionary<string, Series> series,
        Indicator indicator
    )
    {
        var max = indicator.Unit.Max;
        return series.Values.Any(s => s.Observations.Any(o => IsBeyond(o, max)))
            ? series.ToDictionary(
                s => s.Key,
                s => s.Value with { Observations = [.. s.Value.Observations.Select(o => Within(o, max))] }
            )
            : series;
    }

    private static Observation Within(Observation o, decimal max) =>
        !IsBeyond(o, max)
            ? o
            : o with
            {
                Value = Measure.None(MissingReason.Impossible),
                Numerator = null,
                Denominator = null,
                MinusNumerator = null,
                MinusDenominator = null,
                Lower = null,
                Upper = null,
                Lower998 = null,
                Upper998 = null,
            };

    private static bool IsBeyond(Observation o, decimal max) =>
        IsBeyond(o.Value.Value, max)
        || IsBeyond(o.Lower, max)
        || IsBeyond(o.Upper, max)
        || IsBeyond(o.Lower998, max)
        || IsBeyond(o.Upper998, max)
        || IsBeyond(o.Numerator, MaxCount)
        || IsBeyond(o.Denominator, MaxCount)
        || IsBeyond(o.MinusNumerator, MaxCount)
        || IsBeyond(o.MinusDenominator, MaxCount);

    private static bool IsBeyond(decimal? value, decimal max) => value is { } given && Math.Abs(given) > max;
}
