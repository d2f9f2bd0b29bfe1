using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>What is left of something that was to be removed.</summary>
/// <param name="Why">Why it is left, as the end of a sentence.</param>
/// <param name="CanBeRead">Whether it is still there; otherwise it is deleted, and can only be restored.</param>
public sealed record Remainder(string Why, bool CanBeRead);

/// <summary>
/// One copy that an account keeps of a blob: the blob itself, an older version or snapshot of it, or a deleted one that
/// can still be restored.
/// </summary>
internal sealed class BlobCopy(BlobContainerClient container, BlobItem item)
{
    // The client library leaves this out on purpose; the service has it in this version.
    private const string PermanentDelete = "2021-12-02";

    private const BlobStates Every = BlobStates.Snapshots | BlobStates.Version | BlobStates.Deleted;

    private static readonly Dictionary<string, string> Kept = new(StringComparer.Ordinal)
    {
        ["LeaseIdMissing"] = "it has a lease: break the lease and run this again",
        ["ConditionNotMet"] = "it was replaced in the meantime: run this again",
        ["BlobImmutableDueToPolicy"] = "an immutability policy of the account keeps it",
        ["BlobImmutableDueToLegalHold"] = "a legal hold of the account keeps it",
    };

    private static readonly int[] Refusals = [400, 403, 409];

    /// <summary>The blob's name.</summary>
    public string Name => item.Name;

    /// <summary>Its size in bytes.</summary>
    public long Size => item.Properties.ContentLength ?? 0;

    /// <summary>
    /// The MD5 of its content, in Base64: storage may know it even of a deleted copy, which it does not give out.
    /// Null where it does not.
    /// </summary>
    public string? Md5 => item.Properties.ContentHash is { Length: > 0 } hash ? Convert.ToBase64String(hash) : null;

    /// <summary>What was stored beside the content.</summary>
    public IDictionary<string, string> Metadata => item.Metadata ?? new Dictionary<string, string>();

    /// <summary>Which state of the blob it is.</summary>
    public ETag ETag => item.Properties.ETag ?? default;

    /// <summary>Whether it was deleted and can still be restored. Until then its content cannot be read.</summary>
    public bool IsDeleted => item.Deleted;

    /// <summary>Whether its name makes its own address: national/../../config/x makes that of another blob.</summary>
    public bool HasAddress => !Name.Split('/').Any(part => part is "." or "..");

    /// <summary>Whether it is the blob itself.</summary>
    public bool IsCurrent =>
        !IsDeleted && item.Snapshot is null && (item.VersionId is null || item.IsLatestVersion == true);

    private BlobClient Blob => container.GetBlobClient(Name);

    private BlobBaseClient? Older =>
        (item.VersionId, item.Snapshot) switch
        {
            ({ } version, _) => Blob.WithVersion(version),
            (_, { } snapshot) => Blob.WithSnapshot(snapshot),
            _ => null,
        };

    /// <summary>Every copy in a container, as far as the account keeps any beside the blobs.</summary>
    public static IAsyncEnumerable<BlobCopy> AllAsync(
        BlobContainerClient container,
        CancellationToken cancellationToken
    )
    {
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, States = Every };
        return container.GetBlobsAsync(options, cancellationToken).Select(item => new BlobCopy(container, item));
    }

    /// <summary>Reads its content.</summary>
    /// <returns>The content; null where it is gone.</returns>
    public async Task<Stream?> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var from = IsCurrent ? Blob : Older ?? Blob;
            return (await from.DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes it, and what its removal leaves behind to restore it from.</summary>
    /// <returns>What is left of it; null where it is gone.</returns>
    public async Task<Remainder?> RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var asListed = new BlobRequestConditions { IfMatch = ETag };
            if (IsCurrent)
                await GoneAsync(Blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, asListed, cancellationToken));
            // Where the account keeps versions, the blob itself has become one of them by this.
            if (!IsDeleted && Older is { } older)
                await GoneAsync(older.DeleteAsync(cancellationToken: cancellationToken));
            return await RemoveDeletedAsync(cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode is { } code && Kept.TryGetValue(code, out var why))
        {
            return new(why, CanBeRead: true);
        }
    }

    private static async Task GoneAsync(Task delete)
    {
        try
        {
            await delete;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Someone else deleted it, or an earlier run.
        }
    }

    private async Task<Remainder?> RemoveDeletedAsync(CancellationToken cancellationToken)
    {
        const string UntilThen = "it can be restored until the account's retention ends";
        if (Older is null)
            return IsDeleted ? new(UntilThen, CanBeRead: false) : null;
        var pipeline = OpenedService.PipelineOf(container.GetParentBlobServiceClient());
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Delete;
        message.Request.Uri.Reset(Older.Uri);
        message.Request.Uri.AppendQuery("deletetype", "permanent");
        message.Request.Headers.Add("x-ms-version", PermanentDelete);
        await pipeline.SendAsync(message, cancellationToken);
        var answer = message.Response;
        // An account that keeps nothing of what is deleted has removed it already.
        if (!answer.IsError || answer.Status == 404)
            return null;
        if (!Refusals.Contains(answer.Status))
            throw new RequestFailedException(answer);
        var code = answer.Headers.TryGetValue("x-ms-error-code", out var named) ? named : $"{answer.Status}";
        return new($"{UntilThen}; removing it now was refused ({code})", CanBeRead: false);
    }

    /// <summary>Gives the pipeline of a client, which knows how the account is entered.</summary>
    private sealed class OpenedService : BlobServiceClient
    {
        public static HttpPipeline PipelineOf(BlobServiceClient service) => GetHttpPipeline(service);
    }
}
