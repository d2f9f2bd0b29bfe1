using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>
/// How large a figure can be in its unit, and how large a count can be. The bounds are far above any real figure, so what passes them
/// is a slip. They are also far below what arithmetic can hold: no sum or product of figures within them overflows.
/// </summary>
internal static class PossibleFigure
{
    /// <summary>More than the half-day sessions of every pupil in England in a year, the largest count that is published.</summary>
    private const decimal MaxCount = 10_000_000_000;

    /// <summary>A rate counts events, and one person can have several.</summary>
    private const decimal MaxEventsEach = 10;

    private const decimal MaxPercent = 1000;
    private const decimal MaxOther = 1_000_000;

    /// <summary>Whether a part of an observation is larger than it can be.</summary>
    /// <param name="value">The figure or count.</param>
    /// <param name="role">Which part it is.</param>
    /// <param name="indicator">Its indicator; null where the catalogue does not have it.</param>
    public static bool IsTooLarge(decimal value, Role role, Indicator? indicator) =>
        Math.Abs(value) > (role is Role.Value or Role.Minus ? MaxValue(indicator) : MaxCount);

    private static decimal MaxValue(Indicator? indicator) => indicator switch
    {
        { Unit: "%" or "pp" } => MaxPercent,
        { Unit: var unit, Multiplier: { } multiplier } when unit.StartsWith("per ", StringComparison.Ordinal) => multiplier * MaxEventsEach,
        _ => MaxOther,
    };
}
