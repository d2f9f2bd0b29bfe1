using Azure;
using Azure.Core;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A file that is dropped again under its name with other metadata, and the same content under another
/// feed.</summary>
[Collection("Another store")]
public sealed class CorrectedDropTests(Emulator emulator)
{
    private static readonly string Content = Csv.Absence("201011", "5.6", "5.8");

    [Fact]
    public async Task A_date_that_was_missing_is_mended_by_dropping_the_file_again_with_it()
    {
        var store = await Store.EmptyAsync(emulator);
        var first = await store.IngestAsync(Feed.National, "absence.csv", Content);

        var corrected = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Content,
            ("published", "2012-10-31"),
            ("status", "final")
        );

        (first.PublishedFrom, corrected.PublishedFrom).ShouldBe((DateOrigin.Arrival, DateOrigin.Metadata));
        (
            corrected.Id,
            corrected.File,
            corrected.Arrived,
            corrected.Published,
            corrected.RevisionStatus,
            corrected.Status
        ).ShouldBe(
            (first.Id, "absence.csv", first.Arrived, new(2012, 10, 31), RevisionStatus.Final, ReleaseStatus.Complete)
        );
        (await store.Ledger.FindAsync(Feed.National, first.Id, default))!.Published.ShouldBe(new(2012, 10, 31));
        (await KeptAsync(store, corrected))["published"].ShouldBe("2012-10-31");
        (await store.Series.ReadAsync("overall-absence", corrected.SeriesVersion, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Neither_the_same_metadata_nor_none_nor_those_under_another_name_change_anything()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.csv", Content);
        await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "2012-10-31"));
        var before = await store.DumpAsync();

        await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "2012-10-31"));
        await store.IngestAsync(Feed.National, "absence.csv", Content);
        await store.IngestAsync(Feed.National, "copy.csv", Content, ("published", "2020-01-01"));

        (await store.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_date_after_the_arrival_is_found_and_the_right_one_takes_its_place()
    {
        var store = await Store.EmptyAsync(emulator);
        var wrong = await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "2099-01-01"));
        var finding = (await store.Ledger.FindingsAsync(wrong, default).ToListAsync()).ShouldHaveSingleItem();
        (finding.Code, wrong.Status).ShouldBe(("PUBLISHED_IN_FUTURE", ReleaseStatus.Complete));
        finding.Message.ShouldContain("2099-01-01");

        var right = await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "2013-01-01"));

        (right.Published, right.FindingCount).ShouldBe((new(2013, 1, 1), 0));
        (await store.Ledger.FindingsAsync(right, default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Metadata_that_cannot_be_read_leave_a_release_as_it_counts_and_stand_as_failed_until_mended()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "2012-03-28"));
        var before = await store.DumpAsync();

        (await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "29 March"))).Published.ShouldBe(
            new(2012, 3, 28)
        );

        (await store.DumpAsync()).ShouldBe(before);
        (await store.Drops.FailedAsync(default).SingleAsync()).Fault!.Code.ShouldBe("METADATA_UNREADABLE");
        await store.SweepAsync();
        (await store.Drops.FailedAsync(default).SingleAsync()).Fault!.Code.ShouldBe("METADATA_UNREADABLE");
        (
            await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "2012-03-29"))
        ).Published.ShouldBe(new(2012, 3, 29));
        (await store.Drops.FailedAsync(default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_comes_late_reads_the_blob_as_it_is_now()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Content, ("published", "2099-01-01"));
        await store.DropAsync("national/absence.csv", Content, ("published", "2013-01-01"));
        await store.Ingestion.IngestAsync(Feed.National, blob, default);
        var before = await store.DumpAsync();

        (await store.Ingestion.IngestAsync(Feed.National, blob, default)).Published.ShouldBe(new(2013, 1, 1));

        (await store.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_is_mended_while_it_is_read_ends_as_it_was_dropped_last()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Content, ("published", "2099-01-01"));
        var early = Enumerable
            .Range(0, 5)
            .Select(_ => store.Ingestion.IngestAsync(Feed.National, blob, default))
            .ToList();
        await store.DropAsync("national/absence.csv", Content, ("published", "2013-01-01"));

        // Where it was replaced under the read, storage refuses; the host tries again.
        try
        {
            await Task.WhenAll([
                .. early,
                .. Enumerable.Range(0, 5).Select(_ => store.Ingestion.IngestAsync(Feed.National, blob, default)),
            ]);
        }
        catch (RequestFailedException fault) when (fault.Status == 412) { }

        var release = await store.Ledger.AllAsync(default).SingleAsync();
        (release.Status, release.Published).ShouldBe((ReleaseStatus.Complete, new(2013, 1, 1)));
        (await KeptAsync(store, release))["published"].ShouldBe("2013-01-01");
    }

    [Fact]
    public async Task A_file_that_keeps_changing_while_it_is_read_is_given_back_to_the_host()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Content, ("published", "2012-03-01"));
        var day = 1;
        var changing = new Interference(request =>
            request.Method == RequestMethod.Head
            && request.Uri.Path.EndsWith("landing/national/absence.csv", StringComparison.Ordinal)
                ? blob.SetMetadataAsync(new Dictionary<string, string> { ["published"] = $"2012-03-{++day:00}" })
                : Task.CompletedTask
        );
        var storage = changing.On(emulator);
        var ingestion = new Ingestion(
            storage,
            new(storage, FeedReader.SourceFormats),
            new(storage),
            new(storage),
            new()
        );

        await Should.ThrowAsync<IOException>(() =>
            ingestion.IngestAsync(Feed.National, storage.Landing.GetBlobClient(blob.Name), default)
        );

        (await store.Ingestion.IngestAsync(Feed.National, blob, default)).Published.ShouldBe(new(2012, 3, day));
    }

    [Fact]
    public async Task An_older_edition_without_its_date_is_pointed_out_until_it_is_dropped_again_with_it()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "new.csv", TwoYears("200910", "201011"), ("published", "2012-03-28"));

        var old = await store.IngestAsync(Feed.National, "old.csv", TwoYears("200809", "200910"));
        var codes = await CodesAsync(store, old);
        var dated = await store.IngestAsync(
            Feed.National,
            "old.csv",
            TwoYears("200809", "200910"),
            ("published", "2011-03-30")
        );

        codes.ShouldBe(["DATED_BY_ARRIVAL"]);
        (await CodesAsync(store, dated)).ShouldBeEmpty();
    }

    private static string TwoYears(string one, string other) =>
        Csv.Absence(one, "5.6", "5.8") + Csv.Absence(other, "5.5", "5.7")[Csv.AbsenceHeader.Length..];

    private static async Task<IReadOnlyList<string>> CodesAsync(Store store, Release release) =>
        await store.Ledger.FindingsAsync(release, default).Select(f => f.Code).ToListAsync();

    [Fact]
    public async Task Metadata_that_are_set_on_the_blob_where_it_lies_are_taken_by_the_next_sweep()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "absence.csv", Content);
        await store
            .Storage.Landing.GetBlobClient("national/absence.csv")
            .SetMetadataAsync(
                new Dictionary<string, string> { ["published"] = "2012-10-31" },
                cancellationToken: TestContext.Current.CancellationToken
            );
        store.Time.Advance(TimeSpan.FromHours(1));

        await store.SweepAsync();

        (await store.Ledger.FindAsync(Feed.National, release.Id, default))!.Published.ShouldBe(new(2012, 10, 31));
    }

    [Fact]
    public async Task The_same_content_in_another_feeds_folder_is_refused_and_says_where_it_counts()
    {
        var store = await Store.EmptyAsync(emulator);
        var first = await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "2012-03-28"));

        foreach (var published in new[] { "2020-01-01", "2020-01-01", "2021-01-01" })
        {
            var again = await store.IngestAsync(Feed.Obesity, "absence.csv", Content, ("published", published));
            (again.Status, again.Observations).ShouldBe((ReleaseStatus.Quarantined, 0));
            again.OutcomeInFull.ShouldBe("already received as national/absence.csv");
            var finding = (await store.Ledger.FindingsAsync(again, default).ToListAsync()).Single(f =>
                f.Code == "ALREADY_RECEIVED"
            );
            finding.Message.ShouldContain(first.Id);
            finding.Message.ShouldContain("absence.csv");
            finding.Message.ShouldContain("national.");
            (
                await store
                    .Storage.Quarantine.GetBlobClient(again.BlobName)
                    .ExistsAsync(TestContext.Current.CancellationToken)
            ).Value.ShouldBeTrue();
            (await store.Storage.Quarantine.GetBlobClient($"{again.Id}/findings.html").DownloadContentAsync())
                .Value.Content.ToString()
                .ShouldContain("Its figures are used once, from there.");
        }
        (await store.Ledger.AllAsync(default).Where(r => r.Status == ReleaseStatus.Complete).SingleAsync()).Id.ShouldBe(
            first.Id
        );
    }

    [Fact]
    public async Task The_same_content_that_another_feed_refused_is_taken()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.csv", Content, ("published", "28 March"));
        (await store.IngestAsync(Feed.Obesity, "absence.csv", Content, ("published", "2012-03-28"))).Status.ShouldBe(
            ReleaseStatus.Complete
        );
    }

    private static async Task<IDictionary<string, string>> KeptAsync(Store store, Release release) =>
        (await store.Storage.Archive.GetBlobClient(release.BlobName).GetPropertiesAsync()).Value.Metadata;
}
