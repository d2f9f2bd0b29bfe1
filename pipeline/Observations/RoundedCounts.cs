namespace ChildrensTrust.Pipeline.Observations;

/// <summary>Counts that the publisher rounded to 5 or to 10: all counts in a group are then multiples of it.</summary>
internal static class RoundedCounts
{
    // With small counts, rounding could explain almost any difference.
    private const decimal MostOfWhole = 0.01m;

    /// <summary>By how much a count may differ from the true one.</summary>
    public static decimal Allowance(params ReadOnlySpan<decimal> counts)
    {
        var allowance = 5m;
        foreach (var count in counts)
        {
            if (count % 5 != 0)
                return 0;
            if (count % 10 != 0)
                allowance = 2.5m;
        }
        return allowance;
    }

    /// <summary>Whether counts of parts add up to the count of the whole, but for their rounding.</summary>
    public static bool AreWhole(decimal whole, IReadOnlyList<decimal> parts)
    {
        var off = Math.Abs(parts.Sum() - whole);
        return off == 0 || (off <= Allowance([whole, .. parts]) * (parts.Count + 1) && off <= whole * MostOfWhole);
    }
}
