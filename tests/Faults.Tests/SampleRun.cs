using Azure.Storage.Blobs.Specialized;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Storage.Tests;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Faults.Tests;

/// <summary>The sample files of 2012 in landing, what an undisturbed run makes of them, and whether a store holds half
/// of anything.</summary>
internal sealed class SampleRun
{
    /// <summary>The snapshot of the report of January 2013.</summary>
    public static readonly SnapshotRequest Request = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };

    private IReadOnlyList<string> _filesOfASnapshot = [];

    private SampleRun(Store store, IReadOnlyList<string> blobs) => (Store, Blobs) = (store, blobs);

    public Store Store { get; }

    /// <summary>What is in landing.</summary>
    public IReadOnlyList<string> Blobs { get; }

    /// <summary>Drops the files into an empty store.</summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="most">So many files at most.</param>
    public static async Task<SampleRun> DropAsync(Emulator emulator, int most = int.MaxValue)
    {
        var store = await Store.EmptyAsync(emulator);
        var files = FeedFolders
            .All.SelectMany(feed =>
                Directory
                    .EnumerateFiles(SourceFolder.Of($"sample-feeds/2012/{feed}"))
                    .Order(StringComparer.Ordinal)
                    .Select(path => (feed, path))
            )
            .ToList();
        var blobs = new List<string>();
        // From every feed some, and one that is refused.
        foreach (
            var (feed, path) in files.Where((_, i) => i % Math.Max(1, files.Count / Math.Min(most, files.Count)) == 0)
        )
        {
            blobs.Add($"{feed}/{Path.GetFileName(path)}");
            await store.DropAsync(
                blobs[^1],
                await File.ReadAllBytesAsync(path),
                ("published", "2012-10-18"),
                ("inforce", "2012-04-01")
            );
        }
        blobs.Add("local/refused.csv");
        await store.DropAsync(blobs[^1], "colour,shape\nred,round\n");
        return new(store, blobs);
    }

    /// <summary>Everything that an undisturbed run leaves. Landing stays as it is; the store is empty again.</summary>
    public async Task<string> UndisturbedAsync()
    {
        foreach (var blob in Blobs)
            await Store.Ingestion.IngestAsync(FeedOf(blob), Store.Storage.Landing.GetBlobClient(blob), default);
        await Store.Production.ProduceAsync(Request, default);
        _filesOfASnapshot = await Store.Snapshots.FilesAsync(
            (await Store.Snapshots.AllHeadersAsync(default)).Single(),
            default
        );
        var dump = await Store.DumpAsync();
        await ClearAsync();
        return dump;
    }

    /// <summary>Takes everything away but what is in landing.</summary>
    public async Task ClearAsync()
    {
        foreach (
            var table in new[]
            {
                Store.Storage.Series,
                Store.Storage.Releases,
                Store.Storage.Findings,
                Store.Storage.SnapshotHeaders,
                Store.Storage.Drops,
            }
        )
        {
            await table.DeleteAsync();
            await table.CreateAsync();
        }
        foreach (
            var container in new[]
            {
                Store.Storage.Archive,
                Store.Storage.Quarantine,
                Store.Storage.Snapshots,
                Store.Storage.Landing.GetParentBlobServiceClient().GetBlobContainerClient("local-host"),
            }
        )
        {
            await container.DeleteIfExistsAsync();
            await container.CreateAsync();
        }
    }

    /// <summary>Takes the snapshots away.</summary>
    public async Task ClearSnapshotsAsync()
    {
        await Store.Storage.SnapshotHeaders.DeleteAsync();
        await Store.Storage.SnapshotHeaders.CreateAsync();
        await Store.Storage.Snapshots.DeleteAsync();
        await Store.Storage.Snapshots.CreateAsync();
    }

    /// <summary>Whether files of a snapshot lie there that no header tells of.</summary>
    public async Task<bool> HasUnfinishedSnapshotAsync() =>
        (await Store.Snapshots.AllHeadersAsync(default)).Count == 0
        && await Store.Storage.Snapshots.GetBlobsAsync().AnyAsync();

    public static Feed FeedOf(string blob) => DroppedFile.In(blob, default)!.Feed;

    /// <summary>Looks at the store as a reader would: what counts is whole. Returns how many releases count or are
    /// refused.</summary>
    public async Task<int> NothingIsHalfAsync()
    {
        var settled = 0;
        await foreach (var release in Store.Ledger.AllAsync(default))
        {
            if (release.Status is ReleaseStatus.Reading)
                continue;
            settled++;
            (await Store.Ledger.FindingsAsync(release, default).CountAsync()).ShouldBe(release.FindingCount);
            var kept = (
                release.Status is ReleaseStatus.Complete ? Store.Storage.Archive : Store.Storage.Quarantine
            ).GetBlobClient(release.BlobName);
            (await kept.GetPropertiesAsync()).Value.ContentLength.ShouldBe(release.Size);
            var (series, observations) = (0, 0L);
            foreach (var indicator in release.Indicators)
            {
                var read = await Store.Series.ReadAsync(indicator, release.SeriesVersion, default);
                series += read.Count;
                observations += read.Values.Sum(s => (long)s.Observations.Count);
            }
            (series, observations).ShouldBe((release.SeriesCount, release.Observations));
        }
        foreach (var header in await Store.Snapshots.AllHeadersAsync(default))
            (await Store.Snapshots.FilesAsync(header, default)).ShouldBe(_filesOfASnapshot);
        return settled;
    }
}
