using ChildrensTrust.Benchmarks;
using ChildrensTrust.Tests;

if (args is ["--peak", var blob])
{
    await Peak.RunAsync(blob);
    return 0;
}

if (args is ["--cold-start", var app, var times, .. var more])
{
    await ColdStart.RunAsync(
        app,
        int.Parse(times, System.Globalization.CultureInfo.InvariantCulture),
        [.. more.Select(m => (m.Split('=')[0], m.Split('=')[1]))]
    );
    return 0;
}

if (args.Contains("--load"))
    return await Endurance.LoadAsync();
if (args is ["--soak", var minutes])
    return await Endurance.SoakAsync(
        TimeSpan.FromMinutes(double.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture))
    );

string? After(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var quick = args.Contains("--quick");
var only = After("--only");
var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "childrens-trust-benchmarks")).FullName;
Console.Error.WriteLine("Making the files.");
var years = quick ? 1 : 10;
var large = EesFile.Make(Path.Combine(folder, $"absence-{years}.csv"), years);
var small = EesFile.Make(Path.Combine(folder, $"absence-{years}-tenth.csv"), years, tenth: true);
var benchmarks = new Measurements(large, small, new(TimeSpan.FromMinutes(quick ? 0.5 : 2)));
var groups = new List<(string Name, Func<IAsyncEnumerable<Measured>> RunAsync)>
{
    ("reading", benchmarks.ReadingAsync),
    ("ingestion", benchmarks.IngestionAsync),
    ("writing", benchmarks.WritingAsync),
    ("memory", benchmarks.MemoryAsync),
    ("snapshots", benchmarks.SnapshotsAsync),
};
var published = Path.Combine(
    SourceFolder.Of(".."),
    "shared",
    "feeds",
    "dfe-ees",
    "absence_number_missing_at_least_one_session_by_reason.csv"
);
if (File.Exists(published))
    groups.Insert(1, ("published", () => benchmarks.PublishedAsync(published)));

var measured = new List<Measured>();
foreach (var (name, run) in groups.Where(g => only is null || only.Split(',').Contains(g.Name)))
{
    Console.Error.WriteLine($"Measuring: {name}.");
    await foreach (var one in run())
    {
        measured.Add(one);
        Console.WriteLine(Report.Line(one));
    }
}
if (After("--json") is { } json)
    await File.WriteAllTextAsync(json, Report.Json(measured));
if (!quick && only is null)
    await File.WriteAllTextAsync(
        Path.Combine(SourceFolder.Of("docs"), "benchmarks.md"),
        Report.Page(measured, DateOnly.FromDateTime(DateTime.UtcNow))
    );

// A miss that the noise does not explain.
return measured.TrueForAll(m => m.Holds || !m.IsSure) ? 0 : 1;
