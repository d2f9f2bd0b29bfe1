using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>A snapshot that was looked at again.</summary>
/// <param name="Header">What the table has of it now; null where its snapshot.json cannot be read, or is another
/// folder's.</param>
public sealed record RebuiltSnapshot(string Folder, SnapshotHeader? Header);

/// <summary>Makes the table of snapshots again from the snapshots themselves. It takes nothing away, and may be stopped
/// and run again.</summary>
public sealed class SnapshotRebuild(PipelineStorage storage, SnapshotStore store)
{
    /// <summary>Writes the header of every finished snapshot. One that a run claimed and did not finish has none, as
    /// before.</summary>
    public async IAsyncEnumerable<RebuiltSnapshot> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var blob in storage.Snapshots.GetBlobsAsync(new GetBlobsOptions(), cancellationToken))
        {
            if (!blob.Name.EndsWith($"/{SnapshotStore.Deciding}", StringComparison.Ordinal))
                continue;
            var folder = blob.Name[..^SnapshotStore.Deciding.Length];
            var file = await storage.Snapshots.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            if (SnapshotStore.SnapshotIn(folder, file.Value.Content) is not { } snapshot)
                yield return new(folder, null);
            else if (
                await store.WriteHeaderAsync(snapshot, SnapshotVersions.InputsHash(snapshot), cancellationToken) is
                { } header
            )
                yield return new(folder, header);
        }
    }
}
