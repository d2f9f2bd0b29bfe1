using System.Diagnostics;
using System.Globalization;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Benchmarks;

/// <summary>Takes in one file in a process that does nothing else, and says how much memory that process had at most.
/// Where the heap is limited, it makes a snapshot too.</summary>
internal static class Peak
{
    public const string HeapLimit = "DOTNET_GCHeapHardLimit";
    public const string ConnectionVariable = "BENCHMARKS_STORAGE";

    /// <summary>Writes the megabytes to standard output.</summary>
    public static async Task RunAsync(string file)
    {
        await using var bench = Bench.On(Environment.GetEnvironmentVariable(ConnectionVariable)!);
        var blob = bench.Storage.Landing.GetBlobClient($"{Feed.National.Folder()}/{file}");
        await bench.Get<Ingestion>().IngestAsync(Feed.National, blob, default);
        if (Environment.GetEnvironmentVariable(HeapLimit) is not null)
            await Measurements.OneAsync(bench);
        using var process = Process.GetCurrentProcess();
        Console.Write((process.PeakWorkingSet64 / 1e6).ToString("0.0", CultureInfo.InvariantCulture));
    }
}
