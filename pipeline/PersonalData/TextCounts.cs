namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>How many signs of each kind a text has, or how many a form of personal data needs at least: it is quick to
/// count, and most texts have too few for any form.</summary>
/// <param name="Digits">Digits of ASCII.</param>
/// <param name="Letters">Letters of any script.</param>
/// <param name="Ats">The sign @.</param>
internal readonly record struct TextCounts(int Digits = 0, int Letters = 0, int Ats = 0)
{
    /// <summary>Counts the signs of a text as <see cref="PlainText"/> gives it.</summary>
    public static TextCounts Of(string plain)
    {
        var (digits, letters, ats) = (0, 0, 0);
        foreach (var c in plain)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            ats += c == '@' ? 1 : 0;
        }
        return new(digits, letters, ats);
    }

    /// <summary>Counts the signs that a text may have in its plain form: a byte outside ASCII may become any.</summary>
    /// <param name="text">The text in UTF-8, as it is in the file.</param>
    public static TextCounts Of(ReadOnlySpan<byte> text)
    {
        var (digits, letters, ats, others) = (0, 0, 0, 0);
        foreach (var b in text)
        {
            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
            letters += char.IsAsciiLetter((char)b) ? 1 : 0;
            ats += b == '@' ? 1 : 0;
            others += b >= 0x80 ? 1 : 0;
        }
        return new(digits + others, letters + others, ats + others);
    }

    /// <summary>Whether there are as many of each.</summary>
    public bool Has(TextCounts least) => Digits >= least.Digits && Letters >= least.Letters && Ats >= least.Ats;
}
