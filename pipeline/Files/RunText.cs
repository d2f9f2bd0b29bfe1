using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A text that is written in runs, each in a style of its own.</summary>
/// <param name="Whole">All of it.</param>
/// <param name="Plain">What is not in superscript.</param>
/// <param name="HasMark">Whether what is in superscript is the mark of a footnote.</param>
internal readonly partial record struct RunText(string Whole, string Plain, bool HasMark)
{
    private const int LongestMark = 12;

    /// <summary>Reads a text of a workbook of Excel: an element si or is.</summary>
    /// <param name="xml">At the beginning of the element; left at its end.</param>
    public static RunText Read(XmlReader xml)
    {
        var (whole, plain, raised) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var isRaised = false;
        foreach (var _ in xml.Inside())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "r")
                isRaised = false;
            else if (xml.LocalName == "vertAlign")
                isRaised = xml.GetAttribute("val") == "superscript";
            else if (xml.LocalName == "rPh")
                xml.Pass();
            else if (xml.LocalName == "t")
            {
                var text = WithoutEscapes(xml.Text());
                whole.Append(text);
                (isRaised ? raised : plain).Append(text);
            }
        }
        return Of(whole.ToString(), plain.ToString(), raised.ToString());
    }

    /// <summary>Puts together what was read of a text.</summary>
    /// <param name="raised">What is in superscript.</param>
    public static RunText Of(string whole, string plain, string raised) => new(whole, plain, IsMark(raised.Trim()));

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
        && !Word().IsMatch(raised)
        && !(raised is ['[', ..] && raised.Any(char.IsLetter));

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Word();

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Escape();
}
