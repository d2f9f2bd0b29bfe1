using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Says of a file that brings nothing from which publication it seems to be, and what the catalogue would need
/// to take figures from it. Only words of the catalogue are said.</summary>
internal static class LikelyPublication
{
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
        var (near, _, lacks) = sources.MinBy(s => s.Lacks.Count);
        return $"{seems} From that publication the catalogue takes: {string.Join("; ", files)}."
            + (
                format is null ? ""
                : lacks.Count == 0
                    ? $" It has every column for {near.Id}, but its rows or its name do not match the catalogue."
                : $" For {near.Id} it would need {FeedReader.Listed(lacks)}."
            );
    }

    private static int Columns(Publication publication, Header header) =>
        header.Names.Count(name =>
            publication.Columns.Any(begin => name.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
        );

    private static List<string> Lacks(SeriesSource source, Header header) =>
        [
            .. source
                .Plus.Concat(source.Where.Keys)
                .Prepend(source.Value)
                .Append(source.OutOf)
                .Append(source.Minus)
                .OfType<string>()
                .Where(name => !header.Has(name)),
        ];
}
