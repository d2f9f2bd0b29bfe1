using Azure;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Storage.Tests;
using Microsoft.AspNetCore.Http;

namespace ChildrensTrust.Faults.Tests;

/// <summary>Events come several times, at once, in any order, and for a file that is being replaced. Each file has one
/// outcome.</summary>
[Collection("One store")]
public sealed class DeliveryTests(Emulator emulator)
{
    [Fact]
    public async Task Every_event_delivered_up_to_ten_times_to_several_hosts_in_any_order_ends_as_one_delivery_each()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var run = await SampleRun.DropAsync(emulator, 8);
        var undisturbed = await run.UndisturbedAsync();
        var hosts = Enumerable.Range(0, 3).Select(_ => Host(run.Store)).ToList();
        var deliveries = run.Blobs.SelectMany(blob => Enumerable.Repeat(blob, random.Next(1, 11))).ToArray();
        random.Shuffle(deliveries);

        await Parallel.ForEachAsync(
            deliveries.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 12 },
            async (delivery, token) =>
                await hosts[delivery.Index % hosts.Count]
                    .IngestAsync(
                        SampleRun.FeedOf(delivery.Item),
                        run.Store.Storage.Landing.GetBlobClient(delivery.Item),
                        token
                    )
        );

        await run.Store.Production.ProduceAsync(SampleRun.Request, default);
        (await run.Store.DumpAsync()).ShouldBe(undisturbed, $"seed {seed}, {deliveries.Length} deliveries");
    }

    [Fact]
    public async Task The_same_content_under_many_names_at_once_is_one_release_with_one_name()
    {
        var store = await Store.EmptyAsync(emulator);
        var blobs = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i =>
                    store.DropAsync(
                        $"national/copy {i}.csv",
                        Csv.Absence("201011", "5.6", "5.8"),
                        ("published", $"2012-03-{i + 10}")
                    )
                )
        );

        var releases = await Task.WhenAll(blobs.Select(blob => Host(store).IngestAsync(Feed.National, blob, default)));

        var known = await store.Ledger.AllAsync(default).SingleAsync(TestContext.Current.CancellationToken);
        releases.ShouldAllBe(r => r.Id == known.Id);
        var kept = await store
            .Storage.Archive.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
            .Select(b => b.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
        kept.ShouldBe([known.BlobName]);
        // Its name and its date come from one and the same drop, and the kept file says so too.
        known.Published.ShouldBe(
            new DateOnly(
                2012,
                3,
                10 + int.Parse(known.File.AsSpan(5, 1), System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        var before = await store.DumpAsync();
        await store.Rebuild.RunAsync(default).ToListAsync(TestContext.Current.CancellationToken);
        (await store.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_replaced_while_it_is_read_fails_and_leaves_nothing_and_the_next_delivery_takes_the_new_one()
    {
        var store = await Store.EmptyAsync(emulator);
        var old = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "1.1", "5.8"));
        var replaced = false;
        // Between the look at the file and the read of it.
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            async request =>
            {
                if (
                    HttpMethods.IsGet(request.Method)
                    && request.Path.Value!.EndsWith("/absence.csv", StringComparison.Ordinal)
                    && !replaced
                )
                {
                    replaced = true;
                    await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
                }
                return Fault.None;
            }
        );
        var blob = storage.Get<PipelineStorage>().Landing.GetBlobClient(old.Name);

        (
            await Should.ThrowAsync<RequestFailedException>(() =>
                storage.Get<Ingestion>().IngestAsync(Feed.National, blob, default)
            )
        ).Status.ShouldBe(412);
        (await store.DumpAsync()).ShouldBeEmpty();

        (await storage.Get<Ingestion>().IngestAsync(Feed.National, blob, default)).Status.ShouldBe(
            ReleaseStatus.Complete
        );
        (await ValuesAsync(store)).ShouldBe([5.6m]);
    }

    [Fact]
    public async Task A_file_replaced_between_its_reading_and_its_copying_never_counts()
    {
        var store = await Store.EmptyAsync(emulator);
        var old = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "1.1", "5.8"));
        var copies = 0;
        await using var storage = await FaultyStorage.OnAsync(
            emulator,
            async request =>
            {
                if (request.Headers.ContainsKey("x-ms-copy-source") && ++copies == 1)
                    await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
                return Fault.None;
            }
        );
        var blob = storage.Get<PipelineStorage>().Landing.GetBlobClient(old.Name);

        (
            await Should.ThrowAsync<RequestFailedException>(() =>
                storage.Get<Ingestion>().IngestAsync(Feed.National, blob, default)
            )
        ).Status.ShouldBe(412);
        await storage.Get<Ingestion>().IngestAsync(Feed.National, blob, default);

        var complete = await store
            .Ledger.AllAsync(default)
            .Where(r => r.Status == ReleaseStatus.Complete)
            .ToListAsync(TestContext.Current.CancellationToken);
        complete.ShouldHaveSingleItem();
        (await ValuesAsync(store)).ShouldBe([5.6m]);
        // What was begun and never ended goes with the sweep of the day after next, and a rebuild does not bring it
        // back.
        (await store.Ledger.AllAsync(default).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        store.Time.Advance(TimeSpan.FromDays(2));
        await store.SweepAsync();
        await store.Rebuild.RunAsync(default).ToListAsync(TestContext.Current.CancellationToken);
        (await store.Ledger.AllAsync(default).SingleAsync(TestContext.Current.CancellationToken)).Id.ShouldBe(
            complete[0].Id
        );
        (
            await store
                .Storage.Archive.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
                .CountAsync(TestContext.Current.CancellationToken)
        ).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_older_edition_that_arrives_after_a_newer_one_changes_nothing_that_is_shown(bool olderFirst)
    {
        var store = await Store.EmptyAsync(emulator);
        var (older, newer) = (("older.csv", "5.1", "2012-03-01"), ("newer.csv", "5.6", "2012-06-01"));
        foreach (var (name, value, published) in olderFirst ? [older, newer] : new[] { newer, older })
            await store.IngestAsync(Feed.National, name, Csv.Absence("201011", value, "5.8"), ("published", published));

        var snapshot = (await store.Production.ProduceAsync(SampleRun.Request, default)).Produced!.Snapshot;

        snapshot.Rows.Single(r => r.Indicator == "overall-absence").Local!.Value.ShouldBe(5.6m);
    }

    [Fact]
    public async Task Two_files_of_one_indicator_at_once_both_come_in_and_the_newer_counts()
    {
        var store = await Store.EmptyAsync(emulator);
        var blobs = await Task.WhenAll(
            store.DropAsync("national/older.csv", Csv.Absence("201011", "5.1", "5.8"), ("published", "2012-03-01")),
            store.DropAsync("national/newer.csv", Csv.Absence("201011", "5.6", "5.8"), ("published", "2012-06-01"))
        );

        await Task.WhenAll(
            blobs
                .SelectMany(blob => Enumerable.Repeat(blob, 3))
                .Select(blob => Host(store).IngestAsync(Feed.National, blob, default))
        );

        (await ValuesAsync(store)).ShouldBe([5.1m, 5.6m]);
        (await store.Production.ProduceAsync(SampleRun.Request, default))
            .Produced!.Snapshot.Rows.Single(r => r.Indicator == "overall-absence")
            .Local!.Value.ShouldBe(5.6m);
    }

    // A host of its own shares nothing with the others but the storage.
    private static Ingestion Host(Store store) =>
        new(
            store.Storage,
            new(store.Storage, FeedReader.SourceFormats),
            new(store.Storage),
            new SeriesStore(store.Storage),
            new IngestionOptions()
        );

    private static async Task<IReadOnlyList<decimal>> ValuesAsync(Store store)
    {
        var values = new List<decimal>();
        await foreach (var release in store.Ledger.AllAsync(default).Where(r => r.Status == ReleaseStatus.Complete))
            values.Add(
                (await store.Series.ReadAsync("overall-absence", release.SeriesVersion, default))["E10000024"]
                    .Observations.Single()
                    .Value.Value!.Value
            );
        return [.. values.Order()];
    }
}
