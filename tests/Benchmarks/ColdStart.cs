using System.Diagnostics;
using System.Globalization;
using ChildrensTrust.EndToEnd.Tests.Worker;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Benchmarks;

internal static class ColdStart
{
    public static async Task RunAsync(string app, int rounds, params (string, string)[] settings)
    {
        await using var bench = await Bench.StartAsync();
        var file = Path.Combine(
            ChildrensTrust.Tests.SourceFolder.Of("sample-feeds"),
            "2012",
            "national",
            "pupil_absence_2009_10_to_2010_11.csv"
        );
        var all = new List<double[]>();
        for (var i = 0; i < rounds; i++)
        {
            await bench.EmptyAsync();
            var blob = await bench.DropAsync(file);
            var times = new List<double>();
            var at = Stopwatch.GetTimestamp();
            WorkerHost? h = null;
            var cpu = TimeSpan.Zero;
            void Lap()
            {
                times.Add(Stopwatch.GetElapsedTime(at).TotalSeconds);
                times.Add((h!.ProcessorTime - cpu).TotalSeconds);
                cpu = h.ProcessorTime;
                at = Stopwatch.GetTimestamp();
            }
            await using var host = await WorkerHost.StartAsync(app, [("Landing", bench.ConnectionString), .. settings]);
            h = host;
            Lap();
            await host.BlobAsync("NationalReleases", "landing", blob.Name);
            Lap();
            (
                await host.SendAsync(
                    "ProduceSnapshot",
                    HttpMethod.Post,
                    "api/snapshots?asAt=2012-09-30&compiled=2012-12-12"
                )
            ).EnsureSuccessStatusCode();
            Lap();
            await File.AppendAllTextAsync(file + ".x", "");
            File.Delete(file + ".x");
            await blob.UploadAsync(BinaryData.FromString(await File.ReadAllTextAsync(file) + "\n"), overwrite: true);
            at = Stopwatch.GetTimestamp();
            await host.BlobAsync("NationalReleases", "landing", blob.Name);
            Lap();
            await bench.WithoutSnapshotsAsync();
            at = Stopwatch.GetTimestamp();
            (
                await host.SendAsync(
                    "ProduceSnapshot",
                    HttpMethod.Post,
                    "api/snapshots?asAt=2012-09-30&compiled=2012-12-12"
                )
            ).EnsureSuccessStatusCode();
            Lap();
            all.Add([.. times]);
            Console.WriteLine(
                "  " + string.Join(' ', times.Select(t => t.ToString("0.000", CultureInfo.InvariantCulture)))
            );
        }
        Console.WriteLine(
            $"min start {Min(0)} file {Min(1)} snapshot {Min(2)} | second file {Min(3)} second snapshot {Min(4)} "
                + $"  {app} {string.Join(' ', settings)}"
        );
        string Min(int i) => $"{all.Min(t => t[2 * i]):0.000} (cpu {all.Min(t => t[2 * i + 1]):0.00})";
    }
}
