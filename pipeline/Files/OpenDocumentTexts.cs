using System.Text;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Gives the texts of an OpenDocument spreadsheet that are not in its cells: comments, properties, drawings,
/// hyperlinks, names. The cells are read as rows.</summary>
internal static class OpenDocumentTexts
{
    // Every cell, row and column has attributes, and what they say is read with the cells.
    private static readonly HashSet<string> OfTable = ["table-cell", "covered-table-cell", "table-row", "table-column"];

    /// <summary>Takes each text with where it is: "annotation" for a comment, "meta" for a property, otherwise
    /// empty. A document that is not well-formed gives those before the fault.</summary>
    public static void Read(Stream part, Action<string, string> take)
    {
        using var xml = MarkupReader.Open(part);
        try
        {
            Read(xml, take);
        }
        catch (XmlException)
        {
            // It is refused as a workbook. What was read before counts.
        }
    }

    private static void Read(XmlReader xml, Action<string, string> take)
    {
        var (text, place, placeEnds, cell, paragraph) = (new StringBuilder(), "", -1, -1, -1);
        while (xml.Read())
        {
            if (xml.Depth <= placeEnds)
                (place, placeEnds) = ("", -1);
            if (xml.Depth <= paragraph && xml.NodeType is XmlNodeType.EndElement)
                paragraph = -1;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                if (paragraph < 0 || place.Length > 0)
                    text.Append(xml.Value);
                continue;
            }
            if (xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
                continue;
            // A paragraph is cut into runs.
            if (xml.LocalName is not ("span" or "a" or "s"))
                End();
            if (xml.NodeType == XmlNodeType.EndElement)
                continue;
            if (xml.LocalName == "table-cell")
                cell = xml.Depth;
            else if (xml.LocalName is "p" or "h" && cell >= 0 && xml.Depth == cell + 1 && !xml.IsEmptyElement)
                paragraph = xml.Depth;
            else if (placeEnds < 0 && xml.LocalName is "annotation" or "meta" && !xml.IsEmptyElement)
                (place, placeEnds) = (xml.LocalName, xml.Depth);
            if (!OfTable.Contains(xml.LocalName))
                Attributes();
        }
        End();

        void End()
        {
            if (text.Length > 0)
                take(place, text.ToString());
            text.Clear();
        }

        void Attributes()
        {
            while (xml.MoveToNextAttribute())
            {
                if (xml.Value.Length > 0 && xml.Prefix != "xmlns")
                    take("", xml.Value);
            }
            xml.MoveToElement();
        }
    }
}
