namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>How many times one figure is another, which shows whether it is of other children or in another
/// unit.</summary>
internal static class FigureSize
{
    /// <summary>Two publishers' figures for different years differ by less than this.</summary>
    public const decimal MostBetweenPublishersAndYears = 5;

    /// <summary>How many times the one is the other; null where either is missing or nothing. Of figures near nothing,
    /// rounding makes any ratio, and any sign.</summary>
    public static decimal? Ratio(decimal? here, decimal? there)
    {
        if (here is not { } now || there is not { } was || now == 0 || was == 0)
            return null;
        var (least, most) = (Math.Min(Math.Abs(now), Math.Abs(was)), Math.Max(Math.Abs(now), Math.Abs(was)));
        return most <= 1 || (now < 0 != was < 0 && least <= 1) ? null : now / was;
    }

    /// <summary>Whether a ratio is larger than a bound, or as much smaller.</summary>
    public static bool IsBeyond(decimal ratio, decimal most) => ratio > most || ratio * most < 1;
}
