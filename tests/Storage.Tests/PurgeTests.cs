using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A release that is removed for good: every copy, everything made of it, and nothing else.</summary>
[Collection("One store")]
public sealed class PurgeTests(Emulator emulator)
{
    private const string Meta =
        "col_name,col_type,label,indicator_grouping,indicator_unit,filter_hint,filter_grouping_column\n"
        + "school_type,Filter,School type,,,,\nsess_overall_percent,Indicator,Overall,,pp,,\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string First = Csv.Absence("201011", "5.6", "5.8");
    private static readonly string Second = Csv.Absence("201011", "5.9", "5.8");
    private static readonly string[] Columns = ["Blob", "Release", "Code"];

    // Accepted, but for one row.
    private static readonly string Many =
        Csv.AbsenceHeader
        + string.Concat(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Csv.Absence($"20{i:00}{i + 1:00}", i == 5 ? "five" : "5.6", "5.8")[Csv.AbsenceHeader.Length..]
                )
        );
    private static readonly SnapshotRequest Request = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };

    [Fact]
    public async Task Every_copy_and_row_is_gone_and_nothing_of_another_release_is_touched()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"));
        await store.IngestAsync(Feed.National, "bad.csv", "colour,shape\nred,round\n");
        var before = await AllAsync(store);
        var release = await DroppedAllOverAsync(store);

        var found = await FindAsync(store, release.Id);
        Counts(found, TraceKind.Landing, TraceKind.Archive, TraceKind.Quarantine).ShouldBe([4, 1, 6]);
        Counts(found, TraceKind.Drops, TraceKind.Releases, TraceKind.Series, TraceKind.Findings).ShouldBe([3, 2, 2, 3]);
        (await store.Purge.RemoveAsync(found, null, default)).ShouldBeEmpty();

        (await AllAsync(store)).ShouldBe(before);
        var again = await FindAsync(store, release.Id);
        (again.Traces.Count, again.NotCompared.Count, again.Purged).ShouldBe((0, 0, store.Time.GetUtcNow()));
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await DroppedAllOverAsync(store);
        var before = await AllAsync(store);
        await FindAsync(store, release.Id);
        await FindAsync(store, release.Id.ToUpperInvariant());
        (await AllAsync(store)).ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("national")]
    [InlineData("weather-0123456789abcdef0123456789abcdef")]
    [InlineData("national-0123456789abcdef")]
    [InlineData("national-0123456789abcdef0123456789abcdeg")]
    [InlineData("national-0123456789abcdef0123456789abcdef")]
    [InlineData("../x")]
    public async Task What_was_never_there_is_unknown(string id)
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "first.csv", First);
        (await store.Purge.FindAsync(id, null, default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_companion_beside_a_file_goes_with_it_and_its_own_release_stays()
    {
        var store = await Store.EmptyAsync(emulator);
        var companion = await store.IngestAsync(Feed.National, "absence.meta.csv", Meta);
        var before = await AllAsync(store);
        var release = await store.IngestAsync(Feed.National, "absence.csv", First);
        var beside = store.Storage.Archive.GetBlobClient(release.BlobName + ".meta.csv");
        (await beside.ExistsAsync(Stop)).Value.ShouldBeTrue();

        await PurgeAsync(store, release.Id);

        (await AllAsync(store)).ShouldBe(before);
        (await store.Ledger.FindAsync(Feed.National, companion.Id, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_is_read_again_without_the_companion_that_was_removed()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "absence.csv", First, ("published", "2012-03-28"));
        var before = await AllAsync(store);
        var companion = await store.IngestAsync(Feed.National, "absence.meta.csv", Meta);
        (await store.Ledger.FindAsync(Feed.National, release.Id, default))!.FindingCount.ShouldBe(1);

        await PurgeAsync(store, companion.Id);

        Without(await AllAsync(store), "Drops").ShouldBe(Without(before, "Drops"));
        (await FindAsync(store, companion.Id)).Traces.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_file_goes_with_its_findings_also_where_the_ledger_was_lost(bool lost)
    {
        var store = await Store.EmptyAsync(emulator);
        var before = await AllAsync(store);
        var personal = First.ReplaceLineEndings("\n").Replace("\n", ",9434765919\n", StringComparison.Ordinal);
        var release = await store.IngestAsync(Feed.National, "absence.csv", personal);
        var found = await FindAsync(store, release.Id);
        Counts(found, TraceKind.Landing, TraceKind.Restricted, TraceKind.Quarantine).ShouldBe([1, 1, 2]);
        TableClient[] tables = [store.Storage.Releases, store.Storage.Findings, store.Storage.Drops];
        foreach (var table in lost ? tables : [])
        {
            await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: Stop))
                await table.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: Stop);
        }

        await PurgeAsync(store, release.Id);

        (await AllAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task The_decisions_about_it_and_what_older_catalogues_made_of_it_go_too()
    {
        var store = await Store.EmptyAsync(emulator);
        var before = await AllAsync(store);
        var release = await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28"));
        var other = (await ShippedCatalogue.ReadAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal);
        await store.Storage.Config.GetBlobClient("catalogue.json").UploadAsync(BinaryData.FromString(other));
        var again = await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28"));
        again.Catalogue.ShouldNotBe(release.Catalogue);
        await store.Withdrawal.WithdrawAsync(release.Id, "A. Steward", "Wrong", default);
        Counts(await FindAsync(store, release.Id), TraceKind.Series, TraceKind.Archive).ShouldBe([4, 2]);

        await PurgeAsync(store, release.Id);

        Without(await AllAsync(store), "archive catalogue/").ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_only_landed_under_another_name_is_found_by_its_content()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "first.csv", First);
        await store.DropAsync("nowhere/renamed.txt", First);
        // Of the same size, and another file.
        await store.DropAsync("nowhere/alike.txt", Second);

        await PurgeAsync(store, release.Id);

        (await BlobsAsync(store.Storage.Landing)).ShouldBe(["nowhere/alike.txt"]);
    }

    [Fact]
    public async Task Neither_a_rebuild_nor_a_sweep_brings_it_back_and_a_new_drop_is_read_anew()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await DroppedAllOverAsync(store);
        await PurgeAsync(store, release.Id);
        var before = await AllAsync(store);

        store.Time.Advance(TimeSpan.FromHours(1));
        (await store.SweepAsync()).ShouldBeEmpty();
        (await store.Rebuild.RunAsync(default).CountAsync(Stop)).ShouldBe(0);
        (await AllAsync(store)).ShouldBe(before);

        (await store.IngestAsync(Feed.National, "first.csv", Many)).Status.ShouldBe(ReleaseStatus.Complete);
        var found = await FindAsync(store, release.Id);
        Counts(found, TraceKind.Landing, TraceKind.Archive, TraceKind.Releases).ShouldBe([1, 1, 1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(13)]
    [InlineData(16)]
    public async Task A_purge_that_broke_off_counts_for_no_snapshot_and_is_finished_by_doing_it_again(int deleted)
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"));
        var before = await AllAsync(store);
        var release = await DroppedAllOverAsync(store);
        var storage = new Interference(r =>
            r.Method == RequestMethod.Delete && deleted-- == 0
                ? throw new RequestFailedException(503, "busy")
                : Task.CompletedTask
        ).On(emulator);
        var ledger = new ReleaseLedger(storage);
        var broken = new ReleasePurge(storage, ledger, store.Rebuild, store.Time);
        var found = (await broken.FindAsync(release.Id, null, default))!;
        await Should.ThrowAsync<RequestFailedException>(() => broken.RemoveAsync(found, null, default));

        ((await store.Ledger.FindAsync(Feed.National, release.Id, default))?.Status).ShouldBe(ReleaseStatus.Withdrawn);
        await store.Rebuild.RunAsync(default).CountAsync(Stop);
        var counting = store.Ledger.AllAsync(default).Where(r => r.Status == ReleaseStatus.Complete);
        (await counting.Select(r => r.File).ToListAsync(Stop)).ShouldBe(["second.csv"]);
        store.Time.Advance(TimeSpan.FromHours(1));
        await store.SweepAsync();

        await PurgeAsync(store, release.Id);

        (await AllAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_is_being_read_meanwhile_leaves_nothing()
    {
        var store = await Store.EmptyAsync(emulator);
        var before = await AllAsync(store);
        var id = ReleaseId.For(Feed.National, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(First))));
        await store.DropAsync("national/first.csv", First);
        var storage = Interference
            .AtFirst(
                r => r.Method == RequestMethod.Put && r.Uri.Path.Contains($"/archive/{id}", StringComparison.Ordinal),
                () => PurgeAsync(store, id)
            )
            .On(emulator);
        var reading = new Ingestion(
            storage,
            new(storage, FeedReader.SourceFormats),
            new(storage),
            new(storage),
            new IngestionOptions()
        );
        var landed = storage.Landing.GetBlobClient("national/first.csv");

        await Should.ThrowAsync<RequestFailedException>(() => reading.IngestAsync(Feed.National, landed, default));

        (await AllAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_removed_is_named_and_the_release_stays_out_of_use_until_it_is()
    {
        var store = await Store.EmptyAsync(emulator);
        var before = await AllAsync(store);
        var release = await DroppedAllOverAsync(store);
        var lease = store.Storage.Landing.GetBlobClient("national/copy.csv").GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Stop);

        var left = await store.Purge.RemoveAsync(await FindAsync(store, release.Id), null, default);

        left.Select(l => l.Trace.Kind).Distinct().ShouldBe([TraceKind.Landing, TraceKind.Drops, TraceKind.Releases]);
        (left[0].Trace.Name, left[0].Remainder.CanBeRead).ShouldBe(("national/copy.csv", true));
        store.Time.Advance(TimeSpan.FromHours(1));
        await store.SweepAsync();
        (await store.Ledger.FindAsync(Feed.National, release.Id, default))!.Status.ShouldBe(ReleaseStatus.Withdrawn);

        await lease.ReleaseAsync(cancellationToken: Stop);
        await PurgeAsync(store, release.Id);
        (await AllAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task A_copy_that_was_replaced_in_the_meantime_is_left_and_named()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "first.csv", First);
        var found = await FindAsync(store, release.Id);
        await store.DropAsync("national/first.csv", Second);

        var left = await store.Purge.RemoveAsync(found, null, default);

        left[0].Trace.Name.ShouldBe("national/first.csv");
        left.ShouldAllBe(l => l.Remainder.CanBeRead);
        left[0].Remainder.Why.ShouldContain("replaced");
        var landed = await store.Storage.Landing.GetBlobClient("national/first.csv").DownloadContentAsync(Stop);
        landed.Value.Content.ToString().ShouldBe(Second);
        await PurgeAsync(store, release.Id);
    }

    [Theory]
    [InlineData("BlobImmutableDueToPolicy", "policy")]
    [InlineData("BlobImmutableDueToLegalHold", "legal hold")]
    public async Task A_copy_that_the_account_may_not_change_is_left_and_the_release_stays_out_of_use(
        string code,
        string why
    )
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "first.csv", First);
        var storage = new Interference(r =>
            r.Method == RequestMethod.Delete && r.Uri.Path.Contains("/archive/", StringComparison.Ordinal)
                ? throw new RequestFailedException(409, "Kept.", code, null)
                : Task.CompletedTask
        ).On(emulator);
        var purge = new ReleasePurge(storage, new(storage), store.Rebuild, store.Time);

        var left = await purge.RemoveAsync((await purge.FindAsync(release.Id, null, default))!, null, default);

        left.Select(l => l.Trace.Kind).Distinct().ShouldBe([TraceKind.Archive, TraceKind.Drops, TraceKind.Releases]);
        (left[0].Remainder.CanBeRead, left[0].Remainder.Why.Contains(why, StringComparison.Ordinal)).ShouldBe(
            (true, true)
        );
        (await store.Ledger.FindAsync(Feed.National, release.Id, default))!.Status.ShouldBe(ReleaseStatus.Withdrawn);
    }

    [Fact]
    public async Task A_copy_whose_name_leads_elsewhere_is_named_and_nothing_is_removed_at_its_address()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "first.csv", First);
        await store.DropAsync("nowhere/alike.csv", First);
        // The client library would never upload under such a name.
        var storage = new RenamedBlob("nowhere/alike.csv", "nowhere/../national/second.csv").On(emulator);
        await store.DropAsync("national/second.csv", Second);
        var purge = new ReleasePurge(storage, new(storage), store.Rebuild, store.Time);

        var found = (await purge.FindAsync(release.Id, null, default))!;
        found.NotCompared.ShouldBe(["landing/nowhere/../national/second.csv"]);
        (await purge.RemoveAsync(found, null, default)).ShouldBeEmpty();

        (await BlobsAsync(store.Storage.Landing)).ShouldBe(["national/second.csv", "nowhere/alike.csv"]);
    }

    [Fact]
    public async Task A_version_that_was_never_finished_goes_with_the_others_and_its_number_stays_taken()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28"));
        var made = (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot;
        await store.Snapshots.ClaimAsync(made with { Version = 2 }, null, default);
        var found = await FindAsync(store, release.Id);

        var named = await store.SnapshotPurge.FindAsync(found.Ids, null, default);
        named.Select(t => t.Name).ShouldBe(["E10000024/2012-09-30/v1/", "E10000024/2012-09-30/v2/"]);
        (await store.Purge.RemoveAsync(found with { Traces = named }, null, default)).ShouldBeEmpty();

        (await store.Snapshots.AllHeadersAsync(default)).ShouldBeEmpty();
        (await BlobsAsync(store.Storage.Snapshots)).ShouldBe([
            "E10000024/2012-09-30/v1/removed.json",
            "E10000024/2012-09-30/v2/removed.json",
        ]);
        await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"));
        (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot.Version.ShouldBe(3);
    }

    [Fact]
    public async Task Older_versions_and_deleted_copies_are_removed_for_good()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "first.csv", First);
        var versions = new KeptVersions("landing", "national/first.csv");
        var storage = versions.On(emulator);
        var purge = new ReleasePurge(storage, new(storage), store.Rebuild, store.Time);

        var found = (await purge.FindAsync(release.Id, null, default))!;
        found
            .Traces.Where(t => t.Kind == TraceKind.Landing)
            .Select(t => t.Name)
            .ShouldBe(["national/first.csv (older version)", "national/first.csv", "national/first.csv (deleted)"]);
        found.NotCompared.ShouldBe(["landing/national/first.csv"]);
        (await purge.RemoveAsync(found, null, default)).ShouldBeEmpty();

        versions.Deleted.ShouldBe(["2 ", "2 permanent", "", "3 ", "3 permanent", "1 permanent"]);
    }

    [Fact]
    public async Task Deleted_copies_that_the_account_keeps_are_left_and_nothing_else_is()
    {
        var store = await Store.EmptyAsync(emulator);
        var before = await AllAsync(store);
        var release = await store.IngestAsync(Feed.National, "first.csv", First);
        var storage = new KeptVersions("landing", "national/first.csv") { Refuses = true }.On(emulator);
        var purge = new ReleasePurge(storage, new(storage), store.Rebuild, store.Time);

        var left = await purge.RemoveAsync((await purge.FindAsync(release.Id, null, default))!, null, default);

        left.Count.ShouldBe(3);
        left.ShouldAllBe(l => l.Trace.Kind == TraceKind.Landing && !l.Remainder.CanBeRead);
        left.ShouldAllBe(l => l.Remainder.Why.Contains("OperationNotAllowed", StringComparison.Ordinal));
        (await AllAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task Snapshots_that_name_it_are_named_and_stay_unless_they_are_to_go()
    {
        var store = await Store.EmptyAsync(emulator);
        var first = await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28"));
        await store.Production.ProduceAsync(Request, default);
        var second = await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"));
        await store.Production.ProduceAsync(Request, default);
        var ofMarch = Request with { AsAt = new(2012, 3, 31), Compiled = new(2012, 5, 1) };
        await store.Production.ProduceAsync(ofMarch, default);
        var found = await FindAsync(store, second.Id);
        var named = await store.SnapshotPurge.FindAsync(found.Ids, null, default);
        named.Select(t => t.Name).ShouldBe(["E10000024/2012-09-30/v2/"]);
        (await store.SnapshotPurge.FindAsync([first.Id], null, default)).Count.ShouldBe(3);
        var before = Snapshots(await AllAsync(store));
        await PurgeAsync(store, second.Id);
        Snapshots(await AllAsync(store)).ShouldBe(before);

        (await store.Purge.RemoveAsync(found with { Traces = named }, null, default)).ShouldBeEmpty();

        (await store.Snapshots.AllHeadersAsync(default))
            .Select(h => h.Folder)
            .ShouldBe(["E10000024/2012-03-31/v1/", "E10000024/2012-09-30/v1/"]);
        (await store.SnapshotPurge.FindAsync(found.Ids, null, default)).ShouldBeEmpty();
        (await BlobsAsync(store.Storage.Snapshots))
            .Where(b => b.Contains("/v2/", StringComparison.Ordinal))
            .ShouldBe(["E10000024/2012-09-30/v2/removed.json"]);
        var latest = store.Storage.Snapshots.GetBlobClient("E10000024/2012-09-30/latest.json");
        (await latest.DownloadContentAsync(Stop)).Value.Content.ToString().ShouldContain("2012-09-30/v1/");
        (await store.SnapshotRebuild.RunAsync(default).CountAsync(Stop)).ShouldBe(2);
        var third = Csv.Absence("201011", "6.1", "5.8");
        await store.IngestAsync(Feed.National, "third.csv", third, ("published", "2012-07-01"));
        (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot.Version.ShouldBe(3);
    }

    [Fact]
    public async Task What_the_schedule_owes_is_made_again_after_its_snapshot_was_removed()
    {
        var store = await Store.EmptyAsync(emulator);
        store.Time.AdjustTime(new(2012, 12, 13, 6, 30, 0, TimeSpan.Zero));
        var first = await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28"));
        await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"));
        await store.Production.ProduceAsync(Request, default);
        await store.Snapshots.MarkScheduledAsync((await store.Snapshots.AllHeadersAsync(default))[0], default);
        (await BlobsAsync(store.Storage.Snapshots)).ShouldContain("E10000024/2012-09-30/scheduled.json");
        var found = await FindAsync(store, first.Id);

        var named = await store.SnapshotPurge.FindAsync(found.Ids, null, default);
        await store.Purge.RemoveAsync(found with { Traces = [.. found.Traces, .. named] }, null, default);

        (await BlobsAsync(store.Storage.Snapshots)).ShouldBe(["E10000024/2012-09-30/v1/removed.json"]);
        var again = (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot;
        (again.Version, again.Inputs.Select(i => i.File).Single()).ShouldBe((2, "second.csv"));
        (await store.SnapshotPurge.FindAsync(found.Ids, null, default)).ShouldBeEmpty();
    }

    // In landing twice, in the folder of another feed, and in that of none; accepted once and refused once.
    private static async Task<Release> DroppedAllOverAsync(Store store)
    {
        var release = await store.IngestAsync(Feed.National, "first.csv", Many, ("published", "2012-03-28"));
        await store.IngestAsync(Feed.National, "copy.csv", Many, ("published", "2012-03-28"));
        await store.IngestAsync(Feed.Obesity, "first.csv", Many);
        await store.DropAsync("nowhere/first.csv", Many);
        return release;
    }

    private static async Task<ReleaseTraces> FindAsync(Store store, string id) =>
        (await store.Purge.FindAsync(id, null, default)).ShouldNotBeNull();

    private static async Task PurgeAsync(Store store, string id)
    {
        (await store.Purge.RemoveAsync(await FindAsync(store, id), null, default)).ShouldBeEmpty();
        (await FindAsync(store, id)).Traces.ShouldBeEmpty();
    }

    private static IEnumerable<int> Counts(ReleaseTraces found, params TraceKind[] kinds) =>
        kinds.Select(kind => found.Traces.Where(t => t.Kind == kind).Sum(t => t.Count));

    /// <summary>All that the store holds, but for the record of the purge itself.</summary>
    private static async Task<IReadOnlyList<string>> AllAsync(Store store)
    {
        var text = new StringBuilder(await store.DumpAsync());
        await foreach (var blob in store.Storage.Landing.GetBlobsAsync())
            text.AppendLine(CultureInfo.InvariantCulture, $"landing {blob.Name} {blob.Properties.ETag}");
        await foreach (var entity in store.Storage.Drops.QueryAsync<TableEntity>())
            text.Append("Drops ").AppendJoin(' ', Columns.Select(entity.GetString)).AppendLine();
        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n');
        return [.. Without(lines, "archive purged/").Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Without(IReadOnlyList<string> all, string start) =>
        all.Where(l => !l.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<string> Snapshots(IReadOnlyList<string> all) =>
        all.Where(l => l.StartsWith("snapshots ", StringComparison.OrdinalIgnoreCase));

    private static async Task<IReadOnlyList<string>> BlobsAsync(BlobContainerClient container) =>
        await container.GetBlobsAsync().Select(b => b.Name).ToListAsync();
}
