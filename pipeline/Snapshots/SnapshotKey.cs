using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>What the versions of a snapshot have in common, and where they lie.</summary>
internal sealed record SnapshotKey(string Area, string Cadence, DateOnly AsAt)
{
    public static SnapshotKey From(Snapshot snapshot) => new(snapshot.Area.Code, snapshot.Cadence, snapshot.AsAt);

    /// <summary>The Trust's folders stand beneath the area; those of another cadence beneath its id, which begins with
    /// a letter and so is no date.</summary>
    public string Folder => Cadence == Catalogue.Cadence.Trust ? $"{Area}/{Day}/" : $"{Area}/{Cadence}/{Day}/";

    public string Partition => PartitionOf(Area, Cadence);

    private string Day => AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string FolderOf(int version) => $"{Folder}v{version.ToString(CultureInfo.InvariantCulture)}/";

    public string RowOf(int version) =>
        StorageKey.Encode($"{Day}|v{version.ToString("0000", CultureInfo.InvariantCulture)}");

    public static string PartitionOf(string area, string cadence) =>
        StorageKey.Encode(cadence == Catalogue.Cadence.Trust ? area : $"{area}|{cadence}");

    public static (string Area, string Cadence) ReadPartition(string partition) =>
        StorageKey.Decode(partition).Split('|') is [var area, var cadence]
            ? (area, cadence)
            : (StorageKey.Decode(partition), Catalogue.Cadence.Trust);
}
