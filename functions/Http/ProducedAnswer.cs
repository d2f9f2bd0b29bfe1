using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Functions.Http;

/// <summary>What <see cref="ProduceSnapshot"/> answers: each snapshot that was asked for or owed, and where it
/// stands.</summary>
/// <param name="Produced">The snapshots; empty where none was owed.</param>
public sealed record ProducedAnswer(IReadOnlyList<ProducedAnswer.Item> Produced)
{
    /// <summary>The answer for these snapshots.</summary>
    public static ProducedAnswer For(IEnumerable<ProducedSnapshot> snapshots) =>
        new([
            .. snapshots.Select(each => new Item(
                each.Snapshot.Area.Code,
                each.Snapshot.AsAt,
                each.Snapshot.Version,
                each.Folder,
                each.AlreadyThere
            )),
        ]);

    /// <summary>One snapshot.</summary>
    /// <param name="AsAt">The day the snapshot describes.</param>
    /// <param name="Folder">Where its files are in the container of snapshots.</param>
    /// <param name="AlreadyThere">True where an equal snapshot stood there before and nothing was written.</param>
    public sealed record Item(string Area, DateOnly AsAt, int Version, string Folder, bool AlreadyThere);
}
