using System.Collections.Concurrent;
using System.Diagnostics;
using Azure;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Storage.Tests;
using Microsoft.AspNetCore.Http;

namespace ChildrensTrust.Faults.Tests;

/// <summary>Storage and the network fail in every way that they know. What comes out is what an undisturbed run gives,
/// or a failure that can be tried again.</summary>
[Collection("One store")]
public sealed class StorageFaultTests(Emulator emulator, ITestOutputHelper output)
{
    private const int MostTries = 40;

    [Theory]
    [InlineData(8, 0.15)]
    public Task A_run_through_every_fault_ends_as_an_undisturbed_one(int files, double share) =>
        RunAsync(files, share, Environment.TickCount);

    [Theory(Explicit = true)]
    [Trait("Speed", "Slow")]
    [InlineData(21, 0.1)]
    [InlineData(21, 0.3)]
    public Task A_long_run_through_every_fault_ends_as_an_undisturbed_one(int files, double share) =>
        RunAsync(files, share, Environment.TickCount);

    private async Task RunAsync(int files, double share, int seed)
    {
        var run = await SampleRun.DropAsync(emulator, files);
        var undisturbed = await run.UndisturbedAsync();
        var random = new Random(seed);
        var ofAnAnswerOnACopy = Enum.GetValues<Fault>().Where(f => f is not (Fault.None or Fault.Silence)).ToArray();
        var ofAnyRequest = ofAnAnswerOnACopy
            .Where(f => f is not (Fault.CopyPending or Fault.CopyFailed or Fault.CopyAborted))
            .ToArray();
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            request =>
            {
                // Whether a copy is whole is asked by HEAD.
                var faults = HttpMethods.IsHead(request.Method) ? ofAnAnswerOnACopy : ofAnyRequest;
                lock (random)
                    return Task.FromResult(
                        random.NextDouble() < share ? faults[random.Next(faults.Length)] : Fault.None
                    );
            }
        );

        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            run.Blobs,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (blob, token) =>
                await UntilItWorksAsync(
                    () =>
                        storage
                            .Get<Ingestion>()
                            .IngestAsync(
                                SampleRun.FeedOf(blob),
                                storage.Get<PipelineStorage>().Landing.GetBlobClient(blob),
                                token
                            ),
                    failures
                )
        );
        await UntilItWorksAsync(
            () => storage.Get<SnapshotProduction>().ProduceAsync(SampleRun.Request, default),
            failures
        );

        output.WriteLine(
            $"Seed {seed}. "
                + $"{string.Join(", ", storage.Happened.OrderBy(h => h.Key).Select(h => $"{h.Key} {h.Value}"))}. Tried "
                + $"again by the host: {failures.Count}."
        );
        (await run.Store.DumpAsync()).ShouldBe(undisturbed, $"seed {seed}");
        (await run.NothingIsHalfAsync()).ShouldBe(run.Blobs.Count, $"seed {seed}");
        (await run.Store.Drops.FailedAsync(default).ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        storage.Happened.Keys.Count.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(nameof(Fault.ResetBefore), 1)]
    [InlineData(nameof(Fault.ResetAfter), 1)]
    [InlineData(nameof(Fault.CutBody), 1)]
    [InlineData(nameof(Fault.Error), 1)]
    [InlineData(nameof(Fault.Timeout), 1)]
    [InlineData(nameof(Fault.Busy), 10)]
    public async Task What_passes_is_tried_again_by_the_client_and_nobody_hears_of_it(string name, int every)
    {
        var fault = Enum.Parse<Fault>(name);
        var run = await SampleRun.DropAsync(emulator, 1);
        var undisturbed = await run.UndisturbedAsync();
        // Each request once, and then not again: where the answer to a write is lost, the client writes again and is
        // answered that it is there.
        var seen = new ConcurrentDictionary<string, byte>();
        // Counted one by one: of two requests at once, both may find the dictionary beyond the number that is waited
        // for.
        var first = 0;
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            request =>
                Task.FromResult(
                    seen.TryAdd($"{request.Method} {request.Path}{request.QueryString} {request.Headers.Range}", 0)
                    && Interlocked.Increment(ref first) % every == 0
                        ? fault
                        : Fault.None
                )
        );

        foreach (var blob in run.Blobs)
            await storage
                .Get<Ingestion>()
                .IngestAsync(
                    SampleRun.FeedOf(blob),
                    storage.Get<PipelineStorage>().Landing.GetBlobClient(blob),
                    default
                );
        var produced = await storage.Get<SnapshotProduction>().ProduceAsync(SampleRun.Request, default);

        produced.Produced!.Snapshot.Version.ShouldBe(1);
        (await run.Store.DumpAsync()).ShouldBe(undisturbed);
        storage.Happened[fault].ShouldBeGreaterThan(20 / every);
    }

    [Fact]
    public async Task Storage_that_never_answers_is_a_failure_within_its_time_and_the_file_comes_in_later()
    {
        var run = await SampleRun.DropAsync(emulator, 1);
        var undisturbed = await run.UndisturbedAsync();
        var silent = true;
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            _ => Task.FromResult(silent ? Fault.Silence : Fault.None),
            new() { NetworkTimeout = TimeSpan.FromSeconds(1), MaxRetries = 1 }
        );
        var clock = Stopwatch.StartNew();

        await Should.ThrowAsync<Exception>(() =>
            storage
                .Get<Ingestion>()
                .IngestAsync(
                    SampleRun.FeedOf(run.Blobs[0]),
                    storage.Get<PipelineStorage>().Landing.GetBlobClient(run.Blobs[0]),
                    default
                )
        );

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        silent = false;
        foreach (var blob in run.Blobs)
            await storage
                .Get<Ingestion>()
                .IngestAsync(
                    SampleRun.FeedOf(blob),
                    storage.Get<PipelineStorage>().Landing.GetBlobClient(blob),
                    default
                );
        await storage.Get<SnapshotProduction>().ProduceAsync(SampleRun.Request, default);
        (await run.Store.DumpAsync()).ShouldBe(undisturbed);
    }

    [Fact]
    public async Task A_conflict_that_is_no_ones_write_is_a_failure_and_leaves_no_file_out()
    {
        var run = await SampleRun.DropAsync(emulator, 1);
        var undisturbed = await run.UndisturbedAsync();
        var seen = new ConcurrentDictionary<string, byte>();
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            request =>
                Task.FromResult(
                    !HttpMethods.IsGet(request.Method)
                    && !HttpMethods.IsHead(request.Method)
                    && seen.TryAdd($"{request.Method} {request.Path}{request.QueryString}", 0)
                        ? Fault.Conflict
                        : Fault.None
                )
        );
        var failures = new ConcurrentBag<string>();

        foreach (var blob in run.Blobs)
            await UntilItWorksAsync(
                () =>
                    storage
                        .Get<Ingestion>()
                        .IngestAsync(
                            SampleRun.FeedOf(blob),
                            storage.Get<PipelineStorage>().Landing.GetBlobClient(blob),
                            default
                        ),
                failures
            );
        await UntilItWorksAsync(
            () => storage.Get<SnapshotProduction>().ProduceAsync(SampleRun.Request, default),
            failures
        );

        failures.Count.ShouldBe(storage.Happened[Fault.Conflict]);
        (await run.Store.DumpAsync()).ShouldBe(undisturbed);
    }

    // As the host does, which delivers again what failed.
    private static async Task UntilItWorksAsync<T>(Func<Task<T>> work, ConcurrentBag<string> failures)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception fault)
                when (attempt < MostTries
                    && fault
                        is RequestFailedException
                            or InvalidOperationException
                            or AggregateException
                            or IOException
                            or HttpRequestException
                            or OperationCanceledException
                )
            {
                failures.Add(fault.Message);
            }
        }
    }
}
