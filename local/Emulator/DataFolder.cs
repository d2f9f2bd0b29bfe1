using System.Diagnostics;
using System.Globalization;

namespace ChildrensTrust.Local.Emulator;

/// <summary>A data folder that this process holds alone, with the record of the Azurite that writes to it.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Linux reckons a start time from the time of boot, and not always to the same hundredth.</summary>
    private static readonly TimeSpan ClockJitter = TimeSpan.FromSeconds(1);

    private readonly string _root;
    private readonly FileStream _hold;

    private DataFolder(string folder, FileStream held)
    {
        _root = folder;
        _hold = held;
        Directory.CreateDirectory(AzuriteFolder);
    }

    public string AzuriteFolder => Path.Combine(_root, "azurite");

    private string PidFile => Path.Combine(_root, "azurite.pid");

    /// <exception cref="UserFaultException">Another process holds the folder.</exception>
    public static async Task<DataFolder> TakeAsync(
        string folder,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        folder = Path.GetFullPath(folder);
        if (File.Exists(folder))
            throw new UserFaultException($"{folder} is a file; --data needs a folder.", ExitCode.Misused);

        Directory.CreateDirectory(folder);
        var held =
            ExclusiveFile.TryOpen(Path.Combine(folder, "azurite.lock"))
            ?? throw new UserFaultException(
                $"Another process is using the data in {folder}. Stop it, or choose another folder with --data, "
                    + "or use its storage with --connection and the connection string that it printed."
            );
        var data = new DataFolder(folder, held);
        await data.LeftoverGoneAsync(progress, cancellationToken);
        return data;
    }

    /// <summary>Notes which process writes here, so that the next owner can tell whether it still does.</summary>
    public void Record(Process azurite) =>
        File.WriteAllLines(
            PidFile,
            [azurite.Id.ToString(CultureInfo.InvariantCulture), azurite.StartTime.ToUniversalTime().ToString("O")]
        );

    public void Dispose()
    {
        File.Delete(PidFile);
        _hold.Dispose();
    }

    /// <summary>After a kill the last Azurite may still be writing its data out. It ends by itself; one that hangs is
    /// ended.</summary>
    private async Task LeftoverGoneAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var leftover = Leftover();
        if (leftover is null)
            return;

        progress?.Report("Waiting for the last run's Azurite to end.");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        await leftover.WaitForExitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (!leftover.HasExited)
            leftover.Kill(entireProcessTree: true);
    }

    /// <summary>The recorded process, if it is still the same one: process ids are used again, start times are
    /// not.</summary>
    private Process? Leftover()
    {
        if (!File.Exists(PidFile) || File.ReadAllLines(PidFile) is not [var id, var started])
            return null;
        if (
            !int.TryParse(id, out var pid)
            || !DateTime.TryParse(started, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var recorded)
        )
            return null;

        var process = Array.Find(Process.GetProcesses(), each => each.Id == pid);
        try
        {
            return process is not null && (process.StartTime.ToUniversalTime() - recorded).Duration() < ClockJitter
                ? process
                : null;
        }
        catch (InvalidOperationException)
        {
            // It ended while it was looked at.
            return null;
        }
    }
}
