using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ChildrensTrust.Local.Emulator;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.EndToEnd.Tests.Worker;

/// <summary>The built app under a host, on an empty store.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private Azurite? _azurite;
    private WorkerHost? _host;

    internal WorkerHost Host => _host!;

    /// <summary>How long the worker took from its start until every function was loaded.</summary>
    internal TimeSpan StartTook { get; private set; }

    internal PipelineStorage Storage { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartAsync(new(), null, TestContext.Current.CancellationToken);
        var connection = _azurite.ConnectionString;
        Storage = new(new BlobServiceClient(connection), new TableServiceClient(connection));

        // Built beside these tests, in the same configuration.
        var root = CommandLineProcess.Root;
        var bin = Path.GetRelativePath(Path.Combine(root, "tests", "EndToEnd.Tests"), AppContext.BaseDirectory);
        var started = Stopwatch.GetTimestamp();
        _host = await WorkerHost.StartAsync(Path.Combine(root, "functions", bin), ("Landing", connection));
        StartTook = Stopwatch.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
