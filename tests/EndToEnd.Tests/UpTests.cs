using System.Net;
using System.Text.Json;
using ChildrensTrust.Tests;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary><c>up</c> as a process: it says where its pages are, and they are there, for people and for a
/// browser.</summary>
public sealed class UpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);
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
    public async Task Other_commands_on_its_data_folder_find_it_and_work_without_it_once_it_is_gone()
    {
        using var late = new CancellationTokenSource(Patience);
        var address = Path.Combine(Data, "azurite.address");
        await using (await UpProcess.StartAsync(Data, late.Token))
        {
            File.Exists(address).ShouldBeTrue();
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(address).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            string[] made = ["snapshot", "--as-at", "2012-09-30", "--out", Path.Combine(_folder, "out")];
            string[][] commands =
            [
                ["status"],
                made,
                ["revisions"],
                ["export", "--out", Path.Combine(_folder, "all.csv")],
                ["publish", "--out", Path.Combine(_folder, "site")],
            ];
            foreach (var command in commands)
            {
                var (code, _, errors) = await CommandLineProcess.RunAsync([.. command, "--data", Data]);
                (code, errors.Contains("Working on the storage", StringComparison.Ordinal)).ShouldBe(
                    (0, true),
                    $"{command[0]}: {errors}"
                );
            }
            var second = await CommandLineProcess.RunAsync("up", "--port", "0", "--data", Data);
            (second.Code, second.Errors.Trim().Split('\n').Length).ShouldBe((1, 1), second.Errors);
        }

        // It was killed, so what it wrote down is still there.
        File.Exists(address).ShouldBeTrue();
        var after = await CommandLineProcess.RunAsync("status", "--data", Data);
        (after.Code, after.Errors.Contains("Working on", StringComparison.Ordinal)).ShouldBe((0, false), after.Errors);
        File.Exists(address).ShouldBeFalse();
    }

    [Fact(Explicit = true)]
    public async Task The_site_of_every_authority_is_made_searched_and_small()
    {
        string[] drop = ["ingest", "--feed", "neighbours", "--published", "2026-04-08", "--data", Data];
        var dropped = await CommandLineProcess.RunAsync([.. drop, SharedFeeds.Path("lait/bds_long_22_measures.csv")]);
        dropped.Code.ShouldBe(0, dropped.Errors);
        string[] make = ["snapshot", "--as-at", "2025-09-30", "--data", Data, "--out", Path.Combine(_folder, "out")];
        (await CommandLineProcess.RunAsync(make)).Code.ShouldBe(0);
        var site = Path.Combine(_folder, "site");
        var published = await CommandLineProcess.RunAsync("publish", "--area", "all", "--out", site, "--data", Data);
        published.Code.ShouldBe(0, published.Errors);

        Directory.EnumerateDirectories(Path.Combine(site, "snapshots")).Count().ShouldBeGreaterThan(140);
        Directory
            .EnumerateFiles(site, "*.html", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "report.html")
            .ShouldAllBe(f => new FileInfo(f).Length < 100_000);
        Browser.Needs();
        using var found = await Browser.RunAsync(
            "filter.mjs",
            new Dictionary<string, string>
            {
                ["page"] = new Uri(Path.Combine(site, "index.html")).AbsoluteUri,
                ["words"] = "brist",
            }
        );
        found.RootElement.GetProperty("shown").EnumerateArray().Select(e => e.GetString()).ShouldBe(["Bristol"]);
        found.RootElement.GetProperty("count").GetString().ShouldStartWith("1 of ");
        using var charts = await Browser.RunAsync(
            "every-chart.mjs",
            new Dictionary<string, string> { ["folder"] = Path.Combine(site, "snapshots") }
        );
        charts.RootElement.GetProperty("reports").GetInt32().ShouldBeGreaterThan(140);
        charts.RootElement.GetProperty("faults").EnumerateArray().Select(e => e.GetString()).ShouldBeEmpty();
    }

    [Fact(Explicit = true)]
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
