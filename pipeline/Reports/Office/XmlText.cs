using System.Buffers;
using System.Text;
using System.Xml;

namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>Makes a text fit for the XML of an Office file, whatever a feed's cell held.</summary>
internal static class XmlText
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\u0085\u2028\u2029");

    /// <summary>The text without the characters that XML cannot hold (they would make the whole file unreadable), its
    /// line ends as line feeds.</summary>
    public static string Clean(string text)
    {
        // Nearly every text is plain, and there are thousands of them in a file.
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 && !text.AsSpan().ContainsAny(LineEnds))
            return text;
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                legal.Append(rune);
        }
        return legal.ToString();
    }
}
