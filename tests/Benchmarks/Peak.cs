using System.Diagnostics;
using System.Globalization;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Benchmarks;

/// <summary>Takes in one blob in a process that does nothing else, and says how much memory that process had at
/// most.</summary>
internal static class Peak
{
    public const string ConnectionVariable = "BENCHMARKS_STORAGE";

    /// <summary>Writes the megabytes to standard output.</summary>
    public static async Task RunAsync(string blob)
    {
        await using var bench = Bench.On(Environment.GetEnvironmentVariable(ConnectionVariable)!);
        await bench.Get<Ingestion>().IngestAsync(Feed.National, bench.Storage.Landing.GetBlobClient(blob), default);
        using var process = Process.GetCurrentProcess();
        Console.Write((process.PeakWorkingSet64 / 1e6).ToString("0.0", CultureInfo.InvariantCulture));
    }
}
