using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A file and the companion that describes its columns are two blobs with an event each: what comes of them
/// does not depend on which is first.</summary>
[Collection("One store")]
public sealed class CompanionTests(Emulator emulator)
{
    private const string Header =
        "col_name,col_type,label,indicator_grouping,indicator_unit,filter_hint,filter_grouping_column\n";
    private const string Gone =
        Header
        + "school_type,Filter,School "
        + "type,,,,\nsess_overall_percent,Indicator,Overall,,%,,\nsess_gone,Indicator,Gone,,%,,\n";
    private const string OtherUnit =
        Header + "school_type,Filter,School type,,,,\nsess_overall_percent,Indicator,Overall,,pp,,\n";

    private static readonly string Data = Csv.Absence("201011", "5.6", "5.8");

    [Fact]
    public async Task A_companion_that_comes_after_its_file_is_held_against_it()
    {
        var store = await Store.EmptyAsync(emulator);
        var before = await store.IngestAsync(Feed.National, "absence.csv", Data);
        await store.IngestAsync(Feed.National, "absence.meta.csv", OtherUnit);
        var after = (await store.Ledger.FindAsync(Feed.National, before.Id, default))!;
        (await CodesAsync(store, after)).ShouldBe(["META_UNIT_CONTRADICTS"]);
        (before.Companion, after.Status, after.Observations, after.SeriesVersion).ShouldBe(
            (null, ReleaseStatus.Complete, before.Observations, before.SeriesVersion)
        );
        (await store.Storage.Archive.GetBlobClient(after.BlobName + ".meta.csv").DownloadContentAsync())
            .Value.Content.ToString()
            .ShouldBe(OtherUnit);
    }

    [Theory]
    [InlineData("absence.csv", "absence.meta.csv")]
    [InlineData("absence.meta.csv", "absence.csv")]
    public async Task Either_may_come_first_and_both_more_than_once(string first, string second)
    {
        var store = await Store.EmptyAsync(emulator);
        foreach (var name in new[] { first, second, first, second, second, first })
            await store.IngestAsync(Feed.National, name, name == "absence.csv" ? Data : Gone);
        var releases = await store.Ledger.AllAsync(default).ToListAsync();
        releases.Count.ShouldBe(2);
        (await CodesAsync(store, releases.Single(r => r.File == "absence.csv"))).ShouldBe(["META_VARIABLE_ABSENT"]);
    }

    [Fact]
    public async Task Both_at_once_by_several_instances_end_as_one_after_the_other()
    {
        var store = await Store.EmptyAsync(emulator);
        var data = await store.DropAsync("national/absence.csv", Data);
        var meta = await store.DropAsync("national/absence.meta.csv", Gone);
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => store.Ingestion.IngestAsync(Feed.National, i % 2 == 0 ? data : meta, default))
        );
        var release = await store.Ledger.AllAsync(default).SingleAsync(r => r.File == "absence.csv");
        (await CodesAsync(store, release)).ShouldBe(["META_VARIABLE_ABSENT"]);
    }

    [Fact]
    public async Task One_that_lands_while_its_file_is_read_is_held_against_it_though_its_own_event_was_before()
    {
        var store = await Store.EmptyAsync(emulator);
        var options = new BlobClientOptions();
        options.AddPolicy(
            new AtFirst(
                request =>
                    request.Method == RequestMethod.Get
                    && request.Uri.Path.EndsWith("/absence.csv", StringComparison.Ordinal),
                () => store.DropAsync("national/absence.meta.csv", Gone)
            ),
            HttpPipelinePosition.PerCall
        );
        var storage = new PipelineStorage(new(emulator.ConnectionString, options), new(emulator.ConnectionString));
        var ledger = new ReleaseLedger(storage);
        var data = storage.Landing.GetBlobClient((await store.DropAsync("national/absence.csv", Data)).Name);
        var release = await new Ingestion(
            storage,
            new(storage, FeedReader.SourceFormats),
            ledger,
            new(storage),
            new IngestionOptions()
        ).IngestAsync(Feed.National, data, default);
        (await CodesAsync(store, release)).ShouldBe(["META_VARIABLE_ABSENT"]);
    }

    [Fact]
    public async Task A_replaced_companion_is_what_counts()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "absence.csv", Data);
        await store.IngestAsync(Feed.National, "absence.meta.csv", Gone);
        await store.IngestAsync(Feed.National, "absence.meta.csv", OtherUnit);
        (await CodesAsync(store, (await store.Ledger.FindAsync(Feed.National, release.Id, default))!)).ShouldBe([
            "META_UNIT_CONTRADICTS",
        ]);
    }

    [Fact]
    public async Task A_companion_counts_on_when_it_is_gone_and_when_the_content_comes_under_another_name()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.meta.csv", Gone);
        var release = await store.IngestAsync(Feed.National, "absence.csv", Data);
        await store.Storage.Landing.DeleteBlobAsync("national/absence.meta.csv");
        (await store.IngestAsync(Feed.National, "absence.csv", Data)).Companion.ShouldBe(release.Companion);
        await store.DropAsync("national/copy.meta.csv", OtherUnit);
        (await store.IngestAsync(Feed.National, "copy.csv", Data)).Companion.ShouldBe(release.Companion);
        (await CodesAsync(store, (await store.Ledger.FindAsync(Feed.National, release.Id, default))!)).ShouldBe([
            "META_VARIABLE_ABSENT",
        ]);
    }

    [Fact]
    public async Task A_companion_counts_on_when_its_file_is_read_again_by_another_catalogue()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.meta.csv", Gone);
        var before = await store.IngestAsync(Feed.National, "absence.csv", Data);
        await store.Storage.Landing.DeleteBlobAsync("national/absence.meta.csv");
        using var shipped = typeof(Reference).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var reader = new StreamReader(shipped);
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(
                BinaryData.FromString(
                    (await reader.ReadToEndAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal)
                )
            );
        var after = await store.IngestAsync(Feed.National, "absence.csv", Data);
        after.Catalogue.ShouldNotBe(before.Catalogue);
        (await CodesAsync(store, after)).ShouldBe(["META_VARIABLE_ABSENT"]);
    }

    [Theory]
    [InlineData("nothing,that,describes\n1,2,3\n")]
    [InlineData("")]
    public async Task What_is_named_as_a_companion_and_is_none_changes_nothing(string content)
    {
        var store = await Store.EmptyAsync(emulator);
        var id = (await store.IngestAsync(Feed.National, "absence.csv", Data)).Id;
        var before = await LinesAsync();
        before.ShouldNotBeEmpty();
        await store.IngestAsync(Feed.National, "absence.meta.csv", content);
        (await LinesAsync()).ShouldBe(before);

        async Task<string[]> LinesAsync() =>
            [
                .. (await store.DumpAsync())
                    .Split('\n')
                    .Where(l =>
                        l.Contains(id, StringComparison.Ordinal)
                        || l.Contains(StorageKey.Encode(id), StringComparison.Ordinal)
                    ),
            ];
    }

    private static async Task<IEnumerable<string>> CodesAsync(Store store, Release release) =>
        (await store.Ledger.FindingsAsync(release, default).ToListAsync()).Select(f => f.Code);

    /// <summary>Does something before the first request of a kind goes out.</summary>
    private sealed class AtFirst(Func<Request, bool> isIt, Func<Task> doAsync) : HttpPipelinePolicy
    {
        private bool _done;

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!_done && isIt(message.Request))
            {
                _done = true;
                await doAsync();
            }
            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException();
    }
}
