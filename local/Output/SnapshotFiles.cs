using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Local.Output;

/// <summary>Copies a snapshot's files from the storage to a folder.</summary>
internal static class SnapshotFiles
{
    /// <param name="prefix">The snapshot's folder in the container of snapshots.</param>
    public static async Task WriteAsync(
        PipelineStorage storage,
        string prefix,
        string folder,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        var options = new GetBlobsOptions { Prefix = prefix };
        await foreach (var blob in storage.Snapshots.GetBlobsAsync(options, cancellationToken))
        {
            var name = blob.Name[prefix.Length..];
            if (name == Path.GetFileName(name))
                await storage
                    .Snapshots.GetBlobClient(blob.Name)
                    .DownloadToAsync(Path.Combine(folder, name), cancellationToken);
        }
    }
}
