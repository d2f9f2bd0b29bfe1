using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Whether two names are of one area: publishers write "Bristol, City of", "City of Bristol" and
/// "Bristol".</summary>
internal static class AreaNames
{
    private static readonly HashSet<string> Noise =
    [
        "city",
        "of",
        "county",
        "the",
        "borough",
        "royal",
        "upon",
        "council",
    ];

    /// <summary>Whether a name is the area's, or another that it goes by.</summary>
    public static bool Agree(string published, Area area) =>
        area.Aliases.Prepend(area.Name).Any(known => Agree(published, known));

    /// <summary>Whether the words that tell the names apart are the same.</summary>
    public static bool Agree(string published, string known) =>
        string.Equals(published, known, StringComparison.OrdinalIgnoreCase) || Words(published).SetEquals(Words(known));

    private static HashSet<string> Words(string name)
    {
        var letters = string.Concat(
            name.Replace("&", " and ", StringComparison.Ordinal)
                .Replace("'", "", StringComparison.Ordinal)
                .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')
        );
        return [.. letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Noise.Contains(word))];
    }
}
