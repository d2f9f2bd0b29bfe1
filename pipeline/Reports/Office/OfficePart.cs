using System.Xml;

namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>A part of an Office file.</summary>
/// <param name="Path">Its path in the file, such as "xl/styles.xml".</param>
/// <param name="Id">What the part that it belongs to calls it.</param>
/// <param name="Write">Writes its content.</param>
internal sealed record OfficePart(PartKind Kind, string Path, string Id, Action<XmlWriter> Write)
{
    /// <summary>The parts that belong to it.</summary>
    public IReadOnlyList<OfficePart> Parts { get; init; } = [];

    /// <summary>It and all that belong to it.</summary>
    public IEnumerable<OfficePart> WithItsParts => Parts.SelectMany(p => p.WithItsParts).Prepend(this);
}
