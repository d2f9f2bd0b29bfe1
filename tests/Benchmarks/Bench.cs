using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Local.Emulator;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Benchmarks;

/// <summary>The pipeline, put together as the function app does, on an Azurite of its own that keeps its data on disk,
/// as <c>up</c> has it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly Azurite? _azurite;
    private string? _folder;
    private readonly ServiceProvider _services;

    private Bench(Azurite? azurite, string connection)
    {
        (_azurite, ConnectionString) = (azurite, connection);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [PipelineServices.Connection] = connection })
            .Build();
        _services = new ServiceCollection().AddPipeline(settings).BuildServiceProvider();
        Storage = Get<PipelineStorage>();
    }

    public string ConnectionString { get; }

    public PipelineStorage Storage { get; }

    public static async Task<Bench> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        var azurite = await Azurite.StartAsync(new AzuriteOptions { DataFolder = folder }, null, default);
        var bench = new Bench(azurite, azurite.ConnectionString) { _folder = folder };
        await bench.Storage.EnsureCreatedAsync(default);
        return bench;
    }

    /// <summary>On storage that another process has started.</summary>
    public static Bench On(string connection) => new(null, connection);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<BlobClient> DropAsync(string path, Feed feed = Feed.National)
    {
        var blob = Storage.Landing.GetBlobClient($"{feed.Folder()}/{Path.GetFileName(path)}");
        await blob.UploadAsync(path, new BlobUploadOptions());
        return blob;
    }

    public async Task<Release> IngestAsync(Feed feed, string name, string content, DateOnly published)
    {
        var blob = Storage.Landing.GetBlobClient($"{feed.Folder()}/{name}");
        await blob.UploadAsync(
            BinaryData.FromString(content),
            new BlobUploadOptions
            {
                Metadata = new Dictionary<string, string> { ["published"] = published.ToString("yyyy-MM-dd") },
            }
        );
        return await Get<Ingestion>().IngestAsync(feed, blob, default);
    }

    /// <summary>Empties everything but landing, so that the next file is the first.</summary>
    public async Task EmptyAsync()
    {
        foreach (var container in new[] { Storage.Archive, Storage.Quarantine, Storage.Snapshots })
            await container.DeleteIfExistsAsync();
        foreach (
            var table in new[]
            {
                Storage.Series,
                Storage.Releases,
                Storage.Findings,
                Storage.Drops,
                Storage.SnapshotHeaders,
            }
        )
            await table.DeleteAsync();
        await Storage.EnsureCreatedAsync(default);
    }

    /// <summary>Forgets the snapshots, so that the next one is made and written.</summary>
    public async Task WithoutSnapshotsAsync()
    {
        await Storage.Snapshots.DeleteIfExistsAsync();
        await Storage.SnapshotHeaders.DeleteAsync();
        await Storage.EnsureCreatedAsync(default);
    }

    /// <summary>Every entity of the series, as one who writes with the bare client would have it.</summary>
    public async Task<List<TableEntity>> SeriesAsync()
    {
        var entities = new List<TableEntity>();
        await foreach (var entity in Storage.Series.QueryAsync<TableEntity>())
        {
            entity.Remove("odata.etag");
            entity.Remove("Timestamp");
            entities.Add(entity);
        }
        return entities;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
