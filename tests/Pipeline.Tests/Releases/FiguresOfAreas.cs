using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Releases;

/// <summary>Series of one figure each, for England and for authorities.</summary>
internal static class FiguresOfAreas
{
    private static readonly string[] Authorities =
    [
        .. Reference.Default.Areas.All.Where(a => a.IsEnglishAuthority).Select(a => a.Code),
    ];

    /// <param name="england">England's figure; empty for none.</param>
    /// <param name="authorities">The authorities' figures, with spaces between.</param>
    public static List<Series> Of(string indicator, string england, string authorities) =>
        [
            .. Split(england)
                .Select(figure => (Known.England, figure))
                .Concat(Split(authorities).Index().Select(o => (Authorities[o.Index], o.Item)))
                .Select(a => new Series(indicator, a.Item1, "a series", 0, "a column", [Figure(a.Item2)])),
        ];

    private static string[] Split(string figures) => figures.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Observation Figure(string value) =>
        Known.Figure(Known.Academic(2014), decimal.Parse(value, CultureInfo.InvariantCulture));
}
