using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>Makes Office files that are the same to the byte whenever they are made of the same: a snapshot's files
/// must be.</summary>
internal static class ReproduciblePackage
{
    // The earliest that a zip can hold.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Line ends stay those of the texts, on any system.
    private static readonly XmlWriterSettings Xml = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None,
    };

    /// <summary>The file, each of its parts with the same time of writing, in the order of their names.</summary>
    /// <param name="package">What was written: every part, its kind and its relations.</param>
    /// <param name="contents">What writes the parts that were left empty, because they are long, by their places: it
    /// goes straight into the file.</param>
    public static BinaryData Create(MemoryStream package, IReadOnlyDictionary<Uri, Action<XmlWriter>> contents)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        var file = new MemoryStream((int)package.Length / 4);
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // [Content_Types].xml comes first by its name, as some readers want it.
            foreach (var part in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(part.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = Written;
                using var target = copy.Open();
                if (contents.TryGetValue(new("/" + part.FullName, UriKind.Relative), out var write))
                {
                    using var xml = XmlWriter.Create(target, Xml);
                    write(xml);
                }
                else
                {
                    using var source = part.Open();
                    source.CopyTo(target);
                }
            }
        }
        return new(file.GetBuffer().AsMemory(0, (int)file.Length));
    }
}
