using System.Globalization;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>What numbers mean in each style of a workbook's cells.</summary>
internal sealed class OpenXmlStyles
{
    private readonly List<NumberMeaning> _meanings = [];

    /// <summary>What a number means in the style of that number; itself where there is no such style.</summary>
    public NumberMeaning Of(string? style) =>
        int.TryParse(style, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _meanings.Count
            ? _meanings[index]
            : NumberMeaning.Number;

    /// <summary>Reads the part of the styles.</summary>
    public static OpenXmlStyles Read(Stream part)
    {
        var (styles, formats, isOfCells) = (new OpenXmlStyles(), new Dictionary<int, NumberMeaning>(), false);
        using var xml = MarkupReader.Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                isOfCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.IsAt("numFmt"))
                formats[Number(xml)] = NumberFormat.Meaning(xml.GetAttribute("formatCode"));
            else if (isOfCells && xml.IsAt("xf"))
                styles._meanings.Add(
                    Number(xml) is var format && formats.TryGetValue(format, out var own)
                        ? own
                        : NumberFormat.Meaning(format)
                );
        }
        return styles;
    }

    private static int Number(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
