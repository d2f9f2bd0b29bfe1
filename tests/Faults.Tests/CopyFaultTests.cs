using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Storage.Tests;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Faults.Tests;

/// <summary>Storage copies a kept file by itself, and may take its time or give it up. A release counts when its copy
/// is whole, and not before.</summary>
[Collection("One store")]
public sealed class CopyFaultTests(Emulator emulator)
{
    [Fact]
    public async Task A_copy_that_is_under_way_is_waited_for_and_its_release_is_complete_and_counts_once()
    {
        var run = await SampleRun.DropAsync(emulator, 1);
        var undisturbed = await run.UndisturbedAsync();
        var answers = new CopyAnswers(Fault.CopyPending, times: 2);
        var settledMeanwhile = new List<int>();
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            async request =>
            {
                var fault = answers.Next(request);
                if (fault is Fault.CopyPending)
                    settledMeanwhile.Add(await SettledAsync(run.Store));
                return fault;
            }
        );

        foreach (var blob in run.Blobs)
            await IngestAsync(storage, blob);
        await storage.Get<SnapshotProduction>().ProduceAsync(SampleRun.Request, default);

        // Of the two files, each is asked for twice in vain, and the second when the first counts.
        settledMeanwhile.ShouldBe([0, 0, 1, 1]);
        (await run.Store.DumpAsync()).ShouldBe(undisturbed);
        (await run.NothingIsHalfAsync()).ShouldBe(run.Blobs.Count);
    }

    [Fact]
    public async Task A_copy_that_does_not_end_is_waited_for_until_the_work_is_stopped_and_the_file_comes_in_later()
    {
        var run = await SampleRun.DropAsync(emulator, 1);
        var undisturbed = await run.UndisturbedAsync();
        var answers = new CopyAnswers(Fault.CopyPending, int.MaxValue);
        using var stop = new CancellationTokenSource();
        var asked = 0;
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            request =>
            {
                var fault = stop.IsCancellationRequested ? Fault.None : answers.Next(request);
                if (fault is Fault.CopyPending && ++asked == 5)
                    stop.Cancel();
                return Task.FromResult(fault);
            }
        );

        await Should.ThrowAsync<OperationCanceledException>(() => IngestAsync(storage, run.Blobs[0], stop.Token));

        (await run.NothingIsHalfAsync()).ShouldBe(0);
        foreach (var blob in run.Blobs)
            await IngestAsync(storage, blob);
        await storage.Get<SnapshotProduction>().ProduceAsync(SampleRun.Request, default);
        (await run.Store.DumpAsync()).ShouldBe(undisturbed);
        (await run.NothingIsHalfAsync()).ShouldBe(run.Blobs.Count);
    }

    [Theory]
    [InlineData(nameof(Fault.CopyFailed))]
    [InlineData(nameof(Fault.CopyAborted))]
    public async Task A_copy_that_storage_gave_up_is_removed_and_the_next_try_makes_it_again(string name)
    {
        var run = await SampleRun.DropAsync(emulator, 1);
        var undisturbed = await run.UndisturbedAsync();
        var answers = new CopyAnswers(Enum.Parse<Fault>(name), times: 1);
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            request => Task.FromResult(answers.Next(request))
        );

        foreach (var (settled, blob) in run.Blobs.Index())
        {
            await Should.ThrowAsync<InvalidOperationException>(() => IngestAsync(storage, blob));
            (await run.NothingIsHalfAsync()).ShouldBe(settled);
            (await KeptAsync(run.Store)).ShouldNotContain(kept =>
                kept.EndsWith(Path.GetFileName(blob), StringComparison.Ordinal)
            );

            await IngestAsync(storage, blob);
        }
        await storage.Get<SnapshotProduction>().ProduceAsync(SampleRun.Request, default);

        (await run.Store.DumpAsync()).ShouldBe(undisturbed);
        (await run.NothingIsHalfAsync()).ShouldBe(run.Blobs.Count);
    }

    [Theory]
    [InlineData(nameof(Fault.CopyFailed))]
    [InlineData(nameof(Fault.CopyAborted))]
    public async Task A_failed_copy_that_an_earlier_try_left_is_not_taken_for_the_file(string name)
    {
        var run = await SampleRun.DropAsync(emulator, 1);
        var undisturbed = await run.UndisturbedAsync();
        var release = await run.Store.Ingestion.IngestAsync(
            SampleRun.FeedOf(run.Blobs[0]),
            run.Store.Storage.Landing.GetBlobClient(run.Blobs[0]),
            default
        );
        var left = run.Store.Storage.Archive.GetBlobClient(release.BlobName);
        var metadata = (await left.GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken))
            .Value
            .Metadata;
        await run.ClearAsync();
        // As storage leaves one: it is there, with its metadata, and holds nothing.
        await left.StartCopyFromUriAsync(
            (await run.Store.DropAsync("empty", [])).Uri,
            metadata,
            cancellationToken: TestContext.Current.CancellationToken
        );
        var answers = new CopyAnswers(Enum.Parse<Fault>(name), times: 1);
        answers.Began(left.Uri);
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            request => Task.FromResult(answers.Next(request))
        );

        (await IngestAsync(storage, run.Blobs[0])).Status.ShouldBe(ReleaseStatus.Complete);

        storage.Happened[Enum.Parse<Fault>(name)].ShouldBe(1);
        (await run.NothingIsHalfAsync()).ShouldBe(1);
        await IngestUndisturbedAsync(run, run.Blobs[1]);
        (await run.Store.DumpAsync()).ShouldBe(undisturbed);
    }

    [Fact]
    public async Task A_companion_whose_copy_failed_is_made_again_before_its_file_counts()
    {
        var store = await Store.EmptyAsync(emulator);
        foreach (
            var path in new[] { "pupil_absence_2009_10_to_2010_11.csv", "pupil_absence_2009_10_to_2010_11.meta.csv" }
        )
            await store.DropAsync(
                $"national/{path}",
                await File.ReadAllBytesAsync(
                    SourceFolder.Of($"sample-feeds/2012/national/{path}"),
                    TestContext.Current.CancellationToken
                )
            );
        var answers = new CopyAnswers(Fault.CopyFailed, times: 1);
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            request => Task.FromResult(answers.Next(request))
        );
        const string Blob = "national/pupil_absence_2009_10_to_2010_11.csv";

        // The companion's copy fails in the first try, and the file's own in the second.
        await Should.ThrowAsync<InvalidOperationException>(() => IngestAsync(storage, Blob));
        (await KeptAsync(store)).ShouldBeEmpty();
        await Should.ThrowAsync<InvalidOperationException>(() => IngestAsync(storage, Blob));
        (await SettledAsync(store)).ShouldBe(0);
        var release = await IngestAsync(storage, Blob);

        release.Status.ShouldBe(ReleaseStatus.Complete);
        (await KeptAsync(store)).ShouldBe([release.BlobName, release.BlobName + ".meta.csv"]);
        var before = await store.DumpAsync();
        await store.Rebuild.RunAsync(default).ToListAsync(TestContext.Current.CancellationToken);
        (await store.DumpAsync()).ShouldBe(before);
    }

    private static Task<Release> IngestAsync(
        FaultyStorage storage,
        string blob,
        CancellationToken cancellationToken = default
    ) =>
        storage
            .Get<Ingestion>()
            .IngestAsync(
                SampleRun.FeedOf(blob),
                storage.Get<PipelineStorage>().Landing.GetBlobClient(blob),
                cancellationToken
            );

    private static async Task IngestUndisturbedAsync(SampleRun run, string blob)
    {
        await run.Store.Ingestion.IngestAsync(
            SampleRun.FeedOf(blob),
            run.Store.Storage.Landing.GetBlobClient(blob),
            default
        );
        await run.Store.Production.ProduceAsync(SampleRun.Request, default);
    }

    private static async Task<int> SettledAsync(Store store) =>
        await store.Ledger.AllAsync(default).CountAsync(r => r.Status is not ReleaseStatus.Reading);

    private static async Task<List<string>> KeptAsync(Store store)
    {
        var kept = new List<string>();
        foreach (var container in new[] { store.Storage.Archive, store.Storage.Quarantine })
            kept.AddRange(await container.GetBlobsAsync().Select(b => b.Name).ToListAsync());
        return kept;
    }
}
