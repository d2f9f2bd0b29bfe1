using System.Xml.Linq;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>An Office file's own details: title, language, subject and, as its date, the compile date.</summary>
internal static class CoreProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The part that holds them.</summary>
    public static OfficePart Of(Snapshot snapshot, string title)
    {
        XElement Day(string name) =>
            new(
                Terms + name,
                new XAttribute(Instance + "type", "dcterms:W3CDTF"),
                $"{snapshot.Compiled:yyyy-MM-dd}T00:00:00Z"
            );
        var properties = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Dublin + "title", XmlText.Clean(title)),
            new XElement(Dublin + "subject", XmlText.Clean(snapshot.Title)),
            new XElement(Dublin + "language", "en-GB"),
            Day("created"),
            Day("modified")
        );
        return new(PartKind.Properties, "docProps/core.xml", "properties", properties.WriteTo);
    }
}
