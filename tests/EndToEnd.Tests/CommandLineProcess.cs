using System.Diagnostics;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>Runs the command line of local/ as a process of its own, as a person would.</summary>
internal static class CommandLineProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static string Root { get; } = FindRoot();

    public static Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        RunAsync(null, arguments);

    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string? path,
        string[] arguments,
        string? folder = null
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Root,
        };
        if (path is not null)
        {
            start.FileName =
                Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet"
                    ? self
                    : FullPath("dotnet");
            start.Environment["PATH"] = path;
        }
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ChildrensTrust.Local.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException fault)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"The command line did not end within {Patience.TotalMinutes} minutes.\n{await output}\n{await errors}",
                fault
            );
        }
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }

    private static string FullPath(string program) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Select(p => Path.Combine(p, program))
            .First(File.Exists);

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Pipeline.sln")))
            at = at.Parent!;
        return at.FullName;
    }
}
