using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>The companion of a data file: name.meta.csv beside name.csv, which describes its columns.</summary>
public static class Companion
{
    internal const string Ending = ".meta.csv";

    /// <summary>The companion's name; null where the file is one itself or is no CSV.</summary>
    /// <param name="file">The data file's name, with or without folders.</param>
    public static string? NameOf(string file) =>
        file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        && !file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            ? file[..^4] + Ending
            : null;

    /// <summary>The name of the data file that a companion describes; null where the file is no companion.</summary>
    /// <param name="file">The companion's name, with or without folders.</param>
    public static string? DataNameOf(string file) =>
        file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? file[..^Ending.Length] + ".csv" : null;

    /// <summary>Reads a companion.</summary>
    /// <returns>What it says; null where it is not a companion file, or one that is refused and so is not kept beside a
    /// data file.</returns>
    public static async Task<EesMeta?> ReadAsync(
        Stream file,
        string name,
        Reference reference,
        CancellationToken cancellationToken
    ) =>
        await FeedReader.ReadAsync(new(file, name, null), reference, cancellationToken) is { Refused: false } reading
            ? reading.Meta
            : null;
}
