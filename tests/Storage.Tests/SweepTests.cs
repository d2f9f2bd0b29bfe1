using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>What is in landing and was missed, or failed, and how it comes in all the same.</summary>
[Collection("One store")]
public sealed class SweepTests(Emulator emulator)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_file_of_which_no_event_told_is_taken_in()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.DropAsync("national/2012/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        store.Time.Advance(Hour);

        var swept = (await store.SweepAsync()).ShouldHaveSingleItem();

        (swept.File.Blob, swept.Release!.Status, swept.Fault).ShouldBe(
            ("national/2012/absence.csv", ReleaseStatus.Complete, null)
        );
        (await store.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_has_just_landed_is_left_to_its_function()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        (await store.SweepAsync()).ShouldBeEmpty();
        // The blob's time is the emulator's, which is later than the test's on a slow machine.
        store.Time.Advance(LandingReconciliation.Settling + TimeSpan.FromMinutes(1));
        (await store.SweepAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_frequent_sweep_ingests_what_was_missed_and_leaves_what_failed_to_the_daily_one()
    {
        var store = await Store.EmptyAsync(emulator);
        var failed = await store.DropAsync("national/failed.csv", Csv.Absence("201011", "5.6", "5.8"));
        await store.Failed.RecordAsync("landing", failed.Name, await ETagAsync(failed), default);
        await store.DropAsync("national/missed.csv", Csv.Absence("201011", "5.7", "5.8"));
        store.Time.Advance(Hour);

        var swept = await store.Sweep.MissedAsync(default).ToListAsync(TestContext.Current.CancellationToken);

        swept
            .Select(s => (s.File.Blob, s.Missed, s.Release!.Status))
            .ShouldBe([("national/missed.csv", true, ReleaseStatus.Complete)]);
        (await store.SweepAsync()).Select(s => (s.File.Blob, s.Missed)).ShouldBe([("national/failed.csv", false)]);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_its_folder_is_named_at_once_for_no_function_ever_opens_it()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.DropAsync("national/..\\..\\x.csv", Csv.Absence("201011", "5.6", "5.8"));

        var swept = (
            await store.Sweep.MissedAsync(default).ToListAsync(TestContext.Current.CancellationToken)
        ).ShouldHaveSingleItem();

        (swept.File.StaysInItsFolder, swept.Release, swept.File.Fault!.Code).ShouldBe((false, null, "NOT_TAKEN_IN"));
        (await store.Sweep.MissedAsync(default).ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sweep_that_finds_nothing_costs_one_listing_and_one_query()
    {
        var store = await Store.EmptyAsync(emulator);
        foreach (var feed in new[] { Feed.National, Feed.Obesity, Feed.Local })
            await store.IngestAsync(feed, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        store.Time.Advance(Hour);
        var requests = new RequestCount();
        var counted = requests.Over(emulator.ConnectionString);
        var drops = new DropLedger(counted);
        var ingestion = new Ingestion(
            counted,
            new(counted, FeedReader.SourceFormats),
            new(counted),
            new(counted),
            new IngestionOptions()
        );
        var sweep = new LandingReconciliation(
            counted,
            ingestion,
            new(counted),
            drops,
            new(counted, drops, store.Time),
            store.Time
        );

        (await sweep.MissedAsync(default).ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        requests.Made.ShouldBe(["GET Drops()", "GET landing"], ignoreOrder: true);
    }

    [Fact]
    public async Task Files_that_were_taken_in_or_refused_are_not_read_again_nor_the_same_content_under_another_name()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        await store.IngestAsync(Feed.National, "copy of absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        await store.IngestAsync(Feed.Local, "bad.csv", "colour,shape\nred,round\n");
        store.Time.Advance(Hour);
        (await store.SweepAsync()).ShouldBeEmpty();
        (
            await store
                .Drops.AllAsync(default)
                .Where(f => f.Feed == Feed.National)
                .Select(f => f.Release)
                .Distinct()
                .ToListAsync()
        ).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_the_ledger_of_drops_is_lost_a_sweep_makes_it_again_and_changes_nothing_else()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        var before = await store.DumpAsync();
        await foreach (
            var entry in store.Storage.Drops.QueryAsync<TableEntity>(
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
            await store.Storage.Drops.DeleteEntityAsync(entry, ETag.All, TestContext.Current.CancellationToken);
        store.Time.Advance(Hour);

        await store.SweepAsync();

        (await store.DumpAsync()).ShouldBe(before);
        (await store.Drops.AllAsync(default).SingleAsync()).Release.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_sweep_that_fails_leaves_the_files_as_failed_and_the_next_one_takes_them_in()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.Storage.Findings.DeleteAsync(TestContext.Current.CancellationToken);
        await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        await store.DropAsync("local/bad.csv", "colour,shape\nred,round\n");
        store.Time.Advance(Hour);

        (await store.SweepAsync()).ShouldAllBe(s => s.Release == null && s.Fault != null);
        (await store.Drops.FailedAsync(default).Select(f => f.Fault!.Code).ToListAsync()).ShouldBe([
            "NOT_TAKEN_IN",
            "NOT_TAKEN_IN",
        ]);

        await store.Storage.Findings.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        (await store.SweepAsync())
            .Select(s => s.Release!.Status)
            .ShouldBe([ReleaseStatus.Complete, ReleaseStatus.Quarantined], ignoreOrder: true);
        (await store.Drops.FailedAsync(default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_failed_says_which_file_and_when_and_what_to_do()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));

        var failed = (await store.Failed.RecordAsync("landing", blob.Name, await ETagAsync(blob), default))!;

        (failed.Feed, failed.Blob, failed.Failed).ShouldBe(
            (Feed.National, "national/absence.csv", store.Time.GetUtcNow())
        );
        failed.Fault!.Message.ShouldEndWith(
            "the last on "
                + $"{store.Time.GetUtcNow().UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm", System.Globalization.CultureInfo.InvariantCulture)} "
                + "UTC."
        );
        failed.Fault.Guidance.ShouldContain("retry");
        (await store.Drops.FailedAsync(default).SingleAsync()).ShouldBe(failed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_failed_and_then_came_in_has_failed_no_longer(bool droppedAgain)
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        var etag = await ETagAsync(blob);
        await store.Failed.RecordAsync("landing", blob.Name, etag, default);
        if (droppedAgain)
            await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));

        await store.Ingestion.IngestAsync(Feed.National, blob, default);

        (await store.Drops.FailedAsync(default).ToListAsync()).ShouldBeEmpty();
        // The message may come late, or twice.
        (await store.Failed.RecordAsync("landing", blob.Name, etag, default)).ShouldBeNull();
        (await store.Drops.FailedAsync(default).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("snapshots", "national/absence.csv")]
    [InlineData("landing", "absence.csv")]
    [InlineData("landing", "weather/absence.csv")]
    [InlineData("landing", "national/")]
    public async Task A_blob_that_is_no_feeds_file_is_not_entered(string container, string blob)
    {
        var store = await Store.EmptyAsync(emulator);
        (await store.Failed.RecordAsync(container, blob, new ETag("\"1\""), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_failed_file_that_was_taken_away_is_forgotten_by_the_next_sweep()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        var etag = await ETagAsync(blob);
        await blob.DeleteAsync();
        var gone = (await store.Failed.RecordAsync("landing", blob.Name, etag, default)).ShouldNotBeNull();
        (
            gone.Fault!.Code,
            gone.Fault.Guidance.Contains("landing as it was dropped", StringComparison.Ordinal)
        ).ShouldBe(("FILE_GONE", false));

        (await store.SweepAsync()).ShouldBeEmpty();

        (await store.Drops.AllAsync(default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_deleted_while_the_sweep_reads_it_is_reported_as_gone()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        store.Time.Advance(Hour);
        var storage = Interference
            .AtFirst(
                r =>
                    r.Method == RequestMethod.Head
                    && r.Uri.Path.EndsWith("/national/absence.csv", StringComparison.Ordinal),
                () => blob.DeleteAsync()
            )
            .On(emulator);
        var (ledger, drops) = (new ReleaseLedger(storage), new DropLedger(storage));
        var sweep = new LandingReconciliation(
            storage,
            new(storage, new(storage, FeedReader.SourceFormats), ledger, new(storage), new IngestionOptions()),
            ledger,
            drops,
            new(storage, drops, store.Time),
            store.Time
        );

        var swept = (
            await sweep.AllAsync(default).ToListAsync(TestContext.Current.CancellationToken)
        ).ShouldHaveSingleItem();

        (swept.Release, swept.File.Fault!.Code).ShouldBe((null, "FILE_GONE"));
        (
            await store.Drops.FailedAsync(default).SingleAsync(TestContext.Current.CancellationToken)
        ).Fault!.Code.ShouldBe("FILE_GONE");
    }

    [Fact]
    public async Task A_sweep_takes_first_what_nobody_has_tried_and_of_each_the_oldest()
    {
        var store = await Store.EmptyAsync(emulator);
        var second = TimeSpan.FromSeconds(1.1);
        var names = new[] { "national/tried d.csv", "local/tried c.csv", "obesity/new b.csv", "local/new a.csv" };
        foreach (var (i, name) in names.Index())
        {
            var blob = await store.DropAsync(name, Csv.Absence("201011", $"5.{i}", "5.8"));
            if (name.Contains("tried", StringComparison.Ordinal))
                await store.Failed.RecordAsync("landing", name, await ETagAsync(blob), default);
            // Storage knows the time of a change by the second.
            await Task.Delay(second, TestContext.Current.CancellationToken);
        }
        store.Time.Advance(Hour);

        (await store.SweepAsync())
            .Select(s => s.File.Blob)
            .ShouldBe(["obesity/new b.csv", "local/new a.csv", "national/tried d.csv", "local/tried c.csv"]);
    }

    [Fact]
    public async Task Files_in_the_folder_of_no_feed_are_named_with_the_folders_that_there_are()
    {
        var store = await Store.EmptyAsync(emulator);
        foreach (
            var name in new[]
            {
                "rootfile.csv",
                "weather/2012/absence.csv",
                "National/absence.csv",
                "national/absence.csv",
                "key-actions/plan.csv",
            }
        )
            await store.DropAsync(name, Csv.Absence("201011", "5.6", "5.8"));

        var strays = await new UnroutedFiles(store.Storage)
            .AllAsync(default)
            .ToListAsync(TestContext.Current.CancellationToken);

        strays
            .Select(s => s.Blob)
            .ShouldBe(["National/absence.csv", "rootfile.csv", "weather/2012/absence.csv"], ignoreOrder: true);
        strays[0].Fault.Code.ShouldBe("NO_FEED_FOLDER");
        strays[0].Fault.Message.ShouldContain("national, neighbours, breastfeeding, obesity, local, key-actions");
    }

    private static async Task<ETag> ETagAsync(BlobClient blob) => (await blob.GetPropertiesAsync()).Value.ETag;
}
