using ChildrensTrust.Pipeline.Foundation.Text;

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

    // Letters to add, leave out or change, by Levenshtein's rows; a word that goes on after the text counts as one.
    private static int Distance(string typed, string word)
    {
        if (word.StartsWith(typed, StringComparison.Ordinal))
            return word.Length == typed.Length ? 0 : 1;
        var row = Enumerable.Range(0, word.Length + 1).ToArray();
        for (var i = 1; i <= typed.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var changed = diagonal + (typed[i - 1] == word[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[^1];
    }
}
