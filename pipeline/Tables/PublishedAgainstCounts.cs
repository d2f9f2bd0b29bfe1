using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>A published percentage or rate beside what its own counts give.</summary>
/// <param name="Multiplier">What a share of 1 is in its unit.</param>
/// <param name="Numerator">The count above the line.</param>
/// <param name="Denominator">The count below the line, above zero.</param>
internal readonly record struct PublishedAgainstCounts(
    decimal Value,
    int Multiplier,
    decimal Numerator,
    decimal Denominator
)
{
    // One in the first decimal, which publishers round to and work on from.
    private const double Rounding = 0.1;
    private const double Factor = 3;
    private const double Nothing = 1e-9;

    /// <summary>Whether the two differ by more than the rounding of the figure and of the counts explains.</summary>
    public bool IsBeyondRounding => !IsWithin(1);

    /// <summary>Whether the one is a multiple of the other, as where a figure is in another unit or a digit has
    /// slipped.</summary>
    public bool IsOffByFactor => !IsWithin(Factor);

    // Whether a figure is plausible needs no exact arithmetic, and no figure is too large for this one.
    private bool IsWithin(double factor)
    {
        var (value, above, below) = ((double)Value, Multiplier * (double)Numerator, (double)Denominator);
        var tolerance = Math.Max(Rounding, 5 * Math.Pow(10, -Value.Scale - 1)) + Nothing;
        if (Math.Abs(value - (above / below)) <= tolerance)
            return true;
        var (over, under) = (
            Multiplier * (double)RoundedCounts.Allowance(Numerator),
            (double)RoundedCounts.Allowance(Denominator)
        );
        return value >= (Math.Max(0, above - over) / (below + under) / factor) - tolerance
            && (below <= under || value <= ((above + over) / (below - under) * factor) + tolerance);
    }
}
