using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>
/// What a text says, whatever a keyboard, a word processor or a spreadsheet made of it: Unicode compatibility forms,
/// dashes, quotation marks and spaces of every kind become the plain ones, what cannot be seen goes, and so do
/// spaces around it. Texts are folded before they are compared; what is shown stays as it was published.
/// </summary>
internal static class FoldedText
{
    // Every byte but those of plain ASCII text.
    private static readonly SearchValues<byte> Unusual = SearchValues.Create([
        .. Enumerable.Range(0, 256).Where(b => b is < ' ' or > '~').Select(b => (byte)b),
    ]);

    /// <summary>Folds a text.</summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
            return text.Trim(' ');
        var folded = new StringBuilder(text.Length);
        var run = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // A superscript or a fraction is no part of the number that it follows: the compatibility form of
            // "7.9²" is 7.92.
            if (char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber)
            {
                Flush(run, folded);
                folded.Append(c);
            }
            else
                run.Append(c);
        }
        Flush(run, folded);
        return folded.ToString().Trim();
    }

    /// <summary>Folds a cell in UTF-8. Nearly every cell is folded already, and is then given back as it is.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> cell) =>
        cell.IsEmpty ? cell
        : cell.ContainsAny(Unusual) || cell.IndexOf("  "u8) >= 0
            ? Encoding.UTF8.GetBytes(Of(Encoding.UTF8.GetString(cell)))
        : cell.Trim((byte)' ');

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.Contains('`')
        && !text.Contains("  ", StringComparison.Ordinal);

    private static void Flush(StringBuilder run, StringBuilder folded)
    {
        // A lone half of a surrogate pair has no form, and would be an exception.
        var text = run.ToString();
        if (text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar))
            text = text.Normalize(NormalizationForm.FormKC);
        foreach (var c in text)
        {
            var plain = Plain(c);
            if (plain is not null && (plain != ' ' || folded.Length == 0 || folded[^1] != ' '))
                folded.Append(plain);
        }
        run.Clear();
    }

    private static char? Plain(char c) =>
        c switch
        {
            '‘' or '’' or '‚' or '‛' or '`' => '\'',
            '“' or '”' or '„' or '‟' => '"',
            // The minus sign is not among the dashes of Unicode.
            '\u2212' => '-',
            _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
            _ => char.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.DashPunctuation => '-',
                UnicodeCategory.Format => null,
                _ => c,
            },
        };
}
