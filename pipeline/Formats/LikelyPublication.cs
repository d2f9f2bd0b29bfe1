using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Says of a file that brings nothing from which publication it seems to be, and what the catalogue would need
/// to take figures from it. Only words of the catalogue are said.</summary>
internal static class LikelyPublication
{
    private const int MostNamed = 4;

    /// <summary>The sentences, with a space in front; empty where no publication of the catalogue is like it.</summary>
    /// <param name="format">The format, by the catalogue's name for it; null where it is not known.</param>
    public static string Of(IndicatorCatalogue catalogue, Header header, string? format)
    {
        if (
            catalogue
                .Publications.Select(p => (Publication: p, Columns: Columns(p, header)))
                .OrderByDescending(p => p.Columns)
                .FirstOrDefault()
            is not { Columns: > 0, Publication: var likely }
        )
            return "";
        var sources = (
            from indicator in catalogue.Indicators
            from source in indicator.Sources
            where source.Publication == likely.Id && (format is null || source.Format == format)
            select (Indicator: indicator, Source: source, Lacks: Lacks(source, header))
        ).ToList();
        var seems = $" It seems to be from “{likely.Title}” ({likely.Publisher}).";
        if (sources.Count == 0)
            return $"{seems} The catalogue takes nothing from that publication: a source with the column of the figure "
                + "would have to be added to an indicator.";
        var files = sources.Select(s => s.Source.File).OfType<string>().Distinct();
        return $"{seems} From that publication the catalogue takes: {string.Join("; ", files)}."
            + (format is null ? "" : Nearest(header, sources.ConvertAll(s => (s.Indicator.Id, s.Source, s.Lacks))));
    }

    // What lacks the fewest columns and, of those, has the most; where several do, all of them.
    private static string Nearest(
        Header header,
        List<(string Indicator, SeriesSource Source, List<string> Lacks)> sources
    )
    {
        (int, int) Rank((string, SeriesSource Source, List<string> Lacks) of) =>
            (of.Lacks.Count, -Wants(of.Source).Count(header.Has));
        var best = sources.Min(Rank);
        var nearest = sources
            .Where(s => Rank(s) == best)
            .GroupBy(s => FeedReader.Listed(s.Lacks))
            .Select(g => (Lacks: g.Key, For: WordList.And([.. g.Select(s => s.Indicator).Distinct()])))
            .DistinctBy(n => n.For)
            .ToList();
        return best.Item1 == 0
            ? $" It has every column for {nearest[0].For}, but its rows or its name does not match the catalogue."
            : $" For {nearest[0].For} it would need {nearest[0].Lacks}"
                + string.Concat(nearest.Skip(1).Take(MostNamed - 1).Select(n => $"; for {n.For}, {n.Lacks}"))
                + (nearest.Count > MostNamed ? "; and so on." : ".");
    }

    private static int Columns(Publication publication, Header header) =>
        header.Names.Count(name =>
            publication.Columns.Any(begin => name.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
        );

    private static List<string> Lacks(SeriesSource source, Header header) =>
        [.. Wants(source).Where(name => !header.Has(name))];

    private static IEnumerable<string> Wants(SeriesSource source) =>
        source
            .Plus.Concat(source.Where.Keys)
            .Prepend(source.Value)
            .Append(source.OutOf)
            .Append(source.Minus)
            .OfType<string>();
}
