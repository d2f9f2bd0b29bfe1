using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Storage;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>
/// A host that already runs takes in a file and makes a snapshot. PIPELINE_HOST is its address, such as http://localhost:7071; PIPELINE_STORAGE the connection string
/// of its development storage, by default Azurite's usual ports; PIPELINE_KEY a function key, where it asks for one.
/// </summary>
public sealed class SmokeTests
{
    private static readonly string? Host = Environment.GetEnvironmentVariable("PIPELINE_HOST");
    private static readonly string Storage = Environment.GetEnvironmentVariable("PIPELINE_STORAGE") ?? "UseDevelopmentStorage=true";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_running_host_takes_a_file_in_and_makes_a_snapshot_of_it()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Host), "PIPELINE_HOST names no running host.");
        using var late = new CancellationTokenSource(Patience);
        using var http = new HttpClient { BaseAddress = new Uri(Host!) };
        if (Environment.GetEnvironmentVariable("PIPELINE_KEY") is { Length: > 0 } key)
            http.DefaultRequestHeaders.Add("x-functions-key", key);

        var checks = await HealthAsync(http, late.Token);
        checks["checks"]!.AsArray().Select(c => (string?)c!["name"]).ShouldBe(["blobs", "tables", "catalogue", "newest-snapshot", "overdue-figures"]);
        checks["checks"]!.AsArray().Take(3).ShouldAllBe(c => (string?)c!["status"] == "pass");

        var storage = new PipelineStorage(new BlobServiceClient(Storage), new TableServiceClient(Storage));
        const string File = "pupil_absence_2009_10_to_2010_11.csv";
        await storage.Landing.GetBlobClient($"national/{File}").UploadAsync(
            Path.Combine(CommandLineProcess.Root, "sample-feeds", "2012", "national", File),
            new BlobUploadOptions { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["published"] = "2012-03-28" } },
            late.Token);
        (await ReleaseAsync(new ReleaseLedger(storage), File, late.Token)).Status.ShouldBe(ReleaseStatus.Complete);

        var answer = await http.PostAsync("api/snapshots?asAt=2012-09-30&compiled=2012-12-12", content: null, late.Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var folder = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(late.Token))!["produced"]![0]!["folder"]!;
        var snapshot = JsonNode.Parse((await storage.Snapshots.GetBlobClient($"{folder.TrimEnd('/')}/snapshot.json").DownloadContentAsync(late.Token)).Value.Content)!;
        var absence = snapshot["rows"]!.AsArray().Single(r => (string?)r!["indicator"] == "overall-absence")!;
        ((decimal)absence["local"]!["value"]!).ShouldBe(5.6m);
    }

    /// <summary>The host may still be starting.</summary>
    private static async Task<JsonNode> HealthAsync(HttpClient http, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await http.GetAsync("api/health", cancellationToken);
                if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable && answer.Content.Headers.ContentType?.MediaType == "application/json")
                    return (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }
            await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        }
    }

    private static async Task<Release> ReleaseAsync(ReleaseLedger ledger, string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            await foreach (var release in ledger.AllAsync(cancellationToken))
            {
                if (release.File == file && release.Status is ReleaseStatus.Complete or ReleaseStatus.Quarantined)
                    return release;
            }
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }
}
