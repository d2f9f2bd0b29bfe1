using System.Xml;
using DocumentFormat.OpenXml;

namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>The content of a part that is the same in every file, such as its styles: built once.</summary>
internal sealed class ConstantPart(OpenXmlPartRootElement root)
{
    private readonly string _content = root.OuterXml;

    /// <summary>Writes it.</summary>
    public void WriteTo(XmlWriter to) => to.WriteRaw(_content);
}
