using System.Diagnostics;
using System.Text.Json;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>A page to look at.</summary>
/// <param name="Name">Its name in messages and in the screenshots' file names.</param>
/// <param name="Url">Its address, or a file's.</param>
internal sealed record BrowserPage(string Name, Uri Url);

/// <summary>Looks at pages in Chromium, which the machine must have: a test that needs it is skipped where there is
/// none.</summary>
internal static class Browser
{
    private static readonly string[] Programs =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "browser");
    private static readonly Lazy<Task> Installed = new(InstallAsync);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static string? Chromium => Programs.Select(Find).FirstOrDefault(p => p is not null);

    /// <summary>Skips the test where a program is missing.</summary>
    /// <param name="others">What else it needs than Chromium.</param>
    public static void Needs(params string[] others)
    {
        Assert.SkipWhen(Chromium is null, "There is no Chromium on this machine. On Debian: apt-get install chromium");
        foreach (var other in others)
            Assert.SkipWhen(
                Find(other) is null,
                $"There is no {other} on this machine. On Debian: apt-get install poppler-utils"
            );
    }

    /// <summary>
    /// Holds pages to what must hold of every page: no console error, nothing loaded from elsewhere, no violation of
    /// WCAG 2.2 AA or of good practice that axe finds, no sideways scrolling; on a desk and on a phone, with scripts
    /// and (but for axe) without. Screenshots are left in TestResults/screenshots beside the tests.
    /// </summary>
    /// <param name="pages">The pages.</param>
    public static async Task CheckAsync(params BrowserPage[] pages)
    {
        Needs();
        var screenshots = Directory
            .CreateDirectory(
                Path.Combine(CommandLineProcess.Root, "tests", "EndToEnd.Tests", "TestResults", "screenshots")
            )
            .FullName;
        using var problems = await RunAsync(
            "check.mjs",
            new
            {
                chromium = Chromium,
                screenshots,
                pages = pages.Select(p => new { name = p.Name, url = p.Url.AbsoluteUri }),
            }
        );
        problems.RootElement.EnumerateArray().Select(p => p.GetString()).ShouldBeEmpty();
    }

    /// <summary>Runs one of the scripts in browser/ and reads the JSON that it prints.</summary>
    /// <param name="script">The script's file name.</param>
    /// <param name="input">What it reads; "chromium" is added.</param>
    public static Task<JsonDocument> RunAsync(string script, IReadOnlyDictionary<string, string> input) =>
        RunAsync(script, (object)new Dictionary<string, string>(input) { ["chromium"] = Chromium! });

    /// <summary>Runs a program and gives what it wrote.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<string> ProgramAsync(
        string program,
        string folder,
        string input,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException fault)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{program} did not end within {Patience.TotalMinutes} minutes. {await errors}",
                fault
            );
        }
        process.ExitCode.ShouldBe(0, await errors + await output);
        return await output;
    }

    private static async Task<JsonDocument> RunAsync(string script, object input)
    {
        await Installed.Value;
        return JsonDocument.Parse(await ProgramAsync("node", Scripts, JsonSerializer.Serialize(input), script));
    }

    // The mark is written last, so an installation that broke off is made again; a change of the lock file makes
    // another.
    private static async Task InstallAsync()
    {
        var (mark, wanted) = (
            Path.Combine(Scripts, "node_modules", "complete"),
            await File.ReadAllTextAsync(Path.Combine(Scripts, "package-lock.json"))
        );
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == wanted)
            return;
        await ProgramAsync("npm", Scripts, "", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        await File.WriteAllTextAsync(mark, wanted);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "", ".exe", ".cmd" }.Select(end => Path.Combine(folder, program + end)))
            .FirstOrDefault(File.Exists);
}
