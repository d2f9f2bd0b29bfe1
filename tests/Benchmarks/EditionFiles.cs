using System.Globalization;
using System.Text;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Benchmarks;

/// <summary>Small releases in the Explore Education Statistics shape: one data set an indicator of the catalogue,
/// several editions of each, every authority, ten years.</summary>
internal static class EditionFiles
{
    private const int Years = 10;
    private const int LastYear = 2024;

    /// <summary>The indicators that a file of its own can carry.</summary>
    public static IReadOnlyList<(Indicator Indicator, SeriesSource Source)> DataSets(int count) =>
        [
            .. Reference
                .Default.Catalogue.Carried("ees")
                .Where(c => c.Source is { Minus: null, OutOf: null, Plus.Count: 0 } && c.Indicator.Parts.Count == 0)
                .Where(c => c.Source.MayBeIn(Name(c.Indicator, edition: 0)))
                .GroupBy(c => c.Indicator.Id)
                .Select(g => (g.First().Indicator, g.First().Source))
                .Take(count),
        ];

    /// <summary>The name of an edition's file.</summary>
    public static string Name(Indicator indicator, int edition) => $"{indicator.Id}-{edition}.csv";

    /// <summary>One edition: each revises some figures of the one before.</summary>
    /// <param name="set">Its data set.</param>
    /// <param name="edition">Its number.</param>
    /// <param name="oneIn">Of how many places one is written.</param>
    public static string Edition((Indicator Indicator, SeriesSource Source) set, int edition, int oneIn = 1)
    {
        var text = new StringBuilder(EesFile.Identity);
        foreach (var (column, _) in set.Source.Where)
            text.Append(',').Append(column);
        text.Append(',').Append(set.Source.Value).Append('\n');
        var random = new Random(set.Indicator.Id.Length);
        for (var year = LastYear - Years; year < LastYear; year++)
        {
            foreach (var place in EesFile.Places().Where((_, i) => i % oneIn == 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"{year}{(year + 1) % 100:00},Academic year,{place}");
                foreach (var (_, accepted) in set.Source.Where)
                    text.Append(",\"").Append(accepted[0]).Append('"');
                text.Append(
                    CultureInfo.InvariantCulture,
                    $",{(random.Next(100, 900) + (random.Next(20) == 0 ? edition : 0)) / 10m:0.0}\n"
                );
            }
        }
        return text.ToString();
    }
}
