using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Storage.Tests;

/// <summary>What requests get: decisions about a release, and an exception that nobody expected.</summary>
[Collection("One store")]
public sealed class RequestTests(Emulator emulator) : IAsyncLifetime
{
    private FunctionHost _host = null!;
    private HttpClient _http = null!;
    private Store _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await Store.EmptyAsync(emulator);
        _host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
                Log = LogLevel.None,
            }
        );
        await _host.StartAsync(TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = _host.Address };
        _http.DefaultRequestHeaders.Add("x-functions-key", _host.Key);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_release_is_withdrawn_and_reinstated_with_the_snapshots_that_used_it()
    {
        var release = await _store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        await _store.Production.ProduceAsync(new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) }, default);

        foreach (var wasSo in new[] { false, true })
        {
            var (code, withdrawn) = await PostAsync(
                release.Id,
                "withdraw",
                """{"by":"A. Officer","reason":"<b>Wrong</b>"}"""
            );
            ((int)code, (string)withdrawn["status"]!, (bool)withdrawn["wasSo"]!).ShouldBe((200, "withdrawn", wasSo));
            (
                withdrawn["decisions"]!.AsArray().Count,
                (string)withdrawn["decisions"]![0]!["by"]!,
                (bool)withdrawn["decisions"]![0]!["isWithdrawn"]!
            ).ShouldBe((1, "A. Officer", true));
            ((string)withdrawn["snapshots"]![0]!["folder"]!, (string)withdrawn["snapshots"]![0]!["asAt"]!).ShouldBe(
                ("E10000024/2012-09-30/v1/", "2012-09-30")
            );
        }

        var page = await _http.GetStringAsync($"releases/{release.Id}.html", TestContext.Current.CancellationToken);
        foreach (
            var said in new[]
            {
                "This file was withdrawn.",
                "A. Officer",
                "&lt;b&gt;Wrong&lt;/b&gt;",
                "Nottinghamshire, as at 30 September 2012, version 1",
                "RELEASE_WITHDRAWN",
            }
        )
            page.ShouldContain(said);
        var json = JsonNode.Parse(
            await _http.GetStringAsync($"releases/{release.Id}.json", TestContext.Current.CancellationToken)
        )!;
        ((string)json["outcome"]!, json["decisions"]!.AsArray().Count, json["usedBy"]!.AsArray().Count).ShouldBe(
            ("withdrawn", 1, 1)
        );
        (
            await _http.GetStringAsync("snapshots/E10000024/2012-09-30/", TestContext.Current.CancellationToken)
        ).ShouldContain("Made with a file that has since been withdrawn:");
        (await _http.GetStringAsync("", TestContext.Current.CancellationToken)).ShouldContain("1 withdrawn");
        (await _http.GetStringAsync("releases/index.html", TestContext.Current.CancellationToken)).ShouldContain(
            "withdrawn"
        );

        var (again, reinstated) = await PostAsync(release.Id, "reinstate", """{"by":"A. Officer","reason":"Right"}""");
        ((int)again, (string)reinstated["status"]!).ShouldBe((200, "complete"));
        page = await _http.GetStringAsync($"releases/{release.Id}.html", TestContext.Current.CancellationToken);
        (
            page.Contains("This file is in use.", StringComparison.Ordinal),
            page.Contains("Reinstated", StringComparison.Ordinal)
        ).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 422)]
    [InlineData("""{"by":"A. Officer"}""", 422)]
    [InlineData("""{"by":"A. Officer","reason":"Child at NG1 1AA"}""", 422)]
    public async Task A_body_that_says_too_little_is_a_problem(string body, int status)
    {
        var release = await _store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        var (code, problem) = await PostAsync(release.Id, "withdraw", body);
        ((int)code, (int)problem["status"]!).ShouldBe((status, status));
        problem.ToJsonString().ShouldNotContain("NG1");
        (await _store.Ledger.FindAsync(Feed.National, release.Id, default))!.Withdrawal.ShouldBeNull();
    }

    [Theory]
    [InlineData("national-00000000000000000000000000000000")]
    [InlineData("x")]
    [InlineData("%2e%2e%2fx")]
    public async Task A_release_that_is_not_there_is_404(string id)
    {
        var (code, problem) = await PostAsync(id, "withdraw", """{"by":"A. Officer","reason":"Wrong"}""");
        ((int)code, (string?)problem["code"]).ShouldBe((404, "RELEASE_UNKNOWN"));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_decided()
    {
        using var stranger = new HttpClient { BaseAddress = _host.Address };
        (
            await stranger.PostAsJsonAsync(
                "api/releases/national-0/withdraw",
                new { by = "x", reason = "y" },
                TestContext.Current.CancellationToken
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (
            await _http.GetAsync("api/releases/national-0/withdraw", TestContext.Current.CancellationToken)
        ).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("releases/index.html")]
    [InlineData("api/pages/releases/index.html")]
    public async Task An_exception_is_a_problem_that_tells_nothing_of_it(string address)
    {
        await _store.Storage.Releases.DeleteAsync(TestContext.Current.CancellationToken);
        var answer = await _http.GetAsync(address, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe(
            (HttpStatusCode.InternalServerError, "application/problem+json")
        );
        text.ShouldContain("look in the log for ");
        foreach (var inner in new[] { "TableNotFound", "Exception", "127.0.0.1", " at " })
            text.ShouldNotContain(inner);
    }

    private async Task<(HttpStatusCode Code, JsonNode Body)> PostAsync(string id, string what, string body)
    {
        using var content = new StringContent(body);
        var answer = await _http.PostAsync($"api/releases/{id}/{what}", content, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!
        );
    }
}
