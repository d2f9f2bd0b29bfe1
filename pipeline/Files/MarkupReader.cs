using System.Text;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Reads the parts of a workbook as XML: forwards, one element at a time, and with nothing fetched or
/// replaced.</summary>
internal static class MarkupReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = false,
    };

    /// <summary>Opens a part, whichever edition of the format its names are of: elements are known by their local
    /// names.</summary>
    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>Whether the reader is at the beginning of an element of that name.</summary>
    public static bool IsAt(this XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    /// <summary>Steps through all that is inside the present element; the reader is left at its end.</summary>
    public static IEnumerable<XmlNodeType> Inside(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            yield break;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            yield return xml.NodeType;
    }

    /// <summary>Steps to the end of the present element.</summary>
    public static void Pass(this XmlReader xml)
    {
        foreach (var _ in xml.Inside())
        {
            // Nothing of it is wanted.
        }
    }

    /// <summary>All text inside the present element; the reader is left at its end.</summary>
    public static string Text(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, first) = (xml.Depth, "");
        StringBuilder? more = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (
                xml.NodeType
                is not (
                    XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace
                )
            )
                continue;
            if (first.Length == 0)
                first = xml.Value;
            else
                (more ??= new StringBuilder(first)).Append(xml.Value);
        }
        return more?.ToString() ?? first;
    }

    /// <summary>The value of an attribute by its local name, whatever its prefix; null where there is none.</summary>
    public static string? Attribute(this XmlReader xml, string name)
    {
        string? value = null;
        while (value is null && xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name)
                value = xml.Value;
        }
        xml.MoveToElement();
        return value;
    }
}
