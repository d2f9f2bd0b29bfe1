using Azure.Core;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>In which order things are written, and what is only written once: whatever stops a run, nothing is visible
/// that is not whole.</summary>
[Collection("One store")]
public sealed class WriteOrderTests(Emulator emulator)
{
    private static readonly SnapshotRequest Request = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };

    [Fact]
    public async Task A_file_is_copied_to_the_archive_when_its_findings_and_series_are_written_and_entered_after_that()
    {
        await Store.EmptyAsync(emulator);
        var seen = new Interference();
        // Metadata of a day to come bring a finding.
        await IngestAsync(seen.On(emulator), Csv.Absence("201011", "5.6", "5.8"), "2099-03-28");

        var steps = seen.Writes.Select(StepOf).OfType<string>().ToList();

        // The series of one file go out side by side. The index names the release before the ledger says that it
        // counts.
        steps
            .Where((step, i) => i == 0 || steps[i - 1] != step)
            .ShouldBe(["begun", "rows", "copy", "rows", "entered"]);
        steps.Count(s => s == "rows").ShouldBeGreaterThan(1);

        static string? StepOf(string write) =>
            write.EndsWith("$batch", StringComparison.Ordinal) ? "rows"
            : write.StartsWith("PUT archive/national-", StringComparison.Ordinal) ? "copy"
            : write.EndsWith(" Releases", StringComparison.Ordinal) ? "begun"
            : write.Contains(" Releases(", StringComparison.Ordinal) ? "entered"
            : null;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_fails_before_it_is_whole_leaves_no_copy_that_a_rebuild_would_count(bool series)
    {
        var store = await Store.EmptyAsync(emulator);
        await (series ? store.Storage.Series : store.Storage.Findings).DeleteAsync(
            TestContext.Current.CancellationToken
        );

        await Should.ThrowAsync<Azure.RequestFailedException>(() =>
            IngestAsync(store.Storage, Csv.Absence("201011", "5.6", "5.8"), "2099-03-28")
        );

        await store.Storage.EnsureCreatedAsync(default);
        (
            await store
                .Storage.Archive.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
                .CountAsync(TestContext.Current.CancellationToken)
        ).ShouldBe(0);
        (await store.Rebuild.RunAsync(default).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_snapshot_is_claimed_then_its_files_are_written_then_the_pointer_is_moved_and_last_its_header_is_there()
    {
        var store = await Store.EmptyAsync(emulator);
        await IngestAsync(store.Storage, Csv.Absence("201011", "5.6", "5.8"), "2012-03-28");
        var seen = new Interference();

        await Production(seen.On(emulator), store).ProduceAsync(Request, default);

        const string Folder = "PUT snapshots/E10000024/2012-09-30/";
        var writes = seen.Writes.ToList();
        writes.Count.ShouldBe(7);
        writes[0].ShouldBe($"{Folder}v1/snapshot.json");
        writes[1..5]
            .ShouldBe(
                [
                    $"{Folder}v1/comparison.csv",
                    $"{Folder}v1/comparison.xlsx",
                    $"{Folder}v1/report.docx",
                    $"{Folder}v1/report.html",
                ],
                ignoreOrder: true
            );
        writes[5..].ShouldBe([$"{Folder}latest.json", "POST Snapshots"]);
    }

    [Fact]
    public async Task Of_two_that_claim_one_version_the_second_takes_what_the_first_wrote()
    {
        var store = await Store.EmptyAsync(emulator);
        await IngestAsync(store.Storage, Csv.Absence("201011", "5.6", "5.8"), "2012-03-28");
        var first = new List<Snapshot>();
        // The first one, with an earlier compile date, comes between the look and the write of the second.
        var second = Interference
            .AtFirst(
                r =>
                    r.Method == RequestMethod.Put && r.Uri.Path.EndsWith("/v1/snapshot.json", StringComparison.Ordinal),
                async () =>
                    first.Add(
                        (await store.Production.ProduceAsync(Request with { Compiled = new(2012, 11, 1) }, default))
                            .Produced!
                            .Snapshot
                    )
            )
            .On(emulator);

        var made = (await Production(second, store).ProduceAsync(Request, default)).Produced!.Snapshot;

        (first.ShouldHaveSingleItem().Version, made.Version).ShouldBe((1, 2));
        var kept = await store.Snapshots.HeadersAsync("E10000024", Cadence.Trust, default);
        kept.Select(h => (h.Version, h.Compiled)).ShouldBe([(1, new(2012, 11, 1)), (2, new(2012, 12, 12))]);
        (await store.Snapshots.ReadAsync(kept[0], default)).Compiled.ShouldBe(new(2012, 11, 1));
    }

    [Fact]
    public async Task A_file_of_a_version_that_is_there_is_never_written_again()
    {
        var store = await Store.EmptyAsync(emulator);
        await IngestAsync(store.Storage, Csv.Absence("201011", "5.6", "5.8"), "2012-03-28");
        // A run that died had claimed the version and written one of its files.
        var there = "E10000024/2012-09-30/v1/report.html";
        var production = Production(
            Interference
                .AtFirst(
                    r => r.Method == RequestMethod.Put && r.Uri.Path.EndsWith($"/{there}", StringComparison.Ordinal),
                    () =>
                        store.Storage.Snapshots.GetBlobClient(there).UploadAsync(BinaryData.FromString("there before"))
                )
                .On(emulator),
            store
        );

        await production.ProduceAsync(Request, default);

        (await store.Storage.Snapshots.GetBlobClient(there).DownloadContentAsync(TestContext.Current.CancellationToken))
            .Value.Content.ToString()
            .ShouldBe("there before");
    }

    private static SnapshotProduction Production(PipelineStorage storage, Store store) =>
        new(
            new(storage, FeedReader.SourceFormats),
            new(storage),
            new(storage, new(storage), new(storage)),
            new(storage),
            new ScheduleOptions(),
            store.Time
        );

    private static async Task IngestAsync(PipelineStorage storage, string content, string published)
    {
        var blob = storage.Landing.GetBlobClient("national/absence.csv");
        await blob.UploadAsync(
            BinaryData.FromString(content),
            new Azure.Storage.Blobs.Models.BlobUploadOptions
            {
                Metadata = new Dictionary<string, string> { ["published"] = published },
            }
        );
        await new Ingestion(
            storage,
            new(storage, FeedReader.SourceFormats),
            new(storage),
            new(storage),
            new IngestionOptions()
        ).IngestAsync(Feed.National, blob, default);
    }
}
