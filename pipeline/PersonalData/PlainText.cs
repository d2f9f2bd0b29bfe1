using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// Brings a text to the one form in which personal data is looked for: plain digits and letters for their wide, circled
/// and mathematical forms, one kind of space, dash, dot and slash, and nothing that has no width. It does for these
/// what Unicode's NFKC does, which is not there without a culture.
/// </summary>
internal static class PlainText
{
    private const int FullWidth = 0xFEE0;
    private const int MathematicalLetters = 0x1D400;
    private const int LettersOfAStyle = 52;

    private static readonly SearchValues<char> Untouched = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c),
    ]);

    // What looks like a sign of ours and is none of those that a category tells.
    private static readonly Dictionary<int, char> Signs = new()
    {
        [0x2212] = '-',
        [0xFE63] = '-',
        [0x2044] = '/',
        [0x2215] = '/',
        [0x29F8] = '/',
        [0x2024] = '.',
        [0x00B7] = '.',
        [0x2022] = '.',
        [0x2219] = '.',
        [0x3002] = '.',
        [0xFE52] = '.',
        [0xFF61] = '.',
        [0xFE6B] = '@',
        [0x2236] = ':',
        [0xFE55] = ':',
        [0x2018] = '\'',
        [0x2019] = '\'',
        [0x201C] = '"',
        [0x201D] = '"',
        [0x2800] = ' ',
        [0x3164] = ' ',
        [0xFFA0] = ' ',
        [0x2039] = '<',
        [0x203A] = '>',
        [0x2329] = '<',
        [0x232A] = '>',
        [0x3008] = '<',
        [0x3009] = '>',
        [0x27E8] = '<',
        [0x27E9] = '>',
    };

    /// <summary>The text in that form, without spaces around it and with one space where there were several.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Untouched) < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Plain(rune) is not { } c)
                continue;
            if (c != ' ')
                plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().TrimEnd(' ');
    }

    // Null for what has no width.
    private static char? Plain(Rune rune)
    {
        if (rune.Value is > ' ' and <= '~')
            return (char)rune.Value;
        if (Signs.TryGetValue(rune.Value, out var sign))
            return sign;
        if (rune.Value is >= '!' + FullWidth and <= '~' + FullWidth)
            return (char)(rune.Value - FullWidth);
        if (rune.Value is >= MathematicalLetters and < 0x1D6A4)
            return Letter((rune.Value - MathematicalLetters) % LettersOfAStyle);
        if (rune.Value is >= 0x24B6 and <= 0x24E9)
            return Letter(rune.Value - 0x24B6);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => null,
            UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.OtherNumber
                when Rune.GetNumericValue(rune) is >= 0 and <= 9 and var digit && digit == Math.Truncate(digit) =>
                (char)('0' + (int)digit),
            _ => rune.IsBmp ? (char)rune.Value : '\uFFFD',
        };
    }

    private static char Letter(int at) => (char)(at < 26 ? 'A' + at : 'a' + at - 26);
}
