using System.Diagnostics;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>LibreOffice as the reader of our Office files: a program that shares no code with what wrote
/// them.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    /// <summary>Converts a file; skips the test where LibreOffice is not installed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="to">What to convert it to, as LibreOffice names it.</param>
    /// <param name="folder">Where the result goes, and a profile of its own with it.</param>
    public static async Task ConvertAsync(string file, string to, string folder)
    {
        Assert.SkipWhen(
            Program is null,
            "LibreOffice is not installed (Debian: libreoffice-calc and libreoffice-writer)."
        );
        var start = new ProcessStartInfo(Program!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
            "--headless",
            "--norestore",
            "--convert-to",
            to,
            "--outdir",
            folder,
            file,
        ];
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
            throw new TimeoutException($"LibreOffice did not end within {Patience.TotalMinutes} minutes.", fault);
        }
        process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
    }
}
