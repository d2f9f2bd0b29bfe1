using System.IO.Compression;
using ChildrensTrust.Pipeline.Files;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>What the files in an archive are, by their names.</summary>
/// <param name="Data">The files with figures.</param>
/// <param name="Companions">The companions of these (name.meta.csv).</param>
/// <param name="LeftOut">Texts for people, such as guidance on the data.</param>
internal sealed record ArchiveFiles(
    IReadOnlyList<ZipArchiveEntry> Data,
    IReadOnlyList<ZipArchiveEntry> Companions,
    IReadOnlyList<ZipArchiveEntry> LeftOut
)
{
    private const string CompanionEnding = ".meta.csv";

    private static readonly string[] OfTexts =
    [
        ".txt",
        ".md",
        ".pdf",
        ".doc",
        ".docx",
        ".odt",
        ".rtf",
        ".htm",
        ".html",
        ".url",
        ".ini",
        ".db",
        ".DS_Store",
    ];

    /// <summary>Sorts the files of an archive.</summary>
    public static ArchiveFiles Of(ZipArchive zip)
    {
        var files = zip.Entries.Where(PackedFile.IsFile).ToList();
        // Where there is nothing else, a .txt holds the figures.
        if (files.Count == 1)
            return new(files, [], []);
        var texts = files.ToLookup(IsText);
        var data = texts[false].Where(f => !IsCompanion(f)).ToList();
        var stems = data.Select(Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Where there is one of each, they belong together whatever their names.
        var areAPair = data.Count == 1 && texts[false].Count() == 2;
        var companions = texts[false].ToLookup(f => IsCompanion(f) && (areAPair || stems.Contains(Stem(f))));
        return companions[false].Any() || texts[true].Count(IsPlain) != 1
            ? new([.. companions[false]], [.. companions[true]], [.. texts[true]])
            : new([.. texts[true].Where(IsPlain)], [], [.. texts[true].Where(f => !IsPlain(f))]);
    }

    private static bool IsText(ZipArchiveEntry file) =>
        Array.Exists(OfTexts, e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static bool IsPlain(ZipArchiveEntry file) => file.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    private static bool IsCompanion(ZipArchiveEntry file) =>
        file.Name.EndsWith(CompanionEnding, StringComparison.OrdinalIgnoreCase);

    private static string Stem(ZipArchiveEntry file) =>
        IsCompanion(file) ? file.Name[..^CompanionEnding.Length] : Path.GetFileNameWithoutExtension(file.Name);
}
