using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>Writes Office files that are identical, byte for byte, whenever their content is the same, as a snapshot's
/// files must be. Each part goes straight into the file.</summary>
internal static class OfficePackage
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    // The earliest time that a zip can record.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Line breaks in texts are kept as they are, on any system.
    private static readonly XmlWriterSettings Xml = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None,
    };

    private sealed record Entry(string Path, Action<XmlWriter> Write);

    /// <summary>The file, each of its parts with the same time of writing, in the order of their names.</summary>
    /// <param name="parts">The parts that belong to no other.</param>
    public static BinaryData Create(params IReadOnlyList<OfficePart> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // [Content_Types].xml comes first by its name, as some readers want it.
            foreach (var entry in Entries(parts).OrderBy(e => e.Path, StringComparer.Ordinal))
            {
                var place = zip.CreateEntry(entry.Path, CompressionLevel.Fastest);
                place.LastWriteTime = Written;
                using var target = place.Open();
                using var xml = XmlWriter.Create(target, Xml);
                entry.Write(xml);
            }
        }
        return new(file.GetBuffer().AsMemory(0, (int)file.Length));
    }

    private static IEnumerable<Entry> Entries(IReadOnlyList<OfficePart> parts)
    {
        var all = parts.SelectMany(p => p.WithItsParts).ToList();
        return all.Select(p => new Entry(p.Path, p.Write))
            .Concat(all.Where(p => p.Parts.Count > 0).Select(p => Relations(p.Path, p.Parts)))
            .Append(Relations("", parts))
            .Append(new("[Content_Types].xml", to => WriteTypes(to, all)));
    }

    private static Entry Relations(string path, IReadOnlyList<OfficePart> parts)
    {
        var name = path.LastIndexOf('/') + 1;
        return new($"{path[..name]}_rels/{path[name..]}.rels", to => WriteRelations(to, parts));
    }

    private static void WriteTypes(XmlWriter to, IEnumerable<OfficePart> parts)
    {
        to.WriteStartElement("Types", Package + "content-types");
        to.WriteStartElement("Default");
        to.WriteAttributeString("Extension", "rels");
        to.WriteAttributeString("ContentType", "application/vnd.openxmlformats-package.relationships+xml");
        to.WriteEndElement();
        foreach (var part in parts)
        {
            to.WriteStartElement("Override");
            to.WriteAttributeString("PartName", "/" + part.Path);
            to.WriteAttributeString("ContentType", part.Kind.ContentType);
            to.WriteEndElement();
        }
        to.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter to, IEnumerable<OfficePart> parts)
    {
        to.WriteStartElement("Relationships", Package + "relationships");
        foreach (var part in parts)
        {
            to.WriteStartElement("Relationship");
            to.WriteAttributeString("Type", part.Kind.Relation);
            to.WriteAttributeString("Target", "/" + part.Path);
            to.WriteAttributeString("Id", part.Id);
            to.WriteEndElement();
        }
        to.WriteEndElement();
    }
}
