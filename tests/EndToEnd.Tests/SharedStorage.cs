using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ChildrensTrust.Local.Emulator;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>An emulator that runs on a data folder, where each command finds it and starts none of its own, as beside
/// <c>up</c>. To start one takes longer than most commands.</summary>
public sealed class SharedStorage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;
    private IAsyncDisposable? _running;
    private string _connection = "";

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        var azurite = await StartAsync(Data, TestContext.Current.CancellationToken);
        (_running, _connection) = (azurite, azurite.ConnectionString);
    }

    /// <summary>Starts an emulator on a data folder and says there how it is reached.</summary>
    /// <param name="data">The data folder.</param>
    public static async Task<Azurite> StartAsync(string data, CancellationToken cancellationToken)
    {
        var azurite = await Azurite.StartAsync(new() { DataFolder = data }, null, cancellationToken);
        azurite.Announce();
        return azurite;
    }

    /// <summary>Leaves nothing in it, as in a folder that no command has used.</summary>
    public async Task EmptyAsync()
    {
        var (blobs, tables, queues) = (
            new BlobServiceClient(_connection),
            new TableServiceClient(_connection),
            new QueueServiceClient(_connection)
        );
        await foreach (var container in blobs.GetBlobContainersAsync())
            await blobs.DeleteBlobContainerAsync(container.Name);
        await foreach (var table in tables.QueryAsync())
            await tables.DeleteTableAsync(table.Name);
        await foreach (var queue in queues.GetQueuesAsync())
            await queues.DeleteQueueAsync(queue.Name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
