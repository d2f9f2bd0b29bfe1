using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>The known format whose needed columns a row has most of, for a file that no reader knows.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Has">How many of its columns the row has.</param>
/// <param name="Lacks">The columns that it lacks.</param>
internal sealed record NearestFormat(string Format, int Has, IReadOnlyList<string> Lacks)
{
    private const int Telling = 2;

    private double Share => (double)Has / (Has + Lacks.Count);

    /// <summary>The nearer of what was found above and this row.</summary>
    public static NearestFormat? Nearer(NearestFormat? found, Header row) =>
        FeedReader.Readers.Select(reader => reader.NeededColumns.ToLookup(row.Has) is var columns ? new NearestFormat(reader.Format, columns[true].Count(), [.. columns[false]]) : null)
            .Prepend(found).OfType<NearestFormat>().Where(n => n.Has >= Telling).MaxBy(n => n.Share);

    /// <summary>Why the file is refused: the columns that it lacks where it has most, the nearest format otherwise.</summary>
    public static Finding Finding(NearestFormat? nearest, IReadOnlyList<string> firstRow)
    {
        if (nearest is { Share: > 0.5 })
            return Check.ColumnMissing.Found($"The header is nearly that of the format {nearest.Format} and lacks {FeedReader.Listed(nearest.Lacks)}.");
        var header = firstRow.Any(IsFigure) ? "The first row holds figures and is no header." : $"No feed has this header: {FeedReader.Listed(firstRow)}.";
        return Check.FormatUnknown.Found(nearest is null ? header : $"{header} The nearest format is {nearest.Format}, which also needs {FeedReader.Listed(nearest.Lacks)}.");
    }

    // A name may be a year; a longer number or a date is the content of a cell, which no finding repeats.
    private static bool IsFigure(string cell) => cell.Length > 4 && cell.Count(char.IsAsciiDigit) * 2 > cell.Length;
}
