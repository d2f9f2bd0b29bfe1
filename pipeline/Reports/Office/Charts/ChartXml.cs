using System.Xml;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>Writes the elements of a chart one after another, so that they are never kept as a tree.</summary>
internal sealed class ChartXml(XmlWriter to)
{
    private const string Prefix = "c";
    private const string Namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Begins the chart itself: the element that all others are in.</summary>
    public ChartXml OpenSpace()
    {
        Open("chartSpace");
        to.WriteAttributeString("xmlns", "a", null, "http://schemas.openxmlformats.org/drawingml/2006/main");
        return this;
    }

    /// <summary>Begins an element.</summary>
    public ChartXml Open(string name)
    {
        to.WriteStartElement(Prefix, name, Namespace);
        return this;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public ChartXml Close()
    {
        to.WriteEndElement();
        return this;
    }

    /// <summary>An element that is a word.</summary>
    public ChartXml Value(string name, string word)
    {
        Open(name);
        to.WriteAttributeString("val", word);
        return Close();
    }

    /// <summary>An element that is a number.</summary>
    public ChartXml Value(string name, double number) => Value(name, XmlConvert.ToString(number));

    /// <summary>An element that is true or false.</summary>
    public ChartXml Value(string name, bool isSo) => Value(name, isSo ? "1" : "0");

    /// <summary>An element with a text in it.</summary>
    public ChartXml Text(string name, string text)
    {
        to.WriteElementString(Prefix, name, Namespace, XmlText.Clean(text));
        return this;
    }

    /// <summary>The name or figure of one point.</summary>
    public ChartXml Point(int index, string text)
    {
        Open("pt");
        to.WriteAttributeString("idx", XmlConvert.ToString(index));
        return Text("v", text).Close();
    }

    /// <summary>How figures are written.</summary>
    public ChartXml Format(string code)
    {
        Open("numFmt");
        to.WriteAttributeString("formatCode", code);
        to.WriteAttributeString("sourceLinked", "0");
        return Close();
    }

    /// <summary>The look of a part of a chart.</summary>
    public ChartXml Shape(string look) => Open("spPr").Raw(look).Close();

    /// <summary>Adds text that is already XML.</summary>
    public ChartXml Raw(string xml)
    {
        to.WriteRaw(xml);
        return this;
    }
}
