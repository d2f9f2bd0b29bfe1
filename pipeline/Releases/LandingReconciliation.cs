using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file that a sweep found.</summary>
/// <param name="Missed">True where nothing had read it before: its upload event never came. False where it had
/// failed.</param>
/// <param name="Fault">What stopped it, for the log; null where nothing did.</param>
public sealed record SweptFile(DroppedFile File, bool Missed, Release? Release, Exception? Fault);

/// <summary>
/// Finds the files in landing that nothing has read, or that failed, and ingests them as their function would have. It
/// compares the listing with the ledger of drops, so a file is read again only where neither its name nor its content
/// is known. Where nothing is missing it costs one listing and one query.
/// </summary>
public sealed class LandingReconciliation(
    PipelineStorage storage,
    Ingestion ingestion,
    ReleaseLedger ledger,
    DropLedger drops,
    FailedDrops failed,
    TimeProvider time
)
{
    /// <summary>A sweep ingests at most this many files; the next one goes on.</summary>
    public const int MaxFiles = 1000;

    /// <summary>A file that landed more recently is left alone: its function may be reading it.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(1);
    private static readonly GetBlobsOptions WithMetadata = new() { Traits = BlobTraits.Metadata };

    /// <summary>Ingests the files whose upload event was missed, the oldest first. Run every few minutes, it leaves
    /// alone what failed: a fault does not pass that soon.</summary>
    /// <returns>Each file as soon as it is dealt with. One that fails does not keep the others.</returns>
    public IAsyncEnumerable<SweptFile> MissedAsync(CancellationToken cancellationToken) =>
        SweepAsync(failedToo: false, cancellationToken);

    /// <summary>Ingests the files whose upload event was missed, then those that failed, the oldest first.</summary>
    /// <returns>Each file as soon as it is dealt with. One that fails does not keep the others.</returns>
    public async IAsyncEnumerable<SweptFile> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A file whose reading broke off and which was replaced before it was read again would be "being read" for
        // ever.
        await ledger.ForgetUnfinishedAsync(time.GetUtcNow() - Unfinished, cancellationToken);
        await ledger.CompleteIndexAsync(cancellationToken);
        await foreach (var swept in SweepAsync(failedToo: true, cancellationToken))
            yield return swept;
    }

    private async IAsyncEnumerable<SweptFile> SweepAsync(
        bool failedToo,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // The ledger first: what lands in between is new, and what the ledger has and the listing has not is gone.
        var known = await drops
            .AllAsync(cancellationToken)
            .ToDictionaryAsync(f => f.Key, cancellationToken: cancellationToken);
        var landed = await LandedAsync(cancellationToken);
        foreach (var gone in known.Values.ExceptBy(landed.Keys.Select(f => f.Key), f => f.Key))
            await drops.ForgetAsync(gone, cancellationToken);

        var missed = landed.Where(l => !known.ContainsKey(l.Key.Key) && IsDue(l.Key, l.Value)).OrderBy(l => l.Value);
        var retried = landed
            .Where(l => failedToo && known.GetValueOrDefault(l.Key.Key)?.Fault is not null)
            .OrderBy(l => l.Value);
        foreach (var (file, _) in missed.Concat(retried).Take(MaxFiles))
            yield return await IngestAsync(file, missed: !known.ContainsKey(file.Key), cancellationToken);
    }

    // No function ever opens a file whose name leads out of its folder: there is nothing to wait for.
    private bool IsDue(DroppedFile file, DateTimeOffset landed) =>
        !file.StaysInItsFolder || landed <= time.GetUtcNow() - Settling;

    private async Task<Dictionary<DroppedFile, DateTimeOffset>> LandedAsync(CancellationToken cancellationToken)
    {
        var landed = new Dictionary<DroppedFile, DateTimeOffset>();
        await foreach (var blob in storage.Landing.GetBlobsAsync(WithMetadata, cancellationToken))
        {
            if (!FolderStub.Is(blob) && DroppedFile.In(blob.Name, blob.Properties.ETag!.Value) is { } file)
                landed[file] = blob.Properties.LastModified!.Value;
        }
        return landed;
    }

    private async Task<SweptFile> IngestAsync(DroppedFile file, bool missed, CancellationToken cancellationToken)
    {
        // Entered as failed before it is tried: a file that ends the whole process is then found as failed, after the
        // others, by the next sweep.
        file = failed.Described(file);
        await drops.FailedAsync(file, cancellationToken);
        if (!file.StaysInItsFolder)
            return new(file, missed, null, null);
        try
        {
            var release = await ingestion.IngestAsync(
                file.Feed,
                storage.Landing.GetBlobClient(file.Blob),
                cancellationToken
            );
            return new(file with { Fault = null, Failed = null }, missed, release, null);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new(await failed.DescribedAsync(file, fault, cancellationToken), missed, null, fault);
        }
    }
}
