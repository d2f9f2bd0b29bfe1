using System.Diagnostics;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Storage.Tests;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Faults.Tests;

/// <summary>Five hundred files dropped as fast as the emulator takes them: each is ingested within a minute, whether
/// events come or not.</summary>
[Collection("One store")]
public sealed class BurstTests(Emulator emulator)
{
    private const int Files = 500;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact(Explicit = true)]
    public async Task The_local_host_ingests_every_file_of_a_burst_within_a_minute()
    {
        var store = await Store.EmptyAsync(emulator);
        await using var host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
                Log = LogLevel.None,
            }
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        var started = Stopwatch.GetTimestamp();
        await DropAsync(store);
        while (await CompleteAsync(store) < Files && Stopwatch.GetElapsedTime(started) < Minute)
            await Task.Delay(500, TestContext.Current.CancellationToken);

        (await CompleteAsync(store)).ShouldBe(Files);
    }

    [Fact(Explicit = true)]
    public async Task The_sweep_alone_ingests_every_file_of_a_burst_within_a_minute_where_no_event_comes()
    {
        var store = await Store.EmptyAsync(emulator);
        await DropAsync(store);
        store.Time.Advance(2 * LandingReconciliation.Settling);
        var started = Stopwatch.GetTimestamp();

        var swept = await store.Sweep.MissedAsync(default).ToListAsync(TestContext.Current.CancellationToken);

        var took = Stopwatch.GetElapsedTime(started);
        swept.Count(s => s.Missed).ShouldBe(Files);
        (await CompleteAsync(store)).ShouldBe(Files);
        took.ShouldBeLessThan(Minute);
    }

    private static Task DropAsync(Store store) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, Files),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) =>
                await store.DropAsync(
                    $"national/file-{i}.csv",
                    Csv.Absence("201011", $"{i / 100 + 1}.{i % 100}", "5.8")
                )
        );

    private static async Task<int> CompleteAsync(Store store) =>
        await store.Ledger.AllAsync(default).CountAsync(r => r.Status == ReleaseStatus.Complete);
}
