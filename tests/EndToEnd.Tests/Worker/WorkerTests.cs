using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Functions;
using ChildrensTrust.Functions.Http;
using ChildrensTrust.Functions.Timers;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;

namespace ChildrensTrust.EndToEnd.Tests.Worker;

/// <summary>
/// The built app as a process of its own, called as the Functions host calls it: Program.cs, its services, the
/// converters and the middleware.
/// </summary>
public sealed class WorkerTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_worker_names_every_function() =>
        app.Host.Functions.ShouldBe(
            typeof(Landing)
                .Assembly.GetTypes()
                .SelectMany(t => t.GetMethods())
                .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name)
                .OfType<string>(),
            ignoreOrder: true
        );

    [Fact]
    public async Task A_blob_becomes_a_release_and_a_request_makes_a_snapshot_of_it()
    {
        const string File = "pupil_absence_2009_10_to_2010_11.csv";
        await app
            .Storage.Landing.GetBlobClient($"national/{File}")
            .UploadAsync(
                Path.Combine(CommandLineProcess.Root, "sample-feeds", "2012", "national", File),
                new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["published"] = "2012-03-28" } },
                Token
            );

        var started = Stopwatch.GetTimestamp();
        await app.Host.BlobAsync(nameof(Landing.NationalReleases), "landing", $"national/{File}");
        var released = app.StartTook + Stopwatch.GetElapsedTime(started);
        var releases = await new ReleaseLedger(app.Storage).AllAsync(Token).ToListAsync(Token);
        releases.Select(r => (r.File, r.Status)).ShouldBe([(File, ReleaseStatus.Complete)]);

        var asked = Stopwatch.GetTimestamp();
        using var made = await app.Host.SendAsync(
            nameof(ProduceSnapshot),
            HttpMethod.Post,
            "api/snapshots?asAt=2012-09-30&compiled=2012-12-12"
        );
        var snapshot = released + Stopwatch.GetElapsedTime(asked);
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"From the start of the worker to the first release {released.TotalSeconds:0.0} s, to the first snapshot "
                    + $"{snapshot.TotalSeconds:0.0} s, {app.Host.ProcessorTime.TotalSeconds:0.0} s of a processor."
            )
        );
        var folder = (string)(await made.Content.ReadFromJsonAsync<JsonNode>(Token))!["produced"]![0]!["folder"]!;
        var report = app.Storage.Snapshots.GetBlobClient($"{folder.TrimEnd('/')}/report.html");
        (await report.ExistsAsync(Token)).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task A_timer_runs_and_its_lines_reach_the_hosts_log()
    {
        await app.Host.DueAsync(nameof(DailyHealth));
        app.Host.Log.ShouldContain(line => line.Contains("Health check tables: Pass", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_is_asked_for_by_the_path_in_its_route()
    {
        using var page = await app.Host.SendAsync(nameof(ReadPages), HttpMethod.Get, "api/pages/due.html");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (page.Content.Headers.ContentType?.MediaType).ShouldBe("text/html");
    }

    [Fact]
    public async Task A_blob_that_is_gone_fails_its_run_so_that_the_host_delivers_it_again()
    {
        var run = () => app.Host.BlobAsync(nameof(Landing.NationalReleases), "landing", "national/gone.csv");
        (await run.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("BlobNotFound");
    }
}
