using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Local.Emulator;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Benchmarks;

/// <summary>What the local host does under many files at once, and over a long time.</summary>
internal static class Endurance
{
    private const int Files = 500;
    private const int Small = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Drops five hundred files at once and waits until the last release is visible.</summary>
    public static async Task<int> LoadAsync()
    {
        await using var run = await HostedRun.StartAsync();
        var contents = Enumerable
            .Range(0, Files)
            .Select(i => EditionFiles.Edition(EditionFiles.DataSets(10)[i % 10], i / 10, Small))
            .ToList();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            contents.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (file, token) => await run.DropAsync($"file-{file.Index}.csv", file.Item, token)
        );
        var dropped = Stopwatch.GetElapsedTime(started);
        int complete;
        while ((complete = await run.CompleteAsync()) < Files && Stopwatch.GetElapsedTime(started) < Patience)
            await Task.Delay(500);
        var took = Stopwatch.GetElapsedTime(started);
        Say(
            $"{complete} of {Files} files are releases {took.TotalSeconds:0.0} s after the first was dropped "
                + $"({dropped.TotalSeconds:0.0} s of it the dropping): {complete / took.TotalSeconds:0.0} files a "
                + $"second. The longest any waited is at most {took.TotalSeconds:0.0} s. Memory {Megabytes():0} MB. "
                + $"Poisoned {await run.FailedAsync()}."
        );
        return complete == Files ? 0 : 1;
    }

    /// <summary>Drops, replaces and makes snapshots for some time, and tells how memory goes.</summary>
    public static async Task<int> SoakAsync(TimeSpan length)
    {
        await using var run = await HostedRun.StartAsync();
        var sets = EditionFiles.DataSets(10);
        var (started, dropped, memory) = (Stopwatch.GetTimestamp(), 0, new List<double>());
        for (var turn = 0; Stopwatch.GetElapsedTime(started) < length; turn++)
        {
            // A new file under a new name, and one that takes the place of an earlier.
            await run.DropAsync($"file-{turn}.csv", EditionFiles.Edition(sets[turn % 10], turn, Small), default);
            await run.DropAsync("replaced.csv", EditionFiles.Edition(sets[turn % 10], -turn - 1, Small), default);
            dropped += 2;
            if (turn % 10 == 9)
                await run.Get<SnapshotProduction>().ProduceAsync(new(new(2025, 9, 30)), default);
            if (turn % 15 == 14)
            {
                GC.Collect();
                memory.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
                Say(
                    $"{Stopwatch.GetElapsedTime(started).TotalMinutes:0.0} min: {dropped} dropped, "
                        + $"{await run.CompleteAsync()} releases, {memory[^1]:0.0} MB held, {Megabytes():0} MB "
                        + "resident."
                );
            }
            await Task.Delay(2000);
        }
        var third = memory.Count / 3;
        var (first, last) = (
            memory.Skip(third).Take(third).DefaultIfEmpty().Average(),
            memory.TakeLast(third).DefaultIfEmpty().Average()
        );
        Say($"Held in the second third {first:0.0} MB, in the last {last:0.0} MB: {last / first:0.00} times.");
        return last <= 1.2 * first && await run.FailedAsync() == 0 ? 0 : 1;
    }

    private static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }

    private static void Say(string sentence) => Console.WriteLine(sentence);

    private sealed class HostedRun(Azurite azurite, FunctionHost host, string folder) : IAsyncDisposable
    {
        public static async Task<HostedRun> StartAsync()
        {
            var folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
            var azurite = await Azurite.StartAsync(new AzuriteOptions { DataFolder = folder }, null, default);
            var host = FunctionHost.Create(
                new FunctionHostOptions
                {
                    Settings = new Dictionary<string, string?>
                    {
                        [PipelineServices.Connection] = azurite.ConnectionString,
                    },
                    RunTimers = true,
                }
            );
            await host.Services.GetRequiredService<PipelineStorage>().EnsureCreatedAsync(default);
            await host.StartAsync(default);
            return new(azurite, host, folder);
        }

        public T Get<T>()
            where T : notnull => host.Services.GetRequiredService<T>();

        public async Task DropAsync(string name, string content, CancellationToken cancellationToken) =>
            await Get<PipelineStorage>()
                .Landing.GetBlobClient($"national/{name}")
                .UploadAsync(BinaryData.FromString(content), new BlobUploadOptions(), cancellationToken);

        public async Task<int> CompleteAsync() =>
            await Get<ReleaseLedger>().AllAsync(default).CountAsync(r => r.Status == ReleaseStatus.Complete);

        public async Task<int> FailedAsync() => await Get<DropLedger>().FailedAsync(default).CountAsync();

        public async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            await azurite.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
