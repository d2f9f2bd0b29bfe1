namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>Lists words as a sentence does.</summary>
internal static class WordList
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string And(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
