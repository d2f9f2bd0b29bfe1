using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Telemetry;

namespace ChildrensTrust.Storage.Tests;

[Collection("Alone")]
public sealed class SignalTests(Emulator emulator)
{
    [Fact]
    public async Task A_file_taken_in_and_a_snapshot_made_are_measured_and_traced_without_a_name_of_a_file()
    {
        var (measured, traced) = (new List<string>(), new List<string>());
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Signals.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
                Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))} {value}")
        );
        meters.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) =>
                Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))}")
        );
        meters.Start();
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Signals.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
                traced.Add(
                    $"{span.OperationName} {string.Join(' ', span.TagObjects.Select(t => $"{t.Key}={t.Value}"))}"
                ),
        };
        ActivitySource.AddActivityListener(spans);

        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "secret-name.csv",
            Csv.Absence("201011", "5.60", "5.8"),
            ("published", "2012-03-28")
        );
        await store.Production.ProduceOwedAsync(default);

        measured.ShouldContain("pipeline.rows national accepted 2");
        measured.ShouldContain("pipeline.rows national rejected 0");
        measured.ShouldContain("pipeline.ingestion.duration national Complete");
        measured.ShouldContain("pipeline.snapshot.duration True");
        traced.ShouldContain(t => t.StartsWith("ingest feed=national release=", StringComparison.Ordinal));
        traced.ShouldContain(t => t.StartsWith("snapshot area=E10000024 asAt=", StringComparison.Ordinal));
        measured.Concat(traced).ShouldAllBe(t => !t.Contains("secret", StringComparison.Ordinal));

        void Add(string text)
        {
            lock (measured)
                measured.Add(text);
        }
    }
}
