using System.Net;
using System.Text.Json;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary><c>up</c> as a process: it says where its pages are, and they are there, for people and for a
/// browser.</summary>
public sealed class UpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_serves_the_pages_on_a_free_port_until_it_is_stopped()
    {
        using var late = new CancellationTokenSource(Patience);
        await using var up = await UpProcess.StartAsync(Data, late.Token);
        using var http = new HttpClient { BaseAddress = up.Address };

        foreach (var address in new[] { "", "index.json", "indicators/index.html", "releases/index.html", "due.html" })
            (await http.GetAsync(address, late.Token)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        (await http.GetAsync("no-such-page.html", late.Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync("api/pages/", late.Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await http.GetStringAsync("", late.Token)).ShouldContain("No snapshot has been produced yet.");
    }

    [Fact]
    public async Task After_the_main_job_every_kind_of_page_is_sound_in_a_browser_on_a_desk_and_on_a_phone()
    {
        Browser.Needs();
        var job = await CommandLineProcess.RunAsync("--data", Data, "--out", Path.Combine(_folder, "out"));
        job.Code.ShouldBe(0, job.Errors);
        using var late = new CancellationTokenSource(Patience);
        await using var up = await UpProcess.StartAsync(Data, late.Token);
        using var http = new HttpClient { BaseAddress = up.Address };
        using var releases = JsonDocument.Parse(await http.GetStreamAsync("releases/index.json", late.Token));
        var withFindings = releases
            .RootElement.GetProperty("releases")
            .EnumerateArray()
            .First(r => r.GetProperty("findings").GetInt32() > 0)
            .GetProperty("release")
            .GetProperty("path")
            .GetString()!;

        await Browser.CheckAsync([
            .. new[]
            {
                ("home", "index.html"),
                ("area", "snapshots/E10000024/index.html"),
                ("snapshot", "snapshots/E10000024/2012-09-30/index.html"),
                ("served-report", "snapshots/E10000024/2012-09-30/v1/report.html"),
                ("indicators", "indicators/index.html"),
                ("indicator", "indicators/overall-absence.html"),
                ("indicator-of-parts", "indicators/breastfeeding-6-to-8-weeks.html"),
                ("releases", "releases/index.html"),
                ("release", withFindings),
                ("due", "due.html"),
            }.Select(page => new BrowserPage(page.Item1, new(up.Address, page.Item2))),
        ]);
    }
}
