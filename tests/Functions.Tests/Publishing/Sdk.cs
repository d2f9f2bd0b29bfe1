using System.Diagnostics;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Functions.Tests.Publishing;

/// <summary>Runs the .NET SDK in the repository, as deploying does.</summary>
internal static class Sdk
{
    /// <summary>The one command that publishes for a deployment, as infra/hooks/deploy.sh has it.</summary>
    public static string Publish { get; } = Line(Path.Combine("infra", "hooks", "deploy.sh"));

    /// <summary>The line of a file that publishes the functions.</summary>
    public static string Line(string file) =>
        File.ReadLines(Path.Combine(SourceFolder.Of("."), file))
            .Select(l => l.Trim())
            .Select(l => l.StartsWith("run: ", StringComparison.Ordinal) ? l["run: ".Length..] : l)
            .Single(l => l.StartsWith("dotnet publish ", StringComparison.Ordinal));

    /// <summary>Runs a command.</summary>
    /// <param name="command">Its words, between spaces.</param>
    /// <param name="more">Words of which each may have spaces.</param>
    public static async Task<(int Code, string Output)> RunAsync(string command, params string[] more)
    {
        var words = command.Split(' ');
        var start = new ProcessStartInfo(words[0], [.. words[1..], .. more])
        {
            WorkingDirectory = SourceFolder.Of("."),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the SDK that runs these tests has set for itself, and a build server that would outlive them.
        foreach (
            var name in start
                .Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output + await errors);
    }
}
