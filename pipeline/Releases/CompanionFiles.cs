using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A companion that was read.</summary>
/// <param name="Blob">Where it is: in landing, or beside its file in the archive or in quarantine.</param>
internal sealed record CompanionFile(BlobClient Blob, ETag ETag, string Sha256, EesMeta Meta);

/// <summary>Finds the companion of a file, in landing or beside its kept copy. One that is withdrawn is as good as
/// none.</summary>
internal sealed class CompanionFiles(PipelineStorage storage)
{
    private const int LongestBlobName = 1024;
    private readonly WithdrawalRecords _records = new(storage);

    /// <summary>Reads the companion that lies beside a dropped file; null where there is none.</summary>
    public async Task<CompanionFile?> BesideAsync(
        Feed feed,
        string blob,
        Reference reference,
        CancellationToken cancellationToken
    ) =>
        Companion.NameOf(blob) is { Length: <= LongestBlobName } name
            ? await FindAsync(
                feed,
                storage.Landing.GetBlobClient(name),
                name[(name.LastIndexOf('/') + 1)..],
                reference,
                cancellationToken
            )
            : null;

    /// <summary>Reads a companion, wherever it is; null where it is gone or withdrawn, or describes nothing.</summary>
    public async Task<CompanionFile?> FindAsync(
        Feed feed,
        BlobClient blob,
        string name,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = new HashingStream(download.Value.Content);
            if (await Companion.ReadAsync(content, name, reference, cancellationToken) is not { } meta)
                return null;
            var sha256 = await content.ReadToEndAsync(cancellationToken);
            var found = new CompanionFile(blob, download.Value.Details.ETag, sha256, meta);
            return (await _records.FindAsync(ReleaseId.For(feed, found.Sha256), cancellationToken)).IsInForce
                ? null
                : found;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Whether a kept companion has this content.</summary>
    public static async Task<bool> IsAsync(BlobClient blob, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = new HashingStream(await blob.OpenReadAsync(cancellationToken: cancellationToken));
            return await content.ReadToEndAsync(cancellationToken) == sha256;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return false;
        }
    }
}
