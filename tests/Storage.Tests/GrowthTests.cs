using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Health;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Storage.Tests;

/// <summary>Ten years of releases cost a snapshot, an ingestion and a page hardly more than one: the requests and the
/// bytes read are counted, which is what storage bills and what no busy machine changes.</summary>
[Collection("Another store")]
public sealed class GrowthTests(Emulator emulator)
{
    private static readonly SnapshotRequest Request = new(new(2025, 9, 30)) { Compiled = new(2025, 12, 12) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed record Counted(int Requests, long Bytes);

    private sealed record Limit(double Requests, double Bytes);

    // The outline of a release that a page reads is 0.4 KB, which is no multiple of anything.
    private static readonly Dictionary<string, Limit> Most = new()
    {
        ["snapshot"] = new(1.5, 1.5),
        ["file taken in"] = new(1.1, 1.1),
        ["home page"] = new(2, 2),
        ["releases page"] = new(2, double.MaxValue),
        ["release page"] = new(2, 2),
        ["status"] = new(2, double.MaxValue),
    };

    // Each row of the index that a snapshot reads is 0.6 KB: at a thousand releases its bytes miss the 1.5.
    private static readonly Dictionary<string, Limit> MostOfAThousand = new(Most) { ["snapshot"] = new(1.5, 1.7) };

    [Fact]
    public async Task Two_hundred_releases_cost_hardly_more_than_twenty_and_as_much_as_the_docs_say()
    {
        var counted = await CompareAsync(20, 200, Most);
        foreach (var (what, cost) in CostTable.Read())
        {
            counted.ShouldContainKey(what);
            ((double)cost.Requests).ShouldBe(counted[what].Requests, Math.Ceiling(counted[what].Requests / 10d), what);
            cost.Megabytes.ShouldBe(counted[what].Bytes / 1e6, 0.1 + (counted[what].Bytes / 1e7), what);
        }
    }

    /// <summary>Ten years of England: docs/scale.md.</summary>
    [Fact(Explicit = true)]
    public Task A_thousand_releases_cost_hardly_more_than_ten() => CompareAsync(10, 1000, MostOfAThousand);

    [Fact]
    public async Task A_rebuild_asks_as_often_for_each_file_however_many_there_are()
    {
        var (few, many) = (await RebuildAsync(5), await RebuildAsync(50));
        (many.Requests / 50d).ShouldBeLessThanOrEqualTo(few.Requests / 5d);
        (many.Bytes / 50d).ShouldBeLessThanOrEqualTo(few.Bytes / 5d);
    }

    [Fact]
    public async Task A_snapshot_counts_the_findings_of_its_files_without_reading_them()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("202324", "5.6", "5.8") + "\n\n",
            ("published", "2025-03-20")
        );
        var found = await store.Ledger.FindingsAsync(release, Stop).ToListAsync(Stop);
        found.ShouldNotBeEmpty();

        var requests = new RequestCount();
        var storage = requests.Over(emulator.ConnectionString);
        var outcome = await Production(storage, store).ProduceAsync(Request, Stop);

        outcome
            .Produced!.Snapshot.Findings.Select(f => (f.Code, f.Severity, f.Count))
            .ShouldBe(
                found
                    .GroupBy(f => (f.Code, f.Severity))
                    .Select(g => (g.Key.Code, g.Key.Severity.ToString().ToLowerInvariant(), g.Sum(f => f.Count)))
            );
        requests.Made.ShouldNotContain(r => r.Contains(storage.Findings.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_year_in_the_docs_is_the_sum_of_its_lines() => CostTable.Sums().ShouldBe(CostTable.WrittenSums());

    private async Task<Dictionary<string, Counted>> CompareAsync(int few, int many, Dictionary<string, Limit> limits)
    {
        var (before, after) = (await CountAsync(few, false), await CountAsync(many, true));
        foreach (var (what, counted) in after)
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{what}: {before.GetValueOrDefault(what)} at {few}, {counted} at {many}"
            );
        foreach (var (what, most) in limits)
        {
            ((double)after[what].Requests / before[what].Requests).ShouldBeLessThanOrEqualTo(most.Requests, what);
            ((double)after[what].Bytes / before[what].Bytes).ShouldBeLessThanOrEqualTo(most.Bytes, what);
        }
        return after;
    }

    private async Task<Dictionary<string, Counted>> CountAsync(int releases, bool withAllAuthorities)
    {
        var store = await Store.EmptyAsync(emulator);
        await GrownStore.FillAsync(store, releases);
        var first = await store.DropAsync(
            "national/first.csv",
            Csv.Absence("202324", "5.6", "5.5"),
            ("published", "2025-10-02")
        );
        await store.Ingestion.IngestAsync(Feed.National, first, Stop);
        var more = await store.DropAsync(
            "national/more.csv",
            Csv.Absence("202425", "5.6", "5.5"),
            ("published", "2025-10-03")
        );
        var newest = await store
            .Ledger.AllAsync(Stop)
            .Where(r => r.File.StartsWith("publication_1_", StringComparison.Ordinal))
            .MaxByAsync(r => r.Published, cancellationToken: Stop);
        var counted = new Dictionary<string, Counted>
        {
            ["ledger"] = await CountAsync(async s => await new ReleaseLedger(s).AllAsync(Stop).CountAsync(Stop)),
            ["file taken in"] = await CountAsync(s =>
                new Ingestion(s, new(s, FeedReader.SourceFormats), new(s), new(s), new IngestionOptions()).IngestAsync(
                    Feed.National,
                    more,
                    Stop
                )
            ),
            ["snapshot"] = await CountAsync(async s =>
                (await Production(s, store).ProduceAsync(Request, Stop)).Produced.ShouldNotBeNull()
            ),
            ["look for missed files"] = await CountAsync(async s =>
                await Sweep(s, store).MissedAsync(Stop).CountAsync(Stop)
            ),
            ["daily sweep"] = await CountAsync(async s => await Sweep(s, store).AllAsync(Stop).CountAsync(Stop)),
            ["daily health check"] = await CountAsync(async s =>
            {
                await using var services = Services(s, store);
                await services.GetRequiredService<PipelineHealth>().CheckAsync(Stop);
            }),
            ["home page"] = await CountAsync(s => OpenAsync(s, store, "index.html")),
            ["releases page"] = await CountAsync(s => OpenAsync(s, store, "releases/index.html")),
            ["release page"] = await CountAsync(s => OpenAsync(s, store, $"releases/{newest!.Id}.html")),
            ["status"] = await CountAsync(StatusAsync),
        };
        if (withAllAuthorities)
            counted["snapshots of all authorities"] = await CountAsync(async s =>
                await Production(s, store).ProduceAllAsync(Request, Stop).CountAsync(Stop)
            );
        return counted;
    }

    private async Task<Counted> RebuildAsync(int files)
    {
        var store = await Store.EmptyAsync(emulator);
        for (var i = 0; i < files; i++)
            await store.IngestAsync(Feed.National, $"{i}.csv", Csv.Absence("202324", $"5.{i}", "5.5"));
        var counted = await CountAsync(async s =>
            (
                await new ReleaseRebuild(s, new(s, FeedReader.SourceFormats), new(s), new(s), new IngestionOptions())
                    .RunAsync(Stop)
                    .CountAsync(r => r.Release is not null, Stop)
            ).ShouldBe(files)
        );
        TestContext.Current.TestOutputHelper!.WriteLine($"rebuild: {counted} at {files}");
        return counted;
    }

    // What the command reads.
    private static async Task StatusAsync(PipelineStorage storage)
    {
        var ledger = new ReleaseLedger(storage);
        var newest = (await ledger.OutlineAsync(Stop)).Take(ReleaseOutline.MostShown);
        (await ledger.ReadAsync([.. newest], Stop)).ShouldNotBeEmpty();
        await new DropLedger(storage).FailedAsync(Stop).CountAsync(Stop);
        await new UnroutedFiles(storage).AllAsync(Stop).CountAsync(Stop);
    }

    private async Task<Counted> CountAsync(Func<PipelineStorage, Task> doAsync)
    {
        var requests = new RequestCount();
        await doAsync(requests.Over(emulator.ConnectionString));
        return new(requests.Made.Count, requests.Bytes);
    }

    private static LandingReconciliation Sweep(PipelineStorage storage, Store store)
    {
        var (ledger, drops) = (new ReleaseLedger(storage), new DropLedger(storage));
        var ingestion = new Ingestion(
            storage,
            new(storage, FeedReader.SourceFormats),
            ledger,
            new(storage),
            new IngestionOptions()
        );
        return new(storage, ingestion, ledger, drops, new(storage, drops, store.Time), store.Time);
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

    private static async Task OpenAsync(PipelineStorage storage, Store store, string address)
    {
        await using var services = Services(storage, store);
        (await services.GetRequiredService<PageRouter>().OpenAsync(address, Stop)).IsFound.ShouldBeTrue();
    }

    private static ServiceProvider Services(PipelineStorage storage, Store store) =>
        new ServiceCollection()
            .AddSingleton<TimeProvider>(store.Time)
            .AddPipeline(new ConfigurationBuilder().Build())
            .AddSingleton(storage)
            .BuildServiceProvider();
}
