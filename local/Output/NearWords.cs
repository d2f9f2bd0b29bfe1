using ChildrensTrust.Pipeline.Foundation.Text;
using Quickenshtein;

namespace ChildrensTrust.Local.Output;

/// <summary>What someone probably meant by a word that is not known.</summary>
internal static class NearWords
{
    private const int MaxNamed = 3;
    private const int FirstLetters = 3;

    /// <summary>"Did you mean …? " with a space at its end; empty where no known word is near.</summary>
    public static string Question(string text, IEnumerable<string> known) =>
        Question(text, known.Select(word => (word, word)));

    /// <summary>The same for things that have several names each.</summary>
    /// <param name="known">The names, each with the one to say.</param>
    public static string Question(string text, IEnumerable<(string Name, string Said)> known) =>
        Find(text, known) is { Count: > 0 } near ? $"Did you mean {WordList.Or(near)}? " : "";

    // The nearest, at most three: those that begin with the text or are shortened to it, or differ from it in at most a
    // third of its letters.
    private static IReadOnlyList<string> Find(string text, IEnumerable<(string Name, string Said)> known)
    {
        var typed = Plain(text);
        if (typed.Length == 0)
            return [];
        var near = known
            .Select(k => (Word: k.Said, Distance: Distance(typed, Plain(k.Name))))
            .Where(n => n.Distance <= Math.Max(1, typed.Length / 3))
            .OrderBy(n => n.Distance)
            .ThenBy(n => n.Word, StringComparer.Ordinal)
            .DistinctBy(n => n.Word)
            .ToList();
        return [.. near.Where(n => n.Distance <= near[0].Distance + 1).Take(MaxNamed).Select(n => n.Word)];
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Letters to add, leave out or change; a word that goes on after the text, or that is shortened to it, counts as
    // one.
    private static int Distance(string typed, string word) =>
        typed == word ? 0
        : word.StartsWith(typed, StringComparison.Ordinal) || IsShort(typed, word) ? 1
        : Levenshtein.GetDistance(typed, word);

    // Notts for Nottinghamshire: the first letters and some of the others in their order, no more than half of all.
    private static bool IsShort(string typed, string word)
    {
        if (
            typed.Length <= FirstLetters
            || typed.Length * 2 > word.Length
            || !word.StartsWith(typed[..FirstLetters], StringComparison.Ordinal)
        )
            return false;
        var found = 0;
        foreach (var letter in word)
        {
            if (found < typed.Length && typed[found] == letter)
                found++;
        }
        return found == typed.Length;
    }
}
