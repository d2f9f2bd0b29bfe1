using System.Buffers;

namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>Text that a spreadsheet would calculate instead of showing it.</summary>
internal static class FormulaText
{
    // The signs that begin a formula, the separators that could move one into the next cell, and the wide and small
    // forms that some spreadsheets read as the same signs.
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B"
    );

    /// <summary>Whether a spreadsheet would take a text for a formula, be it after spaces.</summary>
    public static bool IsFormula(string text) =>
        text.Length > 0
        && (Signs.Contains(text[0]) || (text.AsSpan().TrimStart() is [var first, ..] && Signs.Contains(first)));

    /// <summary>The text, with an apostrophe before it where it would be calculated: a spreadsheet shows it as text
    /// then.</summary>
    public static string Harmless(string text) => IsFormula(text) ? $"'{text}" : text;
}
