using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Removes a release for good. A release is its content, so every copy of the file goes, in whatever folder and under
/// whatever name, with all that was made of it. Snapshots are not looked at here. Stopped at any point, it is finished
/// by doing it again.
/// </summary>
public sealed class ReleasePurge(
    PipelineStorage storage,
    ReleaseLedger ledger,
    ReleaseRebuild rebuild,
    TimeProvider time
)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private readonly TracedRows _rows = new(storage);

    /// <summary>Finds everything that is kept of a release. It changes nothing.</summary>
    /// <param name="progress">Receives what is being looked at.</param>
    /// <returns>What is kept; null where nothing is, nor ever was removed, of such an id.</returns>
    public async Task<ReleaseTraces?> FindAsync(
        string releaseId,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        if (!ReleaseId.IsOne(releaseId = releaseId.ToLowerInvariant()))
            return null;
        var content = ReleaseId.ContentOf(releaseId);
        var ids = ReleaseId.UnderEveryFeed(content).Select(r => r.Id).ToList();
        progress?.Report("Looking through the tables");
        var all = await ledger.AllAsync(cancellationToken).ToListAsync(cancellationToken);
        var releases = all.FindAll(r => ids.Contains(r.Id));
        var record = await RecordAsync(content, cancellationToken);
        var blobs = await TracedBlobs.ListAsync(storage, ids, cancellationToken);
        var rows = await _rows.FindAsync(ids, progress, cancellationToken);
        if (releases.Count == 0 && record is null && rows.Count == 0 && !blobs.AreNamed)
            return null;
        HashSet<long> sizes = [.. releases.Select(r => r.Size), .. record?.Sizes ?? []];
        HashSet<string> hashes = [.. record?.Hashes ?? []];
        await blobs.FindAsync(content, sizes, hashes, progress, cancellationToken);
        var drops = await _rows.DropsAsync(ids, blobs.Landed, cancellationToken);
        var described = all.Where(r =>
            !ids.Contains(r.Id) && blobs.IsKept(r) && r.Companion?.StartsWith(content, StringComparison.Ordinal) == true
        );
        var traces = blobs.Found.Select(b => b.Trace).Concat(described.Select(ReadAgain)).Concat(drops).Concat(rows);
        return new(ids, releases, [.. traces.OrderBy(t => t.Kind)])
        {
            NotCompared = [.. blobs.NotCompared.Select(b => $"{b.Kind.ToString().ToLowerInvariant()}/{b.Name}")],
            Purged = record?.At,
            Sizes = [.. sizes],
            Hashes = [.. hashes],
        };
    }

    /// <summary>Removes what was found. First the release goes out of use, so no snapshot uses a part of it.</summary>
    /// <param name="found">What was found, and whatever else is to go.</param>
    /// <param name="progress">Receives how far it has come.</param>
    /// <param name="cancellationToken">Stops the work; finding and removing again finishes it.</param>
    /// <returns>What could not be removed.</returns>
    public async Task<IReadOnlyList<LeftTrace>> RemoveAsync(
        ReleaseTraces found,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var record = new PurgeRecord(time.GetUtcNow(), found.Sizes, found.Hashes);
        var json = BinaryData.FromObjectAsJson(record, JsonSerializerOptions.Web);
        await RecordOf(ReleaseId.ContentOf(found.Ids[0])).UploadAsync(json, overwrite: true, cancellationToken);
        var step = new WithdrawalStep(true, "purge", record.At, "It is being removed for good");
        foreach (var release in found.Releases)
        {
            var decided = (release.Withdrawal ?? Withdrawal.None).And(step);
            await ledger.DecideAsync(release.Feed, release.Id, decided, cancellationToken);
        }
        var left = new List<LeftTrace>();
        var (done, total, reported) = (0, found.Traces.Sum(t => t.Count), time.GetTimestamp());
        foreach (var trace in found.Traces.OrderBy(t => t.Kind))
        {
            // While anything can still be read, the ledgers must go on saying that it was read and does not count.
            if (trace.Kind is TraceKind.Drops or TraceKind.Releases && left.Exists(l => l.Remainder.CanBeRead))
                left.Add(new(trace, new("it stays until the rest is gone", CanBeRead: true)));
            else if (await trace.RemoveAsync(cancellationToken) is { } remainder)
                left.Add(new(trace, remainder));
            done += trace.Count;
            if (time.GetElapsedTime(reported) < Often)
                continue;
            reported = time.GetTimestamp();
            progress?.Report($"{done} of {total} removed");
        }
        return left;
    }

    private ReleaseTrace ReadAgain(Release release)
    {
        return new(TraceKind.ReadAgain, ShownName.Of(release.BlobName), 1, ReadAsync);

        async Task<Remainder?> ReadAsync(CancellationToken cancellationToken) =>
            await rebuild.AgainAsync(release.Id, cancellationToken) is null
                ? new("its kept file is not what it was when it was kept", CanBeRead: true)
                : null;
    }

    // Named by the content, so that it is known under every feed, and is itself no trace of a release.
    private BlobClient RecordOf(string content) => storage.Archive.GetBlobClient($"purged/{content}.json");

    private async Task<PurgeRecord?> RecordAsync(string content, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await RecordOf(content).DownloadContentAsync(cancellationToken);
            return blob.Value.Content.ToObjectFromJson<PurgeRecord>(JsonSerializerOptions.Web);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
