using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ChildrensTrust.Pipeline.Foundation.Telemetry;

/// <summary>
/// The traces and metrics of the pipeline, by .NET's own types: whoever listens to <see cref="Name"/> gets them, and
/// where nobody does they cost nothing. They hold ids, feeds and counts, never what a cell holds nor a file's name.
/// docs/operations.md lists them.
/// </summary>
public static class Signals
{
    /// <summary>The name of both the source of traces and the meter.</summary>
    public const string Name = "ChildrensTrust.Pipeline";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> RowCount = Meter.CreateCounter<long>(
        "pipeline.rows",
        "{row}",
        "Rows of dropped files, by feed and outcome: accepted, skipped or rejected. Together they are the rows read."
    );
    private static readonly Counter<long> FindingCount = Meter.CreateCounter<long>(
        "pipeline.findings",
        "{finding}",
        "Findings of dropped files, by feed and severity."
    );
    private static readonly Histogram<double> IngestionTime = Meter.CreateHistogram<double>(
        "pipeline.ingestion.duration",
        "s",
        "Time to take in a dropped file, by feed and status."
    );
    private static readonly Histogram<double> SnapshotTime = Meter.CreateHistogram<double>(
        "pipeline.snapshot.duration",
        "s",
        "Time to produce a snapshot, by whether it was owed."
    );
    private static readonly Gauge<int> SnapshotAge = Meter.CreateGauge<int>(
        "pipeline.snapshot.age",
        "d",
        "Days since the compile date of the newest snapshot of the schedule."
    );

    /// <summary>Begins a span; null where nobody listens.</summary>
    public static Activity? Begin(string name) => Source.StartActivity(name);

    /// <summary>Counts rows of a file.</summary>
    /// <param name="outcome">accepted, skipped or rejected.</param>
    public static void Rows(string feed, string outcome, long count) =>
        RowCount.Add(count, new("feed", feed), new("outcome", outcome));

    /// <summary>Counts findings of a file.</summary>
    /// <param name="severity">information, warning or error.</param>
    public static void Findings(string feed, string severity, long count) =>
        FindingCount.Add(count, new("feed", feed), new("severity", severity));

    /// <summary>Records how long a file took.</summary>
    public static void Ingested(string feed, string status, TimeSpan time) =>
        IngestionTime.Record(time.TotalSeconds, new("feed", feed), new("status", status));

    /// <summary>Records how long a snapshot took.</summary>
    public static void Produced(bool owed, TimeSpan time) =>
        SnapshotTime.Record(time.TotalSeconds, new KeyValuePair<string, object?>("owed", owed));

    /// <summary>Records how old the newest snapshot is.</summary>
    /// <param name="days">Days since its compile date.</param>
    public static void Age(int days) => SnapshotAge.Record(days);
}
