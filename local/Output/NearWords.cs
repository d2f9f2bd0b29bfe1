using ChildrensTrust.Pipeline.Foundation.Text;
using Quickenshtein;

namespace ChildrensTrust.Local.Output;

/// <summary>What someone probably meant by a word that is not known.</summary>
internal static class NearWords
{
    private const int MaxNamed = 3;

    /// <summary>"Did you mean …? " with a space at its end; empty where no known word is near.</summary>
    public static string Question(string text, IEnumerable<string> known) =>
        Find(text, known) is { Count: > 0 } near ? $"Did you mean {WordList.Or(near)}? " : "";

    /// <summary>The nearest of the known words, at most three: those that begin with the text, or differ from it in
    /// at most a third of its letters.</summary>
    public static IReadOnlyList<string> Find(string text, IEnumerable<string> known)
    {
        var typed = Plain(text);
        if (typed.Length == 0)
            return [];
        var near = known
            .Distinct()
            .Select(word => (Word: word, Distance: Distance(typed, Plain(word))))
            .Where(n => n.Distance <= Math.Max(1, typed.Length / 3))
            .OrderBy(n => n.Distance)
            .ThenBy(n => n.Word, StringComparer.Ordinal)
            .ToList();
        return [.. near.Where(n => n.Distance <= near[0].Distance + 1).Take(MaxNamed).Select(n => n.Word)];
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Letters to add, leave out or change; a word that goes on after the text counts as one.
    private static int Distance(string typed, string word) =>
        typed == word ? 0
        : word.StartsWith(typed, StringComparison.Ordinal) ? 1
        : Levenshtein.GetDistance(typed, word);
}
