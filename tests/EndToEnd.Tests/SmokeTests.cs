using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChildrensTrust.Local.Commands;
using ChildrensTrust.Local.Drops;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>What a host that runs already must do, on an empty store: the core tools' in a workflow, or any other. See
/// <see cref="RunningHost"/>.</summary>
public sealed class SmokeTests : IDisposable
{
    private const string Unknown =
        "time_period,time_identifier,geographic_level,country_code,country_name,colour_percent\n2012,Calendar "
        + "year,National,E92000001,England,";
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_sample_files_dropped_at_once_give_the_files_that_the_main_job_gives()
    {
        using var host = await RunningHost.FindAsync();
        (await host.HealthAsync())["checks"]!.AsArray().Take(3).ShouldAllBe(c => (string?)c!["status"] == "pass");
        var drops = await SampleManifest.ReadAsync(Path.Combine(CommandLineProcess.Root, "sample-feeds"), host.Late);
        drops.Select(d => d.Feed).Distinct().Count().ShouldBe(Enum.GetValues<Feed>().Length);

        await Task.WhenAll(
            drops.Select(async d =>
                await host.DropAsync(d.Blob, new(await File.ReadAllBytesAsync(d.Path)), DropZone.Metadata(d))
            )
        );
        (await host.EnteredAsync([.. drops.Select(d => d.Blob)])).ShouldAllBe(f => f.Release != null);

        var answer = await host.Http.PostAsync(
            "api/snapshots?asAt=2012-09-30&compiled=2012-12-12",
            content: null,
            host.Late
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.SayHowSoonAsync();
        var folder = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(host.Late))!["produced"]![0]!["folder"]!;

        var main = await CommandLineProcess.RunAsync(
            "--data",
            Path.Combine(_folder, "data"),
            "--out",
            Path.Combine(_folder, "out")
        );
        main.Code.ShouldBe(0, main.Errors);
        var files = Directory.GetFiles(Path.Combine(_folder, "out"));
        files.Length.ShouldBe(5);
        foreach (var file in files)
        {
            var made = await host
                .Storage.Snapshots.GetBlobClient($"{folder.TrimEnd('/')}/{Path.GetFileName(file)}")
                .DownloadContentAsync(host.Late);
            made.Value.Content.ToArray().ShouldBe(await File.ReadAllBytesAsync(file), Path.GetFileName(file));
        }
    }

    [Fact]
    public async Task A_burst_of_a_hundred_files_is_ingested_whole()
    {
        using var host = await RunningHost.FindAsync();
        var blobs = Enumerable.Range(0, 100).Select(i => $"national/burst-{i}.csv").ToList();
        foreach (var (i, blob) in blobs.Index())
        {
            await host.DropAsync(blob, BinaryData.FromString($"{Unknown}{i}\n"));
            await Task.Delay(60, host.Late);
        }
        (await host.EnteredAsync(blobs)).ShouldAllBe(f => f.Release != null);
    }

    [Fact]
    public async Task A_file_that_fails_every_time_is_entered_as_failed_and_a_sweep_ingests_it_once_it_can()
    {
        using var host = await RunningHost.FindAsync();
        await host.Storage.Findings.DeleteAsync(host.Late);
        await host.DropAsync("national/poison.csv", BinaryData.FromString($"{Unknown}1000\n"));
        (await host.EnteredAsync(["national/poison.csv"])).ShouldHaveSingleItem().Fault!.Code.ShouldBe("NOT_TAKEN_IN");

        await host.Storage.Findings.CreateIfNotExistsAsync(host.Late);
        (await host.Http.PostAsync("api/sweep", content: null, host.Late)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.EnteredAsync(["national/poison.csv"])).ShouldHaveSingleItem().Release.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("aGVsbG8=")]
    [InlineData("hello")]
    public async Task A_message_that_cannot_be_read_is_set_aside(string message)
    {
        using var host = await RunningHost.FindAsync();
        Assert.SkipUnless(
            (await host.Http.GetAsync("admin/host/status", host.Late)).StatusCode == HttpStatusCode.OK,
            "This host keeps its poison messages on no queue."
        );
        await host.PoisonQueue.SendMessageAsync(message, host.Late);
        while ((await host.PoisonQueue.GetPropertiesAsync(host.Late)).Value.ApproximateMessagesCount > 0)
            await Task.Delay(TimeSpan.FromSeconds(1), host.Late);
        var kept = await host
            .Storage.Quarantine.GetBlobsAsync(new() { Prefix = "unreadable-messages/" }, host.Late)
            .ToListAsync(host.Late);
        kept.Select(b =>
                host.Storage.Quarantine.GetBlobClient(b.Name).DownloadContent(host.Late).Value.Content.ToString()
            )
            .ShouldContain(message);
    }
}
