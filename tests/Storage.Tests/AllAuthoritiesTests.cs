using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The snapshots of all authorities, made in one pass over the store, are those that each of them would get by
/// itself.</summary>
[Collection("Another store")]
public sealed class AllAuthoritiesTests(Emulator emulator)
{
    private static readonly SnapshotRequest Request = new(new(2025, 9, 30)) { Compiled = new(2025, 12, 12) };

    [Fact]
    public async Task Each_is_what_asking_for_it_alone_gives()
    {
        var store = await FilledAsync();
        var all = await store
            .Production.ProduceAllAsync(Request, default)
            .ToListAsync(TestContext.Current.CancellationToken);
        all.Select(o => o.Produced!.Snapshot.Area.Code)
            .ShouldBe(Reference.Default.Areas.All.Where(a => a.IsUpperTier && a.Until is null).Select(a => a.Code));
        foreach (var area in new[] { "E10000024", "E09000033", "E06000065" })
        {
            var alone = (await store.Production.ProduceAsync(Request with { Area = area }, default)).Produced!;
            alone.AlreadyThere.ShouldBeTrue(area);
            SnapshotJson
                .Write(alone.Snapshot)
                .ToString()
                .ShouldBe(
                    SnapshotJson
                        .Write(all.Single(o => o.Produced!.Snapshot.Area.Code == area).Produced!.Snapshot)
                        .ToString()
                );
        }
    }

    [Fact]
    public async Task Asked_for_again_they_are_those_that_are_there_and_newer_figures_make_the_next_versions()
    {
        var store = await FilledAsync();
        await store.Production.ProduceAsync(Request with { Area = "E09000033" }, default);
        (
            await store
                .Production.ProduceAllAsync(Request, default)
                .CountAsync(o => o.Produced!.AlreadyThere, TestContext.Current.CancellationToken)
        ).ShouldBe(1);
        var before = await store.DumpAsync();
        (
            await store
                .Production.ProduceAllAsync(Request, default)
                .AllAsync(o => o.Produced!.AlreadyThere, TestContext.Current.CancellationToken)
        ).ShouldBeTrue();
        (await store.DumpAsync()).ShouldBe(before);

        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("202425", "5.9", "5.8"),
            ("published", "2025-10-01")
        );
        (
            await store
                .Production.ProduceAllAsync(Request, default)
                .AllAsync(
                    o => o.Produced is { AlreadyThere: false, Snapshot.Version: 2 },
                    TestContext.Current.CancellationToken
                )
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task Broken_off_nothing_goes_on_and_the_next_run_makes_the_rest()
    {
        var store = await FilledAsync();
        await store
            .Production.ProduceAllAsync(Request, default)
            .Take(3)
            .ToListAsync(TestContext.Current.CancellationToken);
        var (begun, dump) = ((await store.Snapshots.AllHeadersAsync(default)).Count, await store.DumpAsync());
        begun.ShouldBeInRange(3, 20);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        (await store.DumpAsync()).ShouldBe(dump);

        (
            await store
                .Production.ProduceAllAsync(Request, default)
                .CountAsync(o => o.Produced!.AlreadyThere, TestContext.Current.CancellationToken)
        ).ShouldBe(begun);
    }

    [Fact]
    public async Task What_cannot_be_made_is_refused_once()
    {
        var store = await FilledAsync();
        var refused = await store
            .Production.ProduceAllAsync(Request with { Compiled = new(2025, 9, 1) }, default)
            .SingleAsync(TestContext.Current.CancellationToken);
        (refused.Produced, refused.Refusal!.Code).ShouldBe((null, "SNAPSHOT_DATES"));
    }

    private async Task<Store> FilledAsync()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("202324", "5.6", "5.8"),
            ("published", "2025-03-28")
        );
        return store;
    }
}
