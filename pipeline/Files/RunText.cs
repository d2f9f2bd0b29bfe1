using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A text that is written in runs, each in a style of its own.</summary>
/// <param name="Whole">All of it.</param>
/// <param name="Plain">What is not in superscript.</param>
/// <param name="HasMark">Whether what is in superscript is the mark of a footnote.</param>
/// <param name="IsUnclear">Whether a figure has digits in subscript or struck out, so that nobody can say what it
/// is.</param>
internal readonly partial record struct RunText(string Whole, string Plain, bool HasMark, bool IsUnclear)
{
    private const int LongestMark = 12;

    // A number with more is no mark of a footnote, and may be of a person.
    private const int MostDigits = 5;

    /// <summary>Reads a text of a workbook of Excel: an element si or is.</summary>
    /// <param name="xml">At the beginning of the element; left at its end.</param>
    public static RunText Read(XmlReader xml)
    {
        var (whole, plain, raised) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var (isRaised, isLowered, isUnclear) = (false, false, false);
        foreach (var _ in xml.Inside())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "r")
                (isRaised, isLowered) = (false, false);
            else if (xml.LocalName == "vertAlign")
            {
                isRaised = xml.GetAttribute("val") == "superscript";
                isLowered |= xml.GetAttribute("val") == "subscript";
            }
            else if (xml.LocalName == "strike")
                isLowered |= xml.GetAttribute("val") is not ("0" or "false");
            else if (xml.LocalName == "rPh")
                xml.Pass();
            else if (xml.LocalName == "t")
            {
                var text = WithoutEscapes(xml.Text());
                whole.Append(text);
                isUnclear |= isLowered && text.Any(char.IsAsciiDigit);
                (isRaised ? raised : plain).Append(text);
            }
        }
        return Of(whole.ToString(), plain.ToString(), raised.ToString(), isUnclear);
    }

    /// <summary>Puts together what was read of a text.</summary>
    /// <param name="raised">What is in superscript.</param>
    /// <param name="isUnclear">Whether digits are in subscript or struck out.</param>
    public static RunText Of(string whole, string plain, string raised, bool isUnclear = false) =>
        new(whole, plain, IsMark(raised.Trim()), isUnclear && Figure().IsMatch(whole));

    /// <summary>Excel writes a character that XML does not have as _x000D_.</summary>
    public static string WithoutEscapes(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape()
                .Replace(
                    text,
                    m =>
                        (
                            (char)
                                int.Parse(m.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                        ).ToString()
                )
            : text;

    // "1", "1,2", "(a)", "*" and "r" are marks. The letters of "1st" belong to the number, and "[p]" says what kind of
    // figure it is.
    private static bool IsMark(string raised) =>
        raised.Length is > 0 and <= LongestMark
        && raised.Count(char.IsAsciiDigit) <= MostDigits
        && !Word().IsMatch(raised)
        && !(raised is ['[', ..] && raised.Any(char.IsLetter));

    [GeneratedRegex("^[0-9 .,%+/-]+$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Word();

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Escape();
}
