using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The tables are lost; the blobs are all there is. What is made of them is what there was.</summary>
[Collection("One store")]
public sealed class RebuildTests(Emulator emulator)
{
    private const string Meta =
        "col_name,col_type,label,indicator_grouping,indicator_unit,filter_hint,filter_grouping_column\nschool_type,Filter,School "
        + "type,,,,\nsess_gone,Indicator,Gone,,%,,\n";
    private static readonly SnapshotRequest Request = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };

    [Fact]
    public async Task Tables_made_again_from_the_blobs_are_the_same_and_so_are_snapshots_made_again()
    {
        var store = await Store.EmptyAsync(emulator);
        await FillAsync(store);
        var (before, snapshot) = (await store.DumpAsync(), await SnapshotAsync(store));
        before = await store.DumpAsync();

        await LoseTablesAsync(store);
        (await store.DumpAsync()).ShouldNotContain("Releases ");
        await RebuildAsync(store);

        (await store.DumpAsync()).ShouldBe(before);
        (await store.Rebuild.WithoutFileAsync(default)).ShouldBeEmpty();
        (await SnapshotAsync(store)).ShouldBe(snapshot);
        (await store.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_rebuild_over_what_is_there_changes_nothing_and_landing_is_not_needed()
    {
        var store = await Store.EmptyAsync(emulator);
        await FillAsync(store);
        await SnapshotAsync(store);
        var before = await store.DumpAsync();
        await foreach (
            var blob in store.Storage.Landing.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
        )
            await store.Storage.Landing.DeleteBlobAsync(
                blob.Name,
                cancellationToken: TestContext.Current.CancellationToken
            );

        await RebuildAsync(store);

        (await store.DumpAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("<<a verdict that is not known>>")]
    [InlineData("<<another snapshot>>")]
    public async Task A_snapshot_that_cannot_be_read_is_named_and_the_others_are_rebuilt(string content)
    {
        var store = await Store.EmptyAsync(emulator);
        await FillAsync(store);
        await SnapshotAsync(store);
        var sound = (await store.Snapshots.AllHeadersAsync(default)).ShouldHaveSingleItem().Folder;
        var json = (
            await store.Storage.Snapshots.GetBlobClient(sound + "snapshot.json").DownloadContentAsync()
        ).Value.Content.ToString();
        content = content switch
        {
            "<<a verdict that is not known>>" => json.Replace("\"exceeds\"", "\"excels\"", StringComparison.Ordinal),
            "<<another snapshot>>" => json,
            _ => content,
        };
        // Listed before the sound one.
        await store
            .Storage.Snapshots.GetBlobClient("E10000024/2012-03-31/v1/snapshot.json")
            .UploadAsync(BinaryData.FromString(content));
        await LoseTablesAsync(store);

        var rebuilt = await store.SnapshotRebuild.RunAsync(default).ToListAsync();

        rebuilt
            .Select(r => (r.Folder, r.Header is not null))
            .ShouldBe([("E10000024/2012-03-31/v1/", false), (sound, true)]);
        (await store.Snapshots.AllHeadersAsync(default)).ShouldHaveSingleItem().Folder.ShouldBe(sound);
    }

    [Fact]
    public async Task That_the_schedule_owed_what_a_person_had_asked_for_is_not_forgotten()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("202425", "6.4", "6.8"),
            ("published", "2026-03-20")
        );
        var asAt = new ScheduleOptions()
            .Of(Pipeline.Catalogue.Cadence.Default)
            .LastAsAt(
                DateOnly
                    .FromDateTime(store.Time.GetUtcNow().UtcDateTime)
                    .AddDays(-Pipeline.Catalogue.Cadence.ReportOfJanuary2013)
            );
        // Compiled on the day on which it is owed, which is the day of the first release where that came later.
        await store.Production.ProduceAsync(
            new(asAt) { Compiled = DateOnly.FromDateTime(store.Time.GetUtcNow().UtcDateTime) },
            default
        );
        (await store.Production.ProduceOwedAsync(default)).ShouldHaveSingleItem().AlreadyThere.ShouldBeTrue();
        var before = await store.DumpAsync();
        before.ShouldContain("Scheduled=True");

        await LoseTablesAsync(store);
        await RebuildAsync(store);

        (await store.DumpAsync()).ShouldBe(before);
        (await store.Production.ProduceOwedAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_snapshot_that_a_run_claimed_and_did_not_finish_is_not_there_after_a_rebuild_either()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        await SnapshotAsync(store);
        var folder = "E10000024/2012-09-30/";
        await store.Storage.Snapshots.DeleteBlobAsync(
            $"{folder}latest.json",
            cancellationToken: TestContext.Current.CancellationToken
        );
        await LoseTablesAsync(store);

        await RebuildAsync(store);

        (await store.Snapshots.HeadersAsync("E10000024", Pipeline.Catalogue.Cadence.Trust, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kept_file_that_was_altered_is_told_and_its_entries_stay()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var before = await store.Ledger.FindAsync(Feed.National, release.Id, default);
        var kept = store.Storage.Archive.GetBlobClient(release.BlobName);
        var metadata = (await kept.GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken))
            .Value
            .Metadata;
        await kept.UploadAsync(
            BinaryData.FromString(Csv.Absence("201011", "1.0", "5.8")),
            new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = metadata },
            TestContext.Current.CancellationToken
        );

        var rebuilt = await store.Rebuild.RunAsync(default).SingleAsync(TestContext.Current.CancellationToken);

        (rebuilt.ReleaseId, rebuilt.Release).ShouldBe((release.Id, null));
        (await store.Ledger.FindAsync(Feed.National, release.Id, default))!.Observations.ShouldBe(before!.Observations);
        (await store.Series.ReadAsync("overall-absence", release.SeriesVersion, default))["E10000024"]
            .Observations[0]
            .Value.Value.ShouldBe(5.6m);
    }

    [Fact]
    public async Task A_release_whose_kept_file_is_gone_is_named_and_left()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "bad.csv", "colour,shape\nred,round\n");
        await store.Storage.Quarantine.DeleteBlobAsync(
            release.BlobName,
            cancellationToken: TestContext.Current.CancellationToken
        );
        await RebuildAsync(store);
        (await store.Rebuild.WithoutFileAsync(default)).ShouldHaveSingleItem().Id.ShouldBe(release.Id);
    }

    // Every way in which a release comes to be what it is: by metadata, by name, by arrival, refused, corrected, with a
    // companion, with rejected rows, in landing's folders, under odd names. No two without a date share a period,
    // because a rebuild compares no editions.
    private static async Task FillAsync(Store store)
    {
        var sound = string.Concat(
            Enumerable
                .Range(1990, 10)
                .Select(y => Csv.Absence($"{y}{(y + 1) % 100:00}", "5.1", "5.0")[Csv.AbsenceHeader.Length..])
        );
        await store.IngestAsync(
            Feed.National,
            "metadata.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28"),
            ("Status", "revised"),
            ("notice", "100% illustrative")
        );
        await store.IngestAsync(
            Feed.National,
            "copy.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2020-01-01")
        );
        await store.IngestAsync(
            Feed.National,
            "absence 2012-06-01 provisional.csv",
            Csv.Absence("201011", "5.7", "5.9")
        );
        await store.IngestAsync(
            Feed.National,
            "2012/in a folder, été 100% 😀.csv",
            Csv.Absence("200001", "5.9", "6.0")
        );
        await store.IngestAsync(
            Feed.National,
            "refused.csv",
            Csv.Absence("200809", "5.9", "6.0"),
            ("published", "28 March")
        );
        await store.IngestAsync(
            Feed.National,
            "mended.csv",
            Csv.Absence("200708", "5.9", "6.0"),
            ("published", "28 March")
        );
        await store.IngestAsync(
            Feed.National,
            "mended.csv",
            Csv.Absence("200708", "5.9", "6.0"),
            ("published", "2009-03-28")
        );
        await store.IngestAsync(Feed.National, "dated later.csv", Csv.Absence("200304", "5.9", "6.0"));
        (
            await store.IngestAsync(
                Feed.National,
                "dated later.csv",
                Csv.Absence("200304", "5.9", "6.0"),
                ("published", "2005-03-28")
            )
        ).PublishedFrom.ShouldBe(DateOrigin.Metadata);
        await store.IngestAsync(
            Feed.National,
            "of the future.csv",
            Csv.Absence("200203", "5.9", "6.0"),
            ("published", "2099-03-28"),
            ("notice", "a typo")
        );
        (
            await store.IngestAsync(
                Feed.National,
                "of the future.csv",
                Csv.Absence("200203", "5.9", "6.0"),
                ("notice", "mended")
            )
        ).PublishedFrom.ShouldBe(DateOrigin.Arrival);
        await store.IngestAsync(
            Feed.National,
            "still of the future.csv",
            Csv.Absence("200102", "5.9", "6.0"),
            ("published", "2099-03-28")
        );
        await store.IngestAsync(
            Feed.National,
            "still of the future.csv",
            Csv.Absence("200102", "5.9", "6.0"),
            ("published", "28 March")
        );
        (
            await store.IngestAsync(Feed.Obesity, "in two folders.csv", Csv.Absence("200304", "5.9", "6.0"))
        ).Status.ShouldBe(ReleaseStatus.Quarantined);
        await store.IngestAsync(
            Feed.National,
            "rejected rows.csv",
            Csv.AbsenceHeader + sound + Csv.Absence("201112", "five", "5.0")[Csv.AbsenceHeader.Length..]
        );
        await store.IngestAsync(Feed.Local, "personal.csv", "forename,surname\nJo,Bloggs\n");
        await store.IngestAsync(Feed.National, "empty.csv", "");
        await store.DropAsync("national/described.meta.csv", Meta);
        (
            await store.IngestAsync(Feed.National, "described.csv", Csv.Absence("200607", "5.9", "6.0"))
        ).FindingCount.ShouldBe(2);
        await store.Storage.Landing.DeleteBlobAsync("national/described.meta.csv");
        await store.IngestAsync(Feed.National, "described later.csv", Csv.Absence("200405", "5.9", "6.0"));
        await store.IngestAsync(Feed.National, "described later.meta.csv", Meta);
        await store.IngestAsync(Feed.National, new string('n', 900) + ".csv", Csv.Absence("200506", "5.9", "6.0"));
        foreach (var feed in Enum.GetValues<Feed>())
        {
            foreach (
                var path in Directory
                    .EnumerateFiles(ChildrensTrust.Tests.SourceFolder.Of($"sample-feeds/2012/{feed.Folder()}"))
                    .Order(StringComparer.Ordinal)
            )
                await store.IngestFileAsync(feed, path, ("published", "2012-10-18"), ("inforce", "2012-04-01"));
        }
    }

    private static async Task<string> SnapshotAsync(Store store)
    {
        var produced = (await store.Production.ProduceAsync(Request, default)).Produced!;
        return SnapshotJson.Write(produced.Snapshot).ToString();
    }

    private static async Task LoseTablesAsync(Store store)
    {
        foreach (
            var table in new[]
            {
                store.Storage.Series,
                store.Storage.Releases,
                store.Storage.Findings,
                store.Storage.SnapshotHeaders,
                store.Storage.Drops,
            }
        )
        {
            await table.DeleteAsync();
            await table.CreateAsync();
        }
    }

    private static async Task RebuildAsync(Store store)
    {
        (await store.Rebuild.RunAsync(default).ToListAsync()).ShouldAllBe(r => r.Release != null);
        await store.SnapshotRebuild.RunAsync(default).ToListAsync();
    }
}
