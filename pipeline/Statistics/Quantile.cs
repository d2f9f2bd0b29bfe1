namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>Quantiles of type 7 (Hyndman and Fan 1996): the default of R, and PERCENTILE.INC of Excel.</summary>
internal static class Quantile
{
    /// <summary>The quantile of some values.</summary>
    /// <param name="sorted">The values, the smallest first; at least one.</param>
    /// <param name="share">Which: 0 is the smallest, 0.5 the median, 1 the largest.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no value, or the share is not between 0 and
    /// 1.</exception>
    public static decimal Calculate(IReadOnlyList<decimal> sorted, decimal share)
    {
        var count = sorted.Count;
        ArgumentOutOfRangeException.ThrowIfZero(count, nameof(sorted));
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var place = (count - 1) * share;
        var below = (int)decimal.Floor(place);
        return below + 1 >= count
            ? sorted[^1]
            : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
