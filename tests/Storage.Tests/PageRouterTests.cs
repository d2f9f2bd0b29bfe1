using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The pages as the local host and its functions serve them, on a real store.</summary>
[Collection("Another store")]
public sealed class PageRouterTests(Emulator emulator) : IAsyncLifetime
{
    private const string Snapshot = "snapshots/E10000024/2012-09-30/";
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private FunctionHost _host = null!;
    private string _release = "";
    private string _refused = "";

    public async ValueTask InitializeAsync()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.7", "5.8"),
            ("published", "2012-03-28")
        );
        _release = (
            await store.IngestAsync(
                Feed.National,
                "b.csv",
                Csv.Absence("201011", "5.9", "5.8"),
                ("published", "2012-06-01")
            )
        ).Id;
        _refused = (await store.IngestAsync(Feed.National, "refused.csv", "colour,shape\nMARKER,round\n")).Id;
        await store.Production.ProduceAsync(new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) }, default);
        await store
            .Storage.Snapshots.GetBlobClient(Snapshot["snapshots/".Length..] + "v1/passwords.exe")
            .UploadAsync(BinaryData.FromString("no"));
        await store
            .Storage.Snapshots.GetBlobClient("E10000024/2012-09-30/v7/report.html")
            .UploadAsync(BinaryData.FromString("no"));
        _host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
            }
        );
        await _host.StartAsync(TestContext.Current.CancellationToken);
        _http.BaseAddress = _host.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("", "Nottinghamshire: snapshots, the newest first")]
    [InlineData("index.html", "30 September 2012")]
    [InlineData("snapshots/E10000024/index.html", "30 September 2012")]
    [InlineData(Snapshot, "Made on request.")]
    [InlineData(Snapshot + "index.html", "comparison.csv, version 1")]
    [InlineData(Snapshot + "v1/report.html", "How children in Nottinghamshire are doing")]
    [InlineData("indicators/index.html", "indicators/overall-absence.html")]
    [InlineData("indicators/overall-absence.html", "5.9%")]
    [InlineData("releases/index.html", "refused.csv")]
    [InlineData("due.html", "Overall absence")]
    public async Task Each_page_is_there_and_says_what_it_should(string address, string text)
    {
        var answer = await _http.GetAsync(address, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(text);
    }

    [Fact]
    public async Task A_refused_release_has_its_findings_what_to_do_and_no_cell()
    {
        var html = await _http.GetStringAsync($"releases/{_refused}.html", TestContext.Current.CancellationToken);

        html.ShouldContain("This file was refused, so none of its figures is used.");
        html.ShouldContain("FORMAT_UNKNOWN");
        html.ShouldNotContain("MARKER");
    }

    [Fact]
    public async Task An_indicator_tells_what_each_release_revised_and_which_verdict_turned()
    {
        using var page = await JsonAsync("indicators/overall-absence.json");

        var revision = page.RootElement.GetProperty("revisions").EnumerateArray().ShouldHaveSingleItem();
        revision.GetProperty("later").GetProperty("path").GetString().ShouldBe($"releases/{_release}.html");
        var change = revision.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        (
            change.GetProperty("was").GetProperty("value").GetDecimal(),
            change.GetProperty("now").GetProperty("value").GetDecimal(),
            change.GetProperty("turned").GetBoolean()
        ).ShouldBe((5.7m, 5.9m, true));
        page.RootElement.GetProperty("releases").GetArrayLength().ShouldBe(2);
        var said = page.RootElement.GetProperty("said").EnumerateArray().ShouldHaveSingleItem();
        (
            said.GetProperty("snapshot").GetProperty("path").GetString(),
            Value(said, "local"),
            Value(said, "national")
        ).ShouldBe((Snapshot + "index.html", 5.9m, 5.8m));
    }

    [Fact]
    public async Task The_page_of_a_snapshot_has_the_figures_and_verdicts_of_its_file()
    {
        using var page = await JsonAsync(Snapshot + "index.json");
        var file = SnapshotJson.Read(
            BinaryData.FromBytes(
                await _http.GetByteArrayAsync(Snapshot + "v1/snapshot.json", TestContext.Current.CancellationToken)
            )
        );

        var places = page.RootElement.GetProperty("places").EnumerateArray().ToList();
        places.Count.ShouldBe(file.Rows.Count);
        foreach (var place in places)
        {
            var path = place.GetProperty("indicator").GetProperty("path").GetString();
            var row = file.Rows.Single(r => path == $"indicators/{r.Indicator}.html");
            Value(place, "local").ShouldBe(row.Local?.Value);
            Value(place, "national").ShouldBe(row.National?.Value);
            place
                .GetProperty("versusNational")
                .GetProperty("verdict")
                .GetString()
                .ShouldBe(Pipeline.Comparison.Verdicts.Words(row.VersusNational));
        }
    }

    [Fact]
    public async Task A_page_that_is_the_same_is_not_sent_again_and_a_file_of_a_snapshot_lasts()
    {
        foreach (
            var (address, cache) in new[]
            {
                ("index.html", "no-cache, private"),
                (Snapshot + "v1/report.html", "max-age=31536000, private, immutable"),
            }
        )
        {
            var first = await _http.GetAsync(address, TestContext.Current.CancellationToken);
            first.Headers.ETag!.IsWeak.ShouldBeFalse();
            first.Headers.CacheControl!.ToString().ShouldBe(cache);
            using var request = new HttpRequestMessage(HttpMethod.Get, address)
            {
                Headers = { IfNoneMatch = { first.Headers.ETag } },
            };
            var second = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
            using var another = new HttpRequestMessage(HttpMethod.Get, address)
            {
                Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"another\"") } },
            };
            (await _http.SendAsync(another, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
                HttpStatusCode.OK
            );
        }
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "due.html");
        var head = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var get = await _http.GetAsync("due.html", TestContext.Current.CancellationToken);

        (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength).ShouldBe(
            (get.StatusCode, get.Headers.ETag, get.Content.Headers.ContentLength)
        );
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_answer_forbids_other_origins_frames_guessing_and_every_script_but_the_reports()
    {
        foreach (var address in new[] { "", Snapshot + "v1/report.html", "no-such-page.html", "due.json" })
        {
            var headers = (await _http.GetAsync(address, TestContext.Current.CancellationToken)).Headers;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldContain($"script-src {HtmlReport.ScriptHash} 'sha256-");
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        }
    }

    [Theory]
    [InlineData("no-such-page.html")]
    [InlineData("indicators/no-such-indicator.html")]
    [InlineData("releases/national-00000000000000000000000000000000.html")]
    [InlineData("releases/weather-00000000000000000000000000000000.html")]
    [InlineData("snapshots/E10000024/2012-03-31/index.html")]
    [InlineData("snapshots/E10000024/2012-99-99/index.html")]
    [InlineData("snapshots/E99999999/index.html")]
    [InlineData(Snapshot + "latest.json")]
    [InlineData(Snapshot + "v1/passwords.exe")]
    [InlineData(Snapshot + "v1/no-such-file.csv")]
    [InlineData(Snapshot + "v7/report.html")]
    [InlineData(Snapshot + "v2/report.html")]
    [InlineData("snapshots/%2e%2e/landing/national/a.csv")]
    [InlineData("snapshots/..%2flanding/national/a.csv")]
    [InlineData("snapshots/..%5c..%5clanding")]
    [InlineData("%252e%252e/landing")]
    [InlineData("landing/national/a.csv")]
    [InlineData("index.html%00")]
    [InlineData("C:%5cindex.html")]
    [InlineData("//index.html")]
    [InlineData("api/no-such-function")]
    public async Task What_is_not_a_page_is_told_so_in_plain_words(string address)
    {
        var answer = await _http.GetAsync(
            new Uri(
                _host.Address.ToString() + address,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            ),
            TestContext.Current.CancellationToken
        );

        // A null character never reaches the site: the server itself turns the request away.
        answer.StatusCode.ShouldBe(
            address.Contains("%00", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound
        );
        if (answer.StatusCode == HttpStatusCode.NotFound && !address.EndsWith(".json", StringComparison.Ordinal))
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
                "There is no such page"
            );
    }

    [Fact]
    public async Task A_very_long_address_is_told_so_too() =>
        (await _http.GetAsync(new string('a', 5000), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

    [Fact]
    public async Task The_function_serves_the_same_pages_to_whoever_has_its_key()
    {
        (await _http.GetAsync("api/pages/due.html", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        _http.DefaultRequestHeaders.Add("x-functions-key", _host.Key);
        foreach (
            var address in new[] { "", "due.html", "indicators/overall-absence.json", Snapshot + "v1/comparison.csv" }
        )
            (await _http.GetByteArrayAsync("api/pages/" + address, TestContext.Current.CancellationToken)).ShouldBe(
                await _http.GetByteArrayAsync(address, TestContext.Current.CancellationToken)
            );

        var folder = await _http.GetAsync("api/pages", TestContext.Current.CancellationToken);
        (folder.StatusCode, folder.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, "/api/pages/"));
    }

    [Fact]
    public async Task The_pages_cannot_be_written_to()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, "index.html");
            (await _http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
                HttpStatusCode.MethodNotAllowed
            );
        }
    }

    private async Task<JsonDocument> JsonAsync(string address) =>
        JsonDocument.Parse(await _http.GetStreamAsync(address, TestContext.Current.CancellationToken));

    private static decimal? Value(JsonElement place, string name) =>
        place.GetProperty(name) is { ValueKind: JsonValueKind.Object } figure
            ? figure.GetProperty("value").GetDecimal()
            : null;
}
