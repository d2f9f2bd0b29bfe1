using System.Diagnostics;
using System.Net;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary><c>up</c> as a process: it says where its pages are, and they are there.</summary>
public sealed class UpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_serves_the_pages_on_a_free_port_until_it_is_stopped()
    {
        using var late = new CancellationTokenSource(Patience);
        using var up = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChildrensTrust.Local.dll"), "up", "--data", Path.Combine(_folder, "data"), "--port", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = CommandLineProcess.Root,
        })!;
        var errors = up.StandardError.ReadToEndAsync(late.Token);
        try
        {
            using var http = new HttpClient { BaseAddress = await AddressAsync(up, late.Token) };
            foreach (var address in new[] { "", "index.json", "indicators/index.html", "releases/index.html", "due.html" })
                (await http.GetAsync(address, late.Token)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
            (await http.GetAsync("no-such-page.html", late.Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await http.GetAsync("api/pages/", late.Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await http.GetStringAsync("", late.Token)).ShouldContain("No snapshot has been produced yet.");
        }
        finally
        {
            up.Kill(entireProcessTree: true);
            await up.WaitForExitAsync(late.Token);
            await errors;
        }
    }

    private static async Task<Uri> AddressAsync(Process up, CancellationToken cancellationToken)
    {
        while (await up.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("Pages ", StringComparison.Ordinal))
                return new(line["Pages ".Length..].Trim());
        }
        throw new InvalidOperationException("It ended before it said where its pages are.");
    }
}
