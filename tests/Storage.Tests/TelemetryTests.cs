using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;
using Azure.Data.Tables;
using ChildrensTrust.Functions;
using ChildrensTrust.Functions.Timers;
using ChildrensTrust.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Storage.Tests;

/// <summary>No cell of a file is in any log, trace, table of findings or exception, at the most talkative level that
/// there is.</summary>
[Collection("Alone")]
public sealed class TelemetryTests(Emulator emulator)
{
    private const string Marker = "MARKER";

    private static readonly string[] Sound =
    [
        "201011",
        "Academic year",
        "Local authority",
        "E92000001",
        "England",
        "E12000004",
        "East Midlands",
        "891",
        "E10000024",
        "Nottinghamshire",
        "Total",
        "5.6",
    ];

    private static readonly Dictionary<string, string> Files = new()
    {
        ["ees.csv"] =
            Csv.AbsenceHeader
            + string.Concat(
                Enumerable
                    .Range(0, 12)
                    .Select(i =>
                        string.Join(',', Enumerable.Range(0, 12).Select(c => c == i ? $"{Marker}{c}" : Sound[c])) + "\n"
                    )
            )
            + $"{Marker},too,few\n",
        ["quote.csv"] = Csv.AbsenceHeader + $"\"{Marker}{string.Join(',', Sound)}\n{string.Join(',', Sound)}\n",
        ["unknown.csv"] = $"colour,shape\n{Marker},{Marker}\n",
        ["headless.csv"] = $"{Marker},{Marker} {Marker},Flat 3 {Marker}\n1,2,3\n",
        ["titled.csv"] = $"Cases of {Marker}\n\ntime_period,geographic_level,{Marker}\n1,2,3\n",
        ["local.csv"] = $"indicator,area_code,period,year_type,value\n{Marker},{Marker},{Marker},{Marker},{Marker}\n",
        ["actions.csv"] =
            $"priority,reference,action,lead,status,note\n{Marker},{Marker},{Marker},{Marker},{Marker},{Marker}\n",
        ["personal.csv"] = $"forename,surname,date_of_birth,nhs_number\n{Marker},{Marker},01/02/2015,9434765919\n",
    };

    [Fact]
    public async Task No_cell_is_in_any_log_trace_or_finding()
    {
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        var store = await Store.EmptyAsync(emulator);
        var said = new ConcurrentQueue<string>();
        using var events = new AzureEventSourceListener((_, text) => said.Enqueue(text), EventLevel.Verbose);
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                said.Enqueue(
                    $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} "
                        + $"{string.Join(' ', activity.Events.SelectMany(e => e.Tags))}"
                ),
        };
        ActivitySource.AddActivityListener(traces);
        using var log = new Collector(said);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new(PipelineServices.Connection, emulator.ConnectionString)])
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddPipeline(settings)
            .BuildServiceProvider();

        foreach (var (name, text) in Files)
        {
            await ActivatorUtilities
                .CreateInstance<Landing>(services)
                .NationalReleases(
                    await store.DropAsync($"national/{name}", text),
                    TestContext.Current.CancellationToken
                );
            await ActivatorUtilities
                .CreateInstance<Landing>(services)
                .LocalReturns(await store.DropAsync($"local/{name}", text), TestContext.Current.CancellationToken);
            await ActivatorUtilities
                .CreateInstance<Landing>(services)
                .KeyActions(await store.DropAsync($"key-actions/{name}", text), TestContext.Current.CancellationToken);
        }
        await store.DropAsync("weather/nowhere.csv", Marker);
        await ActivatorUtilities
            .CreateInstance<DailySweep>(services)
            .RunAsync(new(), TestContext.Current.CancellationToken);
        await ActivatorUtilities
            .CreateInstance<DailySnapshot>(services)
            .RunAsync(new(), TestContext.Current.CancellationToken);

        said.Count(text => text.Contains("national-", StringComparison.Ordinal)).ShouldBeGreaterThan(Files.Count);
        said.ShouldContain(text =>
            text.Contains(
                "1 files in landing are not in any feed's folder, so they are not read: weather/nowhere.csv.",
                StringComparison.Ordinal
            )
        );
        said.ShouldAllBe(text =>
            !text.Contains(Marker, StringComparison.Ordinal) && !text.Contains("9434765919", StringComparison.Ordinal)
        );
        foreach (var table in new[] { store.Storage.Findings, store.Storage.Releases, store.Storage.Drops })
        {
            await foreach (
                var entity in table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
            )
                entity
                    .Select(p => $"{p.Value}")
                    .ShouldAllBe(value => !value.Contains(Marker, StringComparison.Ordinal));
        }
        await foreach (
            var blob in store
                .Storage.Quarantine.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
                .Where(b => b.Name.Contains("/findings.", StringComparison.Ordinal))
        )
            (
                await store
                    .Storage.Quarantine.GetBlobClient(blob.Name)
                    .DownloadContentAsync(TestContext.Current.CancellationToken)
            )
                .Value.Content.ToString()
                .ShouldNotContain(Marker);
    }

    private sealed class Collector(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => said.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
