using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file that a sweep found.</summary>
/// <param name="File">The file; with its fault where it was not taken in.</param>
/// <param name="Release">What it became; null where it was not taken in.</param>
/// <param name="Fault">What stopped it, for the log; null where nothing did.</param>
public sealed record SweptFile(DroppedFile File, Release? Release, Exception? Fault);

/// <summary>
/// Looks for files in landing that nobody took in: an event was lost, or every try failed. It compares the listing with the ledger of drops,
/// so that a file is read again only where neither its name nor its content is known, and takes in what is missing as its function would have.
/// </summary>
public sealed class LandingSweep(PipelineStorage storage, Ingestion ingestion, ReleaseLedger ledger, DropLedger drops, FailedDrops failed, TimeProvider time)
{
    /// <summary>So many files at most are taken in by one sweep; the next one goes on.</summary>
    public const int Most = 100;

    /// <summary>A file that landed more recently is left alone: its function is at work on it.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(1);

    /// <summary>Takes in what is missing: first what nobody has tried, then what failed, the oldest first. One file that fails does not keep the others.</summary>
    /// <param name="cancellationToken">Stops the sweep; the next one goes on.</param>
    public async Task<IReadOnlyList<SweptFile>> RunAsync(CancellationToken cancellationToken)
    {
        // A file whose reading broke off and which was replaced before it was read again would be "being read" for ever.
        await ledger.ForgetUnfinishedAsync(time.GetUtcNow() - Unfinished, cancellationToken);
        var swept = new List<SweptFile>();
        foreach (var file in await MissingAsync(cancellationToken))
            swept.Add(await TakeInAsync(file, cancellationToken));
        return swept;
    }

    private async Task<IReadOnlyList<DroppedFile>> MissingAsync(CancellationToken cancellationToken)
    {
        var missing = new List<(DroppedFile File, bool Tried, DateTimeOffset Landed)>();
        foreach (var feed in Enum.GetValues<Feed>())
        {
            // The ledger first: what lands in between is new, and what it knows of may only have gone.
            var known = await drops.AllAsync(feed, cancellationToken).ToDictionaryAsync(f => f.Key, cancellationToken: cancellationToken);
            var landed = await LandedAsync(feed, cancellationToken);
            foreach (var gone in known.Values.ExceptBy(landed.Keys.Select(f => f.Key), f => f.Key))
                await drops.ForgetAsync(gone, cancellationToken);
            foreach (var (file, at) in landed)
            {
                var entry = known.GetValueOrDefault(file.Key);
                if (entry is { Fault: not null } || (entry is null && at <= time.GetUtcNow() - Settling))
                    missing.Add((file, entry is not null, at));
            }
        }
        return [.. missing.OrderBy(m => m.Tried).ThenBy(m => m.Landed).Take(Most).Select(m => m.File)];
    }

    private async Task<Dictionary<DroppedFile, DateTimeOffset>> LandedAsync(Feed feed, CancellationToken cancellationToken)
    {
        var landed = new Dictionary<DroppedFile, DateTimeOffset>();
        var options = new GetBlobsOptions { Prefix = $"{feed.Folder()}/" };
        await foreach (var blob in storage.Landing.GetBlobsAsync(options, cancellationToken))
            landed[new(feed, blob.Name, blob.Properties.ETag!.Value)] = blob.Properties.LastModified!.Value;
        return landed;
    }

    private async Task<SweptFile> TakeInAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        // Noted before it is tried: a file that ends the whole process is found as failed, after the others, by the next sweep.
        file = failed.Described(file);
        await drops.FailedAsync(file, cancellationToken);
        if (!file.StaysInItsFolder)
            return new(file, null, null);
        try
        {
            return new(file with { Fault = null, Failed = null }, await ingestion.IngestAsync(file.Feed, storage.Landing.GetBlobClient(file.Blob), cancellationToken), null);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new(file, null, fault);
        }
    }
}
