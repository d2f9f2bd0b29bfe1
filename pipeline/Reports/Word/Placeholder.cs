using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>What an officer has to write or check before the report goes to the committee.</summary>
internal static partial class Placeholder
{
    /// <summary>The plan that the indicators and key actions belong to.</summary>
    public static string Plan => For("the plan that the indicators and key actions belong to");

    /// <summary>A placeholder that says what is wanted.</summary>
    public static string For(string what) => $"[to be completed: {what}]";

    /// <summary>A standard form of the report of January 2013, marked because it may not be so today.</summary>
    public static string Check(string form) => $"{form} [to be checked]";

    /// <summary>A text in its parts, placeholders apart from the rest.</summary>
    public static IEnumerable<(string Words, bool IsPlaceholder)> Split(string text) =>
        Marked().Split(text).Select((words, i) => (words, i % 2 == 1)).Where(part => part.words.Length > 0);

    [GeneratedRegex(@"(?<placeholder>\[to be (?:completed|checked)[^\]]*\])", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Marked();
}
