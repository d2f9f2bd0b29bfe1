using System.Diagnostics;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Benchmarks;

/// <summary>The measurements, each two or more figures of one run set against each other.</summary>
/// <param name="large">A file of 1.1 million rows, or a tenth of it where the run is quick.</param>
/// <param name="small">A tenth of that.</param>
/// <param name="times">What times them.</param>
internal sealed class Measurements(string large, string small, Stopwatches times)
{
    private const string Notts = "E10000024";
    private const int Batch = 100;
    private const int Writers = 8;
    private static readonly SnapshotRequest Request = new(new(2025, 9, 30))
    {
        Compiled = new(2025, 12, 12),
        Area = Notts,
    };

    private string Size => $"{new FileInfo(large).Length / 1e6:0} MB";

    /// <summary>Reading a file, without storage.</summary>
    public async IAsyncEnumerable<Measured> ReadingAsync()
    {
        var judged = await Readings.OursAsync(large);
        if (judged.Reading.Refused || judged.Reading.Rows.Accepted == 0)
            throw new InvalidOperationException("The file was not read as it should be.");
        var smallRows = (await Readings.OursAsync(small)).Reading.Rows.Read;
        var t = await times.SecondsAsync(
            new(() => Readings.OursAsync(large)),
            Work.Of(() => Readings.CsvHelper(large)),
            Work.Of(() => Readings.DuckDb(large)),
            new(() => Readings.OursAsync(small))
        );
        yield return Measured.Of(
            ($"Parse, screen and normalise {Size}", "CsvHelper 34 reading every field typed"),
            t[0],
            t[1],
            0.9
        );
        yield return Measured.Of(
            ($"Parse, screen and normalise {Size}, again", "DuckDB.NET streaming the rows out"),
            t[0],
            t[2],
            0.25
        );
        yield return Measured.Of(
            ($"Time a row at {judged.Reading.Rows.Read:#,0} rows", $"at {smallRows:#,0}"),
            ARow(t[0], judged.Reading.Rows.Read),
            ARow(t[3], smallRows),
            1.1,
            "µs"
        );
    }

    private static List<double> ARow(IReadOnlyList<double> seconds, long rows) =>
        [.. seconds.Select(s => s / rows * 1e6)];

    /// <summary>The publisher's own file, where it is there.</summary>
    public async IAsyncEnumerable<Measured> PublishedAsync(string file)
    {
        var t = await times.SecondsAsync(new(() => Readings.OursAsync(file)), Work.Of(() => Readings.CsvHelper(file)));
        yield return Measured.Of(
            (
                $"Parse, screen and normalise {Path.GetFileName(file)}, {new FileInfo(file).Length / 1e6:0} MB",
                "CsvHelper 34 reading every field typed"
            ),
            t[0],
            t[1],
            0.9
        );
    }

    /// <summary>A file's whole way, from the blob until its release is visible.</summary>
    public async IAsyncEnumerable<Measured> IngestionAsync()
    {
        await using var bench = await Bench.StartAsync();
        var blob = await bench.DropAsync(large);
        var t = await times.SecondsAsync(
            new(
                async () => Complete(await bench.Get<Ingestion>().IngestAsync(Feed.National, blob, default)),
                bench.EmptyAsync
            ),
            new(async () =>
            {
                using var download = (await blob.DownloadStreamingAsync()).Value;
                await download.Content.CopyToAsync(Stream.Null, 1 << 20);
            })
        );
        yield return Measured.Of(
            ($"Take in {Size} from a blob, until the release is visible", "downloading that blob to nowhere"),
            t[0],
            t[1],
            2.0
        );
    }

    /// <summary>Writing series.</summary>
    public async IAsyncEnumerable<Measured> WritingAsync()
    {
        await using var bench = await Bench.StartAsync();
        var series = (await Readings.OursAsync(small)).Series;
        // As many as a release of thirty indicators gives.
        var many = Enumerable
            .Range(0, 30)
            .SelectMany(i =>
                series
                    .Where(s => s.Indicator == series[0].Indicator)
                    .Select(s => s with { Indicator = $"indicator-{i}" })
            )
            .ToList();
        var store = bench.Get<SeriesStore>();
        await store.WriteAsync("reading", many, default);
        var entities = await bench.SeriesAsync();
        var t = await times.SecondsAsync(
            new(() => store.WriteAsync("reading", many, default), bench.EmptyAsync),
            new(() => BareAsync(bench.Storage.Series, entities), bench.EmptyAsync)
        );
        yield return Measured.Of(
            (
                $"Write {many.Count:#,0} series",
                "the bare client, the same entities in batches of 100 with the same writers"
            ),
            t[0],
            t[1],
            1.1
        );
    }

    /// <summary>The most memory that taking a file in needs, each in a process of its own.</summary>
    public async IAsyncEnumerable<Measured> MemoryAsync()
    {
        await using var bench = await Bench.StartAsync();
        var megabytes = new List<double>();
        foreach (var file in new[] { large, small })
        {
            await bench.DropAsync(file);
            megabytes.Add(await PeakOf(bench, Path.GetFileName(file)));
        }
        yield return new($"Peak memory for {Size}", "for a tenth of it", megabytes[0], megabytes[1], "MB", 1.2);
        yield return new($"Peak memory for {Size}, resident", "200 MB", megabytes[0], 200, "MB", 1.0);
        await bench.EmptyAsync();
        yield return new(
            $"Peak memory for {Size} and one authority's snapshot, where the heap may be 384 MB",
            "384 MB",
            await PeakOf(bench, Path.GetFileName(large), (Peak.HeapLimit, "0x18000000")),
            384,
            "MB",
            1.0
        );
    }

    /// <summary>Snapshots of a store with few and with many releases, and of all authorities.</summary>
    public async IAsyncEnumerable<Measured> SnapshotsAsync()
    {
        await using var few = await Bench.StartAsync();
        await using var many = await Bench.StartAsync();
        var sets = EditionFiles.DataSets(10);
        foreach (var set in sets)
        {
            for (var edition = 0; edition < 10; edition++)
            {
                var (content, published) = (
                    EditionFiles.Edition(set, edition),
                    new DateOnly(2025, 1, 1).AddDays(30 * edition)
                );
                Complete(
                    await many.IngestAsync(Feed.National, EditionFiles.Name(set.Indicator, edition), content, published)
                );
                if (edition == 9)
                    Complete(
                        await few.IngestAsync(
                            Feed.National,
                            EditionFiles.Name(set.Indicator, edition),
                            content,
                            published
                        )
                    );
            }
        }
        var t = await times.SecondsAsync(
            new(() => OneAsync(many), many.WithoutSnapshotsAsync),
            new(() => OneAsync(few), few.WithoutSnapshotsAsync)
        );
        yield return Measured.Of(
            ($"One authority's snapshot with {10 * sets.Count} releases in the store", $"with {sets.Count}"),
            t[0],
            t[1],
            1.5
        );
        var all = await times.SecondsAsync(
            new(() => AllAsync(many), many.WithoutSnapshotsAsync),
            new(() => OneAsync(many), many.WithoutSnapshotsAsync)
        );
        yield return Measured.Of(
            ($"All authorities' snapshots, {10 * sets.Count} releases in the store", "one authority's"),
            all[0],
            all[1],
            12
        );
    }

    internal static async Task OneAsync(Bench bench)
    {
        if ((await bench.Get<SnapshotProduction>().ProduceAsync(Request, default)).Produced is null)
            throw new InvalidOperationException("The snapshot was refused.");
    }

    private static async Task AllAsync(Bench bench)
    {
        await foreach (var outcome in bench.Get<SnapshotProduction>().ProduceAllAsync(Request, default))
            _ = outcome.Produced ?? throw new InvalidOperationException("A snapshot was refused.");
    }

    private static Task BareAsync(TableClient table, List<TableEntity> entities) =>
        Parallel.ForEachAsync(
            entities.GroupBy(e => e.PartitionKey).SelectMany(g => g.Chunk(Batch)),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (batch, token) =>
                await table.SubmitTransactionAsync(
                    batch.Select(e => new TableTransactionAction(TableTransactionActionType.UpsertReplace, e)),
                    token
                )
        );

    private static void Complete(Release release)
    {
        if (release.Status != ReleaseStatus.Complete || release.SeriesCount == 0)
            throw new InvalidOperationException($"{release.File} is {release.Status}.");
    }

    // Infinite where the process ended in a fault, such as a heap that is full.
    private static async Task<double> PeakOf(Bench bench, string file, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--peak", file])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [Peak.ConnectionVariable] = bench.ConnectionString },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? double.Parse(output, System.Globalization.CultureInfo.InvariantCulture)
            : double.PositiveInfinity;
    }
}
