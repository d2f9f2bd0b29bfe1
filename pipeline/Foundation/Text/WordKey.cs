using System.Text;

namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>What the spellings of one word have in common: capitals, and a hyphen for a space, make no difference, so
/// "All state funded" is "All state-funded".</summary>
internal static class WordKey
{
    /// <summary>The key of a cell.</summary>
    /// <param name="cell">The cell in UTF-8, folded (see FoldedText).</param>
    public static string Of(ReadOnlySpan<byte> cell) => Of(Encoding.UTF8.GetString(cell));

    /// <summary>The key of a word.</summary>
    public static string Of(string word) => FoldedText.Of(word).Replace('-', ' ').ToLowerInvariant();

    /// <summary>Whether a cell is a word.</summary>
    /// <param name="cell">The cell in UTF-8, folded (see FoldedText).</param>
    public static bool Same(ReadOnlySpan<byte> cell, string word)
    {
        if (cell.Length != word.Length)
            return false;
        for (var i = 0; i < cell.Length; i++)
        {
            if (Plain((char)cell[i]) != Plain(word[i]) || !char.IsAscii(word[i]))
                return false;
        }
        return true;
    }

    /// <summary>A cell without what its publisher sorts it by: "a.ALL" and "1. Total" are All and Total.</summary>
    public static ReadOnlySpan<byte> Unsorted(ReadOnlySpan<byte> cell) =>
        cell.IndexOf((byte)'.') is > 0 and <= 2 and var dot && cell.Length > dot + 1
            ? cell[(dot + 1)..].Trim((byte)' ')
            : cell;

    private static char Plain(char c) => c == '-' ? ' ' : char.ToLowerInvariant(c);
}
