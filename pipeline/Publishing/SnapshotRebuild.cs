using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>Makes the table of snapshots again from the snapshots themselves. It takes nothing away, and may be stopped
/// and run again.</summary>
public sealed class SnapshotRebuild(PipelineStorage storage, SnapshotStore store)
{
    /// <summary>Writes the header of every finished snapshot. One that a run claimed and did not finish has none, as
    /// before.</summary>
    public async IAsyncEnumerable<SnapshotHeader> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in storage.Snapshots.GetBlobsAsync(new GetBlobsOptions(), cancellationToken))
        {
            if (!blob.Name.EndsWith($"/{SnapshotStore.Deciding}", StringComparison.Ordinal))
                continue;
            var snapshot = SnapshotJson.Read(
                (await storage.Snapshots.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content
            );
            if (
                await store.WriteHeaderAsync(snapshot, SnapshotVersions.InputsHash(snapshot), cancellationToken) is
                { } header
            )
                yield return header;
        }
    }
}
