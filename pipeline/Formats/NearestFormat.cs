using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>The known format whose needed columns a row has most of, for a file that no reader knows.</summary>
/// <param name="Has">How many of its columns the row has.</param>
internal sealed record NearestFormat(string Format, int Has, IReadOnlyList<string> Lacks)
{
    private const int Telling = 2;

    private double Share => (double)Has / (Has + Lacks.Count);

    /// <summary>Whether the row has most of the columns.</summary>
    public bool IsClose => Share > 0.5;

    /// <summary>The nearer of what was found above and this row.</summary>
    public static NearestFormat? Nearer(NearestFormat? found, Header row) =>
        FeedReader
            .Readers.Select(reader =>
                reader.NeededColumns.ToLookup(row.Has) is var columns
                    ? new NearestFormat(reader.Format, columns[true].Count(), [.. columns[false]])
                    : null
            )
            .Prepend(found)
            .OfType<NearestFormat>()
            .Where(n => n.Has >= Telling)
            .MaxBy(n => n.Share);

    /// <summary>Why the file is refused: the columns that it lacks where it has most, the nearest format
    /// otherwise.</summary>
    public static Finding Finding(NearestFormat? nearest, IReadOnlyList<string> firstRow, IndicatorCatalogue catalogue)
    {
        var likely = LikelyPublication.Of(catalogue, new(firstRow), format: null);
        if (nearest is { IsClose: true })
            return Check.ColumnMissing.Found(
                $"This looks like the format {nearest.Format}, but {Missing(nearest.Lacks)}.{likely}"
            );
        var first = $"This header matches no known format. {Shown(new(firstRow))}";
        return Check.FormatUnknown.Found(
            nearest is null
                ? $"{first}{likely}"
                : $"{first} The nearest format is {nearest.Format}, which also needs "
                    + $"{FeedReader.Listed(nearest.Lacks)}.{likely}"
        );
    }

    private static string Missing(IReadOnlyList<string> columns) =>
        columns.Count switch
        {
            0 => "none of its columns has a name that this format uses for figures",
            1 => $"the column {columns[0]} is missing",
            _ => $"the columns {FeedReader.Listed(columns)} are missing",
        };

    // What no reader knows may be a title or a row about a person: only words that a format has are said, in the
    // format's own spelling.
    private static string Shown(Header row)
    {
        var known = FeedReader
            .Readers.SelectMany(r => r.NeededColumns.Concat(r.TellingColumns))
            .Where(row.Has)
            .DistinctBy(row.IndexOf)
            .ToList();
        var others = row.Names.Count(n => n.Length > 0) - known.Count;
        return known.Count == 0 ? $"The first row has {Columns(others)}, {NotShown(others)}."
            : others == 0 ? $"The first row has {FeedReader.Listed(known)}."
            : $"The first row has {FeedReader.Listed(known)}, and {Columns(others)}, {NotShown(others)}.";
    }

    private static string NotShown(int count) =>
        count == 1
            ? "whose name is not shown, because it is not a column of any known format"
            : "whose names are not shown, because none is a column of any known format";

    private static string Columns(int count) => count == 1 ? "1 column" : $"{count} columns";
}
