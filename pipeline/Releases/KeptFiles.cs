using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file as it is kept.</summary>
/// <param name="ReleaseId">Its release.</param>
/// <param name="Blob">Where it lies.</param>
/// <param name="Details">What the drop said beside the content.</param>
/// <param name="Companion">Where the companion lies that it was read with; null for none.</param>
internal sealed record KeptFile(string ReleaseId, BlobClient Blob, DropDetails Details, BlobClient? Companion);

/// <summary>Keeps every file as it was received: in the archive where it was accepted, in quarantine where it was refused.</summary>
internal sealed class KeptFiles(PipelineStorage storage)
{
    private const string CompanionEnding = ".meta.csv";
    private const string CompanionMark = "companion";
    private const int PieceSize = 8 * 1024 * 1024;

    /// <summary>Copies a file from landing, once, with its companion. The copy is of the very version that was judged.</summary>
    public async Task KeepAsync(BlobClient from, BlobProperties properties, Release release, CompanionFile? companion, bool refused, CancellationToken cancellationToken)
    {
        var container = refused ? storage.Quarantine : storage.Archive;
        var metadata = release.Details.ToMetadata();
        if (companion is not null)
        {
            metadata[CompanionMark] = "1";
            await CopyAsync(companion.Blob, companion.ETag, container.GetBlobClient(release.BlobName + CompanionEnding), new BlobUploadOptions(), cancellationToken);
        }
        var to = container.GetBlobClient(release.BlobName);
        var options = new BlobUploadOptions { Metadata = metadata, HttpHeaders = new() { ContentType = properties.ContentType }, Conditions = new() { IfNoneMatch = ETag.All } };
        if (await SaysAsync(to, metadata, cancellationToken) || await TryCopyAsync(from, properties.ETag, to, options, cancellationToken))
            return;
        await to.SetMetadataAsync(metadata, cancellationToken: cancellationToken);
    }

    /// <summary>Every kept file, each release once: where both containers hold it, it was accepted last.</summary>
    public async Task<IReadOnlyList<KeptFile>> AllAsync(CancellationToken cancellationToken)
    {
        var kept = new SortedDictionary<string, KeptFile>(StringComparer.Ordinal);
        foreach (var container in new[] { storage.Archive, storage.Quarantine })
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken))
            {
                if (DropDetails.Read(blob.Metadata) is { } details && blob.Name.Split('/') is [var id, _])
                    kept.TryAdd(id, new(id, container.GetBlobClient(blob.Name), details, blob.Metadata.ContainsKey(CompanionMark) ? container.GetBlobClient(blob.Name + CompanionEnding) : null));
            }
        }
        return [.. kept.Values];
    }

    // True where the copy is there and says so; a file whose metadata were mended says what counts now.
    private static async Task<bool> SaysAsync(BlobClient blob, Dictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        try
        {
            var there = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
            return there.Count == metadata.Count && metadata.All(m => there.TryGetValue(m.Key, out var value) && value == m.Value);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return false;
        }
    }

    private static async Task<bool> TryCopyAsync(BlobClient from, ETag etag, BlobClient to, BlobUploadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await CopyAsync(from, etag, to, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsAlreadyThere())
        {
            // The condition that was not met may be the other one: that the dropped file is still the one that was read.
            if (!await to.ExistsAsync(cancellationToken))
                throw;
            return false;
        }
    }

    private static async Task CopyAsync(BlobClient from, ETag etag, BlobClient to, BlobUploadOptions options, CancellationToken cancellationToken)
    {
        var read = new BlobOpenReadOptions(allowModifications: false) { Conditions = new() { IfMatch = etag }, BufferSize = PieceSize };
        await using var content = await from.OpenReadAsync(read, cancellationToken);
        options.TransferOptions = new() { InitialTransferSize = 4 * PieceSize, MaximumTransferSize = PieceSize };
        await to.UploadAsync(content, options, cancellationToken);
    }
}
