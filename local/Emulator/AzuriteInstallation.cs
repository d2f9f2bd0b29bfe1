using System.Diagnostics;
using System.Security.Cryptography;

namespace ChildrensTrust.Local.Emulator;

/// <summary>Azurite's program on disk: installed by npm from the lock file beside this program, once for each state of
/// that file.</summary>
internal static class AzuriteInstallation
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "start.js"];
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>The folder that holds a complete installation, made now where there is none.</summary>
    public static async Task<string> EnsureAsync(
        string? folder,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        folder = Path.GetFullPath(folder ?? Path.Combine(RepositoryRoot.Find(), ".local", "tools", "azurite"));
        var state = await StateAsync(cancellationToken);
        if (await IsCompleteAsync(folder, state, cancellationToken))
            return folder;

        Directory.CreateDirectory(folder);
        await using var alone = await AloneAsync(folder, progress, cancellationToken);
        if (!await IsCompleteAsync(folder, state, cancellationToken))
            await InstallAsync(folder, state, progress, cancellationToken);

        return folder;
    }

    /// <summary>The mark is written last, so an installation that broke off has none and is made again.</summary>
    private static string Mark(string folder) => Path.Combine(folder, "complete");

    private static string Source(string file) => Path.Combine(AppContext.BaseDirectory, "azurite", file);

    private static async Task<string> StateAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
            hash.AppendData(await File.ReadAllBytesAsync(Source(file), cancellationToken));

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<bool> IsCompleteAsync(string folder, string state, CancellationToken cancellationToken) =>
        File.Exists(Mark(folder)) && await File.ReadAllTextAsync(Mark(folder), cancellationToken) == state;

    private static async Task InstallAsync(
        string folder,
        string state,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        File.Delete(Mark(folder));
        foreach (var file in Files)
            File.Copy(Source(file), Path.Combine(folder, file), overwrite: true);

        progress?.Report(
            "Installing Azurite, the storage emulator, with npm. This happens once and takes up to a minute."
        );
        await NpmAsync(folder, cancellationToken);
        await File.WriteAllTextAsync(Mark(folder), state, cancellationToken);
        progress?.Report("Azurite is installed.");
    }

    /// <summary>No package's own script runs: Azurite needs none.</summary>
    private static async Task NpmAsync(string folder, CancellationToken cancellationToken)
    {
        var npm = Executable.Find(
            "npm",
            "Azurite, the storage emulator, is installed by npm. Install Node.js 20 or later, with npm, and run "
                + "this again."
        );
        var command = new ProcessStartInfo(
            npm,
            ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"]
        )
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(command)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new UserFaultException(
                    "npm could not install Azurite. It needs to reach an npm registry this one time. npm says: "
                        + $"{(await errors + await output).Trim()}"
                );
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Tests and commands that start together must not install into one folder; whoever comes second
    /// waits.</summary>
    private static async Task<FileStream> AloneAsync(
        string folder,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        for (var told = false; ; told = true)
        {
            if (ExclusiveFile.TryOpen(folder + ".lock") is { } held)
                return held;
            if (!told)
                progress?.Report("Another process is installing Azurite. Waiting for it.");
            await Task.Delay(Look, cancellationToken);
        }
    }
}
