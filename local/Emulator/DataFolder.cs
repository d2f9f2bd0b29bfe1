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

    private string AddressFile => AddressIn(_root);

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
            ExclusiveFile.TryOpen(LockIn(folder))
            ?? throw new UserFaultException(
                $"Another command is using the data in {folder}. Wait until it has finished, or choose another folder "
                    + "with --data."
            );
        var data = new DataFolder(folder, held);
        // It was left by one that was killed.
        File.Delete(data.AddressFile);
        await data.LeftoverGoneAsync(progress, cancellationToken);
        return data;
    }

    /// <summary>Notes which process writes here, so that the next owner can tell whether it still does.</summary>
    public void Record(Process azurite) =>
        File.WriteAllLines(
            PidFile,
            [azurite.Id.ToString(CultureInfo.InvariantCulture), azurite.StartTime.ToUniversalTime().ToString("O")]
        );

    /// <summary>Writes down how other commands reach the storage while this process holds the folder. Only this user
    /// may read it.</summary>
    public void Announce(string connectionString)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(AddressFile + ".part", options);
        file.Write(connectionString);
        file.Close();
        File.Move(AddressFile + ".part", AddressFile, overwrite: true);
    }

    /// <summary>How to reach the storage of the process that holds the folder and has announced it; null where there is
    /// none.</summary>
    public static string? FindAnnounced(string folder)
    {
        if (!File.Exists(AddressIn(folder)))
            return null;
        using var free = ExclusiveFile.TryOpen(LockIn(folder));
        try
        {
            return free is null ? File.ReadAllText(AddressIn(folder)) : null;
        }
        catch (FileNotFoundException)
        {
            // It ended at this very moment.
            return null;
        }
    }

    public void Dispose()
    {
        File.Delete(AddressFile);
        File.Delete(PidFile);
        _hold.Dispose();
    }

    private static string LockIn(string folder) => Path.Combine(folder, "azurite.lock");

    private static string AddressIn(string folder) => Path.Combine(folder, "azurite.address");

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
