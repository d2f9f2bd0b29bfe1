namespace ChildrensTrust.Pipeline.Reports.Charts;

/// <summary>An axis: from and to are round figures around all that is drawn, with a few round figures
/// between.</summary>
internal sealed record ChartScale(decimal From, decimal To, decimal Step)
{
    private const int Wanted = 4;
    private static readonly decimal[] RoundSteps = [1, 2, 5, 10];

    /// <summary>The axis for some figures, at least one; figures that are all the same are in its middle.</summary>
    public static ChartScale For(IReadOnlyCollection<decimal> values)
    {
        var (low, high) = (values.Min(), values.Max());
        if (low == high)
            (low, high) = (low - Math.Max(1, Math.Abs(low) / 20), high + Math.Max(1, Math.Abs(high) / 20));
        var step = Round((high - low) / Wanted);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>The marks.</summary>
    public IEnumerable<decimal> Marks
    {
        get
        {
            for (var mark = From; mark <= To; mark += Step)
                yield return mark;
        }
    }

    /// <summary>The decimal places that a mark needs.</summary>
    public int Decimals => Step >= 1 ? 0 : Step.Scale;

    /// <summary>Where a figure is drawn.</summary>
    public double At(decimal value, double start, double end) =>
        start + ((double)((value - From) / (To - From)) * (end - start));

    // 1, 2 or 5 times a power of ten, not less than the step asked for.
    private static decimal Round(decimal least)
    {
        var power = 1m;
        while (power > least)
            power /= 10;
        while (power * 10 <= least)
            power *= 10;
        return RoundSteps.Select(m => Normal(m * power)).First(s => s >= least);
    }

    private static decimal Normal(decimal value) => value / 1.000000000000000000000000000000m;
}
