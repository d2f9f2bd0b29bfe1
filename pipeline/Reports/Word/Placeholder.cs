using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>What an officer has to write before the report goes to the committee.</summary>
internal static partial class Placeholder
{
    /// <summary>A placeholder that says what is wanted.</summary>
    public static string For(string what) => $"[to be completed: {what}]";

    /// <summary>A text in its parts, placeholders apart from the rest.</summary>
    public static IEnumerable<(string Words, bool IsPlaceholder)> Split(string text) =>
        Marked().Split(text).Select((words, i) => (words, i % 2 == 1)).Where(part => part.words.Length > 0);

    [GeneratedRegex(@"(?<placeholder>\[to be completed[^\]]*\])", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Marked();
}
