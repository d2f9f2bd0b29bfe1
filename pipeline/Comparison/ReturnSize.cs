using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>
/// Whether a figure of the council's own return is in another unit than the publisher's, such as 0.067 beside 6.7%. A
/// return that arrives after the publisher's file is held for it; this is for one that came before.
/// </summary>
internal static class ReturnSize
{
    // An authority may differ from England by up to this much.
    private const decimal MostFromEngland = 20;

    /// <summary>The published figure that shows it; null where none does, or where someone confirmed the
    /// return.</summary>
    public static Figure? Contradicted(Figure own, SeriesAsOf? publisher) =>
        own.Release.Details.IsScopeConfirmed ? null
        : publisher?.Latest(own.Series.Area) is { } published
            ? Beyond(own, published, FigureSize.MostBetweenPublishersAndYears)
        : publisher?.Latest(AreaRegister.England) is { } national ? Beyond(own, national, MostFromEngland)
        : null;

    private static Figure? Beyond(Figure own, Figure published, decimal most) =>
        FigureSize.Ratio(own.Value, published.Value) is { } ratio && FigureSize.IsBeyond(Math.Abs(ratio), most)
            ? published
            : null;
}
