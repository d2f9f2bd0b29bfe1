using System.IO.Compression;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>The parts of a workbook of Excel, found as it says itself: by their relations, in whichever folder they
/// are.</summary>
internal sealed class OpenXmlParts(ZipArchive zip)
{
    private readonly ILookup<string, ZipArchiveEntry> _byPath = zip.Entries.ToLookup(
        e => Path(e.FullName),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>A relation of one part to another.</summary>
    /// <param name="Kind">What the other part is, such as worksheet.</param>
    public sealed record Relation(string Id, string Kind, string Path);

    /// <summary>The part that the whole workbook begins with.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public string Workbook =>
        Relations("").FirstOrDefault(r => r.Kind == "officeDocument" && Has(r.Path))?.Path
        ?? (Has("xl/workbook.xml") ? "xl/workbook.xml" : throw new InvalidDataException("There is no workbook."));

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string path) => _byPath.Contains(path);

    /// <summary>Opens a part.</summary>
    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public Stream Open(string path) =>
        _byPath[path].FirstOrDefault()?.Open() ?? throw new InvalidDataException("A part of the workbook is missing.");

    /// <summary>The relations of a part; of the package itself for an empty path.</summary>
    public IReadOnlyList<Relation> Relations(string of)
    {
        var slash = of.LastIndexOf('/') + 1;
        var (folder, name) = (of[..slash], of[slash..]);
        var path = $"{folder}_rels/{name}.rels";
        if (!Has(path))
            return [];
        var relations = new List<Relation>();
        using var part = Open(path);
        using var xml = MarkupReader.Open(part);
        while (xml.Read())
        {
            if (
                xml.IsAt("Relationship")
                && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Target") is { } target
            )
                relations.Add(
                    new(
                        xml.GetAttribute("Id") ?? "",
                        xml.GetAttribute("Type")?.Split('/')[^1] ?? "",
                        Path(target.StartsWith('/') ? target : folder + target)
                    )
                );
        }
        return relations;
    }

    // "xl/./../xl\workbook.xml" and "/xl/workbook.xml" are one path.
    private static string Path(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
