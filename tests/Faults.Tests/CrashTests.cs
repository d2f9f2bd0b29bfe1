using System.Globalization;
using ChildrensTrust.Storage.Tests;

namespace ChildrensTrust.Faults.Tests;

/// <summary>The host process is killed at any moment, and started again. What is in the store at the end is what an
/// undisturbed run leaves, and nobody ever sees half of it.</summary>
[Collection("One store")]
public sealed class CrashTests(Emulator emulator, ITestOutputHelper output) : IDisposable
{
    private const int KillsARound = 6;
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(2)]
    public Task Ingestion_that_is_killed_a_few_times_ends_as_an_undisturbed_one(int kills) => IngestAsync(kills);

    [Theory(Explicit = true)]
    [Trait("Speed", "Slow")]
    [InlineData(42)]
    public Task Ingestion_that_is_killed_again_and_again_ends_as_an_undisturbed_one(int kills) => IngestAsync(kills);

    [Theory]
    [InlineData(2)]
    public Task A_snapshot_whose_making_is_killed_twice_ends_as_an_undisturbed_one(int kills) => SnapshotAsync(kills);

    [Theory(Explicit = true)]
    [Trait("Speed", "Slow")]
    [InlineData(30)]
    public Task A_snapshot_whose_making_is_killed_again_and_again_ends_as_an_undisturbed_one(int kills) =>
        SnapshotAsync(kills);

    private async Task IngestAsync(int kills)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var run = await SampleRun.DropAsync(emulator);
        var undisturbed = await run.UndisturbedAsync();
        var (killed, atWork) = (0, 0);
        while (killed < kills)
        {
            await run.ClearAsync();
            for (var i = 0; i < KillsARound && killed < kills; i++, killed++)
            {
                using var host = HostProcess.Start("up", "--connection", emulator.ConnectionString, "--port", "0");
                // Every second one as soon as the first files are being taken in, or as soon as it listens where some
                // had been, and a little later.
                await (
                    killed % 2 == 0
                        ? host.EndedOrAsync(() => run.Store.Ledger.AllAsync(default).AnyAsync().AsTask())
                        : host.Said
                );
                await Task.Delay(random.Next(0, killed % 2 == 0 ? 40 : 900), TestContext.Current.CancellationToken);
                await host.KillAsync();
                var settled = await run.NothingIsHalfAsync();
                atWork += settled < run.Blobs.Count ? 1 : 0;
            }

            using var last = HostProcess.Start("up", "--connection", emulator.ConnectionString, "--port", "0");
            await SettledAsync(run);
            await last.KillAsync();
            await run.Store.Production.ProduceAsync(SampleRun.Request, default);
            (await run.Store.DumpAsync()).ShouldBe(undisturbed, $"seed {seed}");
        }
        output.WriteLine($"Seed {seed}. Killed {killed} times, {atWork} of them with files still to take in.");
        atWork.ShouldBeGreaterThan(0, $"seed {seed}");
    }

    // Every file is in the ledger of drops, which is written last.
    private static async Task SettledAsync(SampleRun run)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (
                await run.Store.Drops.AllAsync(late.Token).CountAsync(f => f.Release is not null, late.Token)
                == run.Blobs.Count
            )
                return;
            await Task.Delay(100, late.Token);
        }
    }

    private async Task SnapshotAsync(int kills)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var run = await SampleRun.DropAsync(emulator);
        var undisturbed = await run.UndisturbedAsync();
        foreach (var blob in run.Blobs)
            await run.Store.Ingestion.IngestAsync(
                SampleRun.FeedOf(blob),
                run.Store.Storage.Landing.GetBlobClient(blob),
                default
            );
        var (killed, atWork, begun) = (0, 0, 0);
        while (killed < kills)
        {
            await run.ClearSnapshotsAsync();
            for (var i = 0; i < KillsARound && killed < kills; i++, killed++)
            {
                using var process = Make();
                // Every second one as soon as it has begun to write, or as soon as another one had, and a little later.
                if (killed % 2 == 0)
                    await process.EndedOrAsync(run.HasUnfinishedSnapshotAsync);
                else
                    await Task.Delay(random.Next(200, 3000), TestContext.Current.CancellationToken);
                await Task.Delay(random.Next(0, 40), TestContext.Current.CancellationToken);
                atWork += await process.KillAsync() ? 1 : 0;
                await run.NothingIsHalfAsync();
                begun += await run.HasUnfinishedSnapshotAsync() ? 1 : 0;
            }
            await MadeAsync();
            (await run.Store.DumpAsync()).ShouldBe(undisturbed, $"seed {seed}");
        }
        output.WriteLine(
            $"Seed {seed}. Killed {killed} times, {atWork} of them before it had ended, {begun} with some of the "
                + "files written."
        );
        atWork.ShouldBeGreaterThan(0, $"seed {seed}");
    }

    private HostProcess Make() =>
        HostProcess.Start(
            "snapshot",
            "--connection",
            emulator.ConnectionString,
            "--as-at",
            Iso(SampleRun.Request.AsAt),
            "--compiled",
            Iso(SampleRun.Request.Compiled!.Value),
            "--out",
            Path.Combine(_folder, "out")
        );

    private async Task MadeAsync()
    {
        using var process = Make();
        var (code, _, errors) = await process.EndedAsync();
        code.ShouldBe(0, errors);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
