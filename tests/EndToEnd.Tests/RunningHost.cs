using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>
/// A host that runs already. PIPELINE_HOST is its address, such as http://localhost:7071; PIPELINE_STORAGE the
/// connection string of its development storage, by default Azurite's usual ports; PIPELINE_KEY a function key, where
/// it asks for one. PIPELINE_STARTED is when it was started, in seconds as date +%s gives them, where the time that it
/// takes is to be measured.
/// </summary>
internal sealed class RunningHost : IDisposable
{
    private static readonly string? Address = Environment.GetEnvironmentVariable("PIPELINE_HOST");
    private static readonly string Connection =
        Environment.GetEnvironmentVariable("PIPELINE_STORAGE") ?? "UseDevelopmentStorage=true";

    // A file whose upload the host overlooks waits for MissedFiles, which runs every minute and leaves alone what
    // landed in the last two.
    private readonly CancellationTokenSource _late = new(TimeSpan.FromMinutes(6));

    private RunningHost()
    {
        Http.BaseAddress = new Uri(Address!);
        if (Environment.GetEnvironmentVariable("PIPELINE_KEY") is { Length: > 0 } key)
            Http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    public HttpClient Http { get; } = new();

    public PipelineStorage Storage { get; } =
        new(new BlobServiceClient(Connection), new TableServiceClient(Connection));

    public QueueClient PoisonQueue { get; } = new(Connection, "webjobs-blobtrigger-poison");

    /// <summary>Cancelled when the host has had time enough.</summary>
    public CancellationToken Late => _late.Token;

    /// <summary>The host, once it answers; the test is skipped where none is named.</summary>
    public static async Task<RunningHost> FindAsync()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Address), "PIPELINE_HOST names no running host.");
        var host = new RunningHost();
        await host.HealthAsync();
        return host;
    }

    /// <summary>What it says of its health. It may still be starting.</summary>
    public async Task<JsonNode> HealthAsync()
    {
        while (true)
        {
            try
            {
                var answer = await Http.GetAsync("api/health", Late);
                if (
                    answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable
                    && answer.Content.Headers.ContentType?.MediaType == "application/json"
                )
                    return (await answer.Content.ReadFromJsonAsync<JsonNode>(Late))!;
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }
            await Task.Delay(TimeSpan.FromSeconds(2), Late);
        }
    }

    public Task DropAsync(string blob, BinaryData content, IDictionary<string, string>? metadata = null) =>
        Storage.Landing.GetBlobClient(blob).UploadAsync(content, new BlobUploadOptions { Metadata = metadata }, Late);

    /// <summary>Waits until each blob is in the ledger of drops, as ingested or as failed.</summary>
    public async Task<IReadOnlyList<DroppedFile>> EnteredAsync(IReadOnlyCollection<string> blobs)
    {
        while (true)
        {
            var entered = await new DropLedger(Storage)
                .AllAsync(Late)
                .Where(f => blobs.Contains(f.Blob))
                .ToListAsync(Late);
            if (entered.Count == blobs.Count)
                return entered;
            await Task.Delay(TimeSpan.FromSeconds(1), Late);
        }
    }

    /// <summary>Writes how long after its start the first file was a release, and the first snapshot made: now.</summary>
    public async Task SayHowSoonAsync()
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable("PIPELINE_STARTED"), out var seconds))
            return;
        var (started, now) = (DateTimeOffset.FromUnixTimeSeconds(seconds), DateTimeOffset.UtcNow);
        var first = await Storage
            .Releases.QueryAsync<TableEntity>(cancellationToken: Late)
            .Select(e => e.Timestamp!.Value)
            .MinAsync(cancellationToken: Late);
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"From the start of the host to the first release {(first - started).TotalSeconds:0} s, to the first "
                    + $"snapshot {(now - started).TotalSeconds:0} s."
            )
        );
    }

    public void Dispose()
    {
        Http.Dispose();
        _late.Dispose();
    }
}
