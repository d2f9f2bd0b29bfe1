using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Removes a release for good. A release is its content, so every copy of the file goes, in whatever folder and under whatever name, with
/// all that was made of it. Snapshots are not looked at here. Stopped at any point, it is finished by doing it again.
/// </summary>
public sealed class ReleasePurge(PipelineStorage storage, ReleaseLedger ledger, ReleaseRebuild rebuild, TimeProvider time)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private readonly TracedBlobs _blobs = new(storage);
    private readonly TracedRows _rows = new(storage);

    /// <summary>Finds everything that is kept of a release. It changes nothing.</summary>
    /// <param name="releaseId">The release's id.</param>
    /// <param name="progress">Told what is being looked at.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is kept; null where nothing is, nor ever was removed, of such an id.</returns>
    public async Task<ReleaseTraces?> FindAsync(string releaseId, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (!ReleaseId.IsOne(releaseId = releaseId.ToLowerInvariant()))
            return null;
        var content = ReleaseId.ContentOf(releaseId);
        var ids = FeedFolders.All.Select(folder => $"{folder}-{content}").ToList();
        progress?.Report("Looking through the tables");
        var all = await ledger.AllAsync(cancellationToken).ToListAsync(cancellationToken);
        var releases = all.FindAll(r => ids.Contains(r.Id));
        var purged = await RecordAsync(content, cancellationToken);
        var blobs = await _blobs.ListAsync(ids, cancellationToken);
        var rows = await _rows.FindAsync(ids, progress, cancellationToken);
        if (releases.Count == 0 && purged is null && rows.Count == 0 && !blobs.AreNamed)
            return null;
        var found = await TracedBlobs.FindAsync(blobs, content, [.. releases.Select(r => r.Size), .. purged?.Sizes ?? []], [.. purged?.Hashes ?? []], progress, cancellationToken);
        var landed = await _rows.DropsAsync(ids, found.LandingKeys, cancellationToken);
        var described = all.Where(r => !ids.Contains(r.Id) && r.Companion?.StartsWith(content, StringComparison.Ordinal) == true && blobs.IsKept(r));
        return new(ids, releases, [.. found.Traces.Concat(described.Select(ReadAgain)).Concat(landed).Concat(rows).OrderBy(t => t.Kind)])
        {
            NotCompared = found.NotCompared,
            Purged = purged?.At,
            Sizes = found.Sizes,
            Hashes = found.Hashes,
        };
    }

    /// <summary>Removes what was found. First the release goes out of use, so that no snapshot counts a part of it.</summary>
    /// <param name="found">What was found, and whatever else is to go.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops the work; finding and removing again finishes it.</param>
    /// <returns>What could not be removed.</returns>
    public async Task<IReadOnlyList<LeftTrace>> RemoveAsync(ReleaseTraces found, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        await RecordOf(ReleaseId.ContentOf(found.Ids[0])).UploadAsync(BinaryData.FromObjectAsJson(new PurgeRecord(began, found.Sizes, found.Hashes), JsonSerializerOptions.Web), overwrite: true, cancellationToken);
        foreach (var release in found.Releases)
        {
            var decided = (release.Withdrawal ?? Withdrawal.None).And(new(true, "purge", began, "It is being removed for good"));
            await ledger.DecideAsync(release.Feed, release.Id, decided, cancellationToken);
        }
        var left = new List<LeftTrace>();
        var (done, told) = (0, time.GetTimestamp());
        foreach (var trace in found.Traces.OrderBy(t => t.Kind))
        {
            // While anything can still be read, the ledgers must go on saying that it was read and does not count.
            if (trace.Kind is TraceKind.Drops or TraceKind.Releases && left.Exists(l => l.Remainder.CanBeRead))
                left.Add(new(trace, new("it stays until the rest is gone", CanBeRead: true)));
            else if (await trace.RemoveAsync(cancellationToken) is { } remainder)
                left.Add(new(trace, remainder));
            done += trace.Count;
            if (time.GetElapsedTime(told) < Often)
                continue;
            told = time.GetTimestamp();
            progress?.Report($"{done} of {found.Traces.Sum(t => t.Count)} removed");
        }
        return left;
    }

    private ReleaseTrace ReadAgain(Release release) => new(TraceKind.ReadAgain, ShownName.Of(release.BlobName), 1, async token =>
        await rebuild.AgainAsync(release.Id, token) is null ? new("its kept file is not what it was when it was kept", CanBeRead: true) : null);

    // Named by the content, so that it is known under every feed, and is itself no trace of a release.
    private BlobClient RecordOf(string content) => storage.Archive.GetBlobClient($"purged/{content}.json");

    private async Task<PurgeRecord?> RecordAsync(string content, CancellationToken cancellationToken)
    {
        try
        {
            return (await RecordOf(content).DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<PurgeRecord>(JsonSerializerOptions.Web);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
