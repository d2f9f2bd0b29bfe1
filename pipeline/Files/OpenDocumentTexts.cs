using System.Buffers;
using System.Text;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Gives the texts of an OpenDocument spreadsheet that no row has: comments, properties, drawings, hyperlinks,
/// names, formulas, covered cells and what is shown in place of a number. The other cells are read as rows.</summary>
internal static class OpenDocumentTexts
{
    // Every cell, row and column has attributes, and what they say is read with the cells.
    private static readonly HashSet<string> OfTable = ["table-cell", "covered-table-cell", "table-row", "table-column"];

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,-+%");

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
        var (text, place, placeEnds, cell, paragraph, linked) = (new StringBuilder(), "", -1, -1, -1, -1);
        while (xml.Read())
        {
            if (xml.Depth <= placeEnds)
                (place, placeEnds) = ("", -1);
            if (xml.Depth <= linked)
                linked = -1;
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
            // Of a cell that a merged one covers, or that holds a number, no row has the text; nor of one in a copy of
            // linked data.
            if (xml.LocalName is "table-cell" or "covered-table-cell")
            {
                cell = xml.LocalName == "table-cell" && linked < 0 && xml.Attribute("value") is null ? xml.Depth : -1;
                Attribute("string-value");
                Attribute("formula");
            }
            else if (xml.LocalName == "dde-link" && linked < 0 && !xml.IsEmptyElement)
                linked = xml.Depth;
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
            var whole = text.ToString();
            text.Clear();
            // What is shown of nearly every number is the number.
            if (place.Length > 0 ? whole.Length > 0 : whole.AsSpan().ContainsAnyExcept(OfNumbers))
                take(place, whole);
        }

        void Attribute(string name)
        {
            if (xml.Attribute(name) is { Length: > 0 } value)
                take("", value);
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
