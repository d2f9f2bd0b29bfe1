namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>A published percentage or rate beside what its own counts give.</summary>
/// <param name="Value">The figure as published.</param>
/// <param name="Multiplier">What a share of 1 is in its unit.</param>
/// <param name="Numerator">The count above the line.</param>
/// <param name="Denominator">The count below the line, above zero.</param>
internal readonly record struct FigureOfCounts(decimal Value, int Multiplier, decimal Numerator, decimal Denominator)
{
    // One in the first decimal, which publishers round to and work on from.
    private const decimal Rounding = 0.1m;
    private const decimal Factor = 3;

    /// <summary>Whether the two differ by more than the rounding of the figure and of the counts explains.</summary>
    public bool IsBeyondRounding => !IsWithin(1);

    /// <summary>Whether the one is a multiple of the other, as where a figure is in another unit or a digit has slipped.</summary>
    public bool IsOffByFactor => !IsWithin(Factor);

    private bool IsWithin(decimal factor)
    {
        var halfOfLastPlace = new decimal(5, 0, 0, false, (byte)Math.Min(28, Value.Scale + 1));
        var tolerance = Math.Max(Rounding, halfOfLastPlace);
        var (over, under) = (Allowance(Numerator), Allowance(Denominator));
        var least = Multiplier * Math.Max(0, Numerator - over) / (Denominator + under);
        return Value >= (least / factor) - tolerance
            && (Denominator <= under || Value <= (Multiplier * (Numerator + over) / (Denominator - under) * factor) + tolerance);
    }

    // Counts are often rounded to 5 or to 10 for their publication, and then end so.
    private static decimal Allowance(decimal count) => count % 10 == 0 ? 5 : count % 5 == 0 ? 2.5m : 0;
}
