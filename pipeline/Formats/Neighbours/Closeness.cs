namespace ChildrensTrust.Pipeline.Formats.Neighbours;

/// <summary>The publisher's words for how close a neighbour is.</summary>
internal static class Closeness
{
    /// <summary>"Very Close", "very  close" and "Very close " are the same words in different editions: "Very
    /// close".</summary>
    public static string Plain(string closeness)
    {
        var words = string.Join(' ', closeness.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
    }
}
