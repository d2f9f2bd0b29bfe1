using System.Diagnostics;
using System.Security.Cryptography;

namespace ChildrensTrust.Local.Emulator;

/// <summary>A running Azurite of our own, on free ports of 127.0.0.1. It stops when disposed, and by itself when this
/// process ends in any way.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _node;
    private readonly DataFolder? _folder;

    private Azurite(Process process, DataFolder? data, AzuriteOutput output, string connectionString)
    {
        _node = process;
        _folder = data;
        ConnectionString = connectionString;
        Ended = EndedAsync(process, output);
    }

    /// <summary>Reaches blobs, queues and tables. Ports and key are new with every start.</summary>
    public string ConnectionString { get; }

    /// <summary>Completes with Azurite's own last lines when it has stopped, wanted or not.</summary>
    public Task<string> Ended { get; }

    /// <summary>Installs Azurite where it is missing, starts it and waits until it listens.</summary>
    /// <param name="progress">Told in sentences what takes its time.</param>
    /// <exception cref="UserFaultException">Node is missing, the data folder is in use, or Azurite did not
    /// start.</exception>
    public static async Task<Azurite> StartAsync(
        AzuriteOptions options,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);

        var program = Executable.Find(
            "node",
            "Azurite, the storage emulator, runs on Node.js. Install Node.js 20 or later, with npm, and run this again."
        );
        var data = options.DataFolder is { } path
            ? await DataFolder.TakeAsync(path, progress, cancellationToken)
            : null;
        try
        {
            var installed = await AzuriteInstallation.EnsureAsync(options.InstallFolder, progress, cancellationToken);
            return await StartAsync(program, installed, data, options.StartTimeout, cancellationToken);
        }
        catch
        {
            data?.Dispose();
            throw;
        }
    }

    /// <summary>Lets other commands on the same data folder find this one, until it stops.</summary>
    public void Announce() => _folder?.Announce(ConnectionString);

    /// <summary>The connection string of an Azurite that was announced and is running on a data folder; null for
    /// none.</summary>
    public static string? FindAnnounced(string folder) => DataFolder.FindAnnounced(folder);

    /// <summary>Stops Azurite. One that keeps its data gets a few seconds to write what it still holds.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(_node, _folder is null ? TimeSpan.Zero : Patience);
        await Ended;
        _node.Dispose();
        _folder?.Dispose();
    }

    private static async Task<Azurite> StartAsync(
        string program,
        string installed,
        DataFolder? data,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var process = Process.Start(Command(program, installed, data, key))!;
        try
        {
            data?.Record(process);
            var output = new AzuriteOutput(process);
            var ports = await output.PortsAsync(timeout, cancellationToken);
            return new Azurite(process, data, output, ConnectionStringFor(ports, key));
        }
        catch
        {
            await StopAsync(process, TimeSpan.Zero);
            process.Dispose();
            throw;
        }
    }

    private static ProcessStartInfo Command(string program, string installed, DataFolder? data, string key)
    {
        string[] persistence = data is null ? ["--inMemoryPersistence"] : ["--location", data.AzuriteFolder];
        return new ProcessStartInfo(
            program,
            [
                Path.Combine(installed, "start.js"),
                "--blobHost",
                "127.0.0.1",
                "--queueHost",
                "127.0.0.1",
                "--tableHost",
                "127.0.0.1",
                "--blobPort",
                "0",
                "--queuePort",
                "0",
                "--tablePort",
                "0",
                "--silent",
                "--disableTelemetry",
                "--skipApiVersionCheck",
                .. persistence,
            ]
        )
        {
            WorkingDirectory = installed,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        };
    }

    private static string ConnectionStringFor(AzuritePorts ports, string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};"
        + $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{ports.Queue}/{Account};"
        + $"TableEndpoint=http://127.0.0.1:{ports.Table}/{Account};";

    private static async Task StopAsync(Process process, TimeSpan patience)
    {
        process.StandardInput.Close();
        if (patience > TimeSpan.Zero)
        {
            using var late = new CancellationTokenSource(patience);
            await process.WaitForExitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }

    private static async Task<string> EndedAsync(Process process, AzuriteOutput output)
    {
        await process.WaitForExitAsync();
        return output.LastLines;
    }
}
