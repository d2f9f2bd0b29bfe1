using System.Net;
using System.Text;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A catalogue in config that cannot be used: the last good one goes on, and everything says so.</summary>
[Collection("Alone")]
public sealed class CatalogueTests(Emulator emulator)
{
    public static TheoryData<string> Broken =>
        [
            "",
            "{",
            "null",
            "[]",
            "{ \"titel\": 1 }",
            "not json",
            "\u0000",
            "{\"title\":\"T\",\"area\":\"E10000024\",\"priorities\":[],\"indicators\":[null]}",
            "{\"title\":\"T\",\"area\":\"E07000170\",\"priorities\":[],\"indicators\":[]}",
        ];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Pages_health_files_and_snapshots_go_on_by_the_last_good_one_and_say_so(string broken)
    {
        var store = await Store.EmptyAsync(emulator);
        var edited = (await ShippedCatalogue.ReadAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal);
        await PutAsync(store, edited);
        var good = await store.References.LoadAsync(default);
        good.NotInUse.ShouldBeNull();
        await PutAsync(store, broken);

        await using var host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
                Log = LogLevel.None,
            }
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("x-functions-key", host.Key);
        var restarted = new ReferenceStore(store.Storage, FeedReader.SourceFormats);
        (await restarted.LoadAsync(default)).Catalogue.Hash.ShouldBe(good.Catalogue.Hash);

        var release = await new Ingestion(store.Storage, restarted, store.Ledger, store.Series, new()).IngestAsync(
            Feed.National,
            await store.DropAsync(
                "national/absence.csv",
                Csv.Absence("201011", "5.6", "5.8"),
                ("published", "2012-03-28")
            ),
            default
        );
        (release.Status, release.Catalogue).ShouldBe((ReleaseStatus.Complete, good.Catalogue.Hash));
        (await store.Ledger.FindingsAsync(release, default).ToListAsync(TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .Code.ShouldBe("CATALOGUE_NOT_IN_USE");
        var answer = await http.PostAsync("api/snapshots?asAt=2012-09-30", null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var made = (await store.Snapshots.HeadersAsync("E10000024", Cadence.Trust, default)).ShouldHaveSingleItem();
        (await store.Snapshots.ReadAsync(made, default)).Edition!.Reason.ShouldEndWith(
            "The newest catalogue could not be used, so the last good one was."
        );

        foreach (
            var page in new[]
            {
                "",
                "due.html",
                "indicators/index.html",
                "indicators/overall-absence.html",
                "releases/index.html",
                $"releases/{release.Id}.html",
                "snapshots/E10000024/2012-09-30/",
                "nothing.html",
                "due.json",
            }
        )
        {
            var got = await http.GetAsync(page, TestContext.Current.CancellationToken);
            got.StatusCode.ShouldBe(page == "nothing.html" ? HttpStatusCode.NotFound : HttpStatusCode.OK, page);
            (await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
                "The catalogue in config is not in use: ",
                Case.Sensitive,
                page
            );
        }
        var health = await http.GetAsync("api/health", TestContext.Current.CancellationToken);
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
            "The catalogue in config is not in use: "
        );
    }

    [Fact]
    public async Task Without_an_earlier_one_the_shipped_catalogue_goes_on_and_so_it_does_where_config_went_back_to_it()
    {
        var store = await Store.EmptyAsync(emulator);
        await PutAsync(store, "{");
        (await store.References.LoadAsync(default)).Catalogue.Hash.ShouldBe(Reference.Default.Catalogue.Hash);

        await PutAsync(
            store,
            (await ShippedCatalogue.ReadAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal)
        );
        (await store.References.LoadAsync(default)).Catalogue.Hash.ShouldNotBe(Reference.Default.Catalogue.Hash);
        await store.Storage.Config.DeleteBlobAsync(
            "catalogue.json",
            cancellationToken: TestContext.Current.CancellationToken
        );
        (await store.References.LoadAsync(default)).ShouldBe(Reference.Default);
        await PutAsync(store, "{");

        var now = await new ReferenceStore(store.Storage, FeedReader.SourceFormats).LoadAsync(default);

        (
            now.Catalogue.Hash,
            now.NotInUse!.EndsWith("The one that the product ships is used instead.", StringComparison.Ordinal)
        ).ShouldBe((Reference.Default.Catalogue.Hash, true));
    }

    [Fact]
    public async Task A_broken_register_of_areas_keeps_the_catalogue_and_the_areas_that_were_good_together()
    {
        var store = await Store.EmptyAsync(emulator);
        await PutAsync(
            store,
            (await ShippedCatalogue.ReadAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal)
        );
        var good = await store.References.LoadAsync(default);
        await store
            .Storage.Config.GetBlobClient("areas.json")
            .UploadAsync(BinaryData.FromString("{\"source\":\"s\",\"areas\":[null]}"));

        var now = await new ReferenceStore(store.Storage, FeedReader.SourceFormats).LoadAsync(default);

        now.Catalogue.Hash.ShouldBe(good.Catalogue.Hash);
        now.NotInUse!.ShouldContain("The area register has null at $.areas[0]");
    }

    [Fact]
    public async Task A_hundred_megabytes_are_not_read()
    {
        var store = await Store.EmptyAsync(emulator);
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(new BinaryData(new byte[100 * 1024 * 1024]));
        var before = GC.GetTotalAllocatedBytes();

        var now = await store.References.LoadAsync(default);

        now.NotInUse!.ShouldContain("catalogue.json is larger than 4 MB.");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(20 * 1024 * 1024);
    }

    [Fact]
    public async Task A_catalogue_that_is_good_again_is_used_at_once()
    {
        var store = await Store.EmptyAsync(emulator);
        await PutAsync(store, "{");
        (await store.References.LoadAsync(default)).NotInUse.ShouldNotBeNull();
        var edited = (await ShippedCatalogue.ReadAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal);
        await PutAsync(store, edited);
        var now = await store.References.LoadAsync(default);
        (now.NotInUse, now.Catalogue.PriorityTitle("5")).ShouldBe((null, "Attendance"));
    }

    [Fact]
    public async Task Each_change_is_logged_once()
    {
        var store = await Store.EmptyAsync(emulator);
        var log = new Recorder();
        var references = new ReferenceStore(store.Storage, FeedReader.SourceFormats, log);
        foreach (
            var text in new[]
            {
                "{",
                "{",
                "null",
                await ShippedCatalogue.ReadAsync(),
                await ShippedCatalogue.ReadAsync(),
            }
        )
        {
            await PutAsync(store, text);
            await references.LoadAsync(default);
        }
        log.Lines.Select(l => l.Name).ShouldBe(["CatalogueNotInUse", "CatalogueNotInUse", "CatalogueInUse"]);
        log.Lines[1].Line.ShouldStartWith("The catalogue in config is not in use: The catalogue is empty.");
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_kept_is_in_use_and_that_is_logged_once()
    {
        var store = await Store.EmptyAsync(emulator);
        var log = new Recorder();
        var references = new ReferenceStore(store.Storage, FeedReader.SourceFormats, log);
        await PutAsync(store, (await ShippedCatalogue.ReadAsync()).Replace("Priority 5", "Attendance"));
        await store.Storage.Archive.DeleteAsync();
        (await references.LoadAsync(default)).Catalogue.PriorityTitle("5").ShouldBe("Attendance");
        await references.LoadAsync(default);
        log.Lines.ShouldHaveSingleItem().Name.ShouldBe("CatalogueNotKept");
    }

    private sealed class Recorder : ILogger<ReferenceStore>
    {
        public List<(string? Name, string Line)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add((eventId.Name, formatter(state, exception)));
    }

    private static async Task PutAsync(Store store, string text) =>
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(text)), overwrite: true);
}
