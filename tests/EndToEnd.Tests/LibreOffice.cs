using System.Diagnostics;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>LibreOffice as the reader of our Office files: a program that shares no code with what wrote them. Its
/// profile is kept from one start to the next, because the first start with a new one takes longest.</summary>
public sealed class LibreOffice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);
    private readonly string _profile = Directory.CreateTempSubdirectory("childrens-trust-office-profile-").FullName;

    public void Dispose() => Directory.Delete(_profile, recursive: true);

    /// <summary>Converts files; skips the test where LibreOffice is not installed.</summary>
    /// <param name="to">What to convert them to, as LibreOffice names it.</param>
    /// <param name="folder">Where the results go.</param>
    /// <param name="files">The files.</param>
    public async Task ConvertAsync(string to, string folder, params string[] files)
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
            $"-env:UserInstallation={new Uri(_profile)}",
            "--headless",
            "--norestore",
            "--convert-to",
            to,
            "--outdir",
            folder,
            .. files,
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
