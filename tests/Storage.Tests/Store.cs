using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Local.Emulator;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Time.Testing;

namespace ChildrensTrust.Storage.Tests;

/// <summary>These tests share an emulator and run one after another, and each begins with an empty store.</summary>
[CollectionDefinition("One store")]
public sealed class OneStore : ICollectionFixture<Emulator>;

/// <summary>These run at the same time, on an emulator of their own.</summary>
[CollectionDefinition("Another store")]
public sealed class AnotherStore : ICollectionFixture<Emulator>;

/// <summary>These measure or listen to everything that the process does, so nothing else may run at the same
/// time.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone : ICollectionFixture<Emulator>;

/// <summary>A real Azurite, started once for the tests of a store.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync() =>
        _azurite = await Azurite.StartAsync(new AzuriteOptions(), null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}

/// <summary>The pipeline on an empty store, put together by hand as a host would.</summary>
public sealed class Store
{
    private readonly BlobServiceClient _blobs;
    private readonly TableServiceClient _tables;

    private Store(string connection)
    {
        (_blobs, _tables) = (new(connection), new(connection));
        Storage = new(_blobs, _tables);
        References = new(Storage, FeedReader.SourceFormats);
        Ledger = new(Storage);
        Series = new(Storage);
        Ingestion = new(Storage, References, Ledger, Series, new IngestionOptions());
        Snapshots = new(Storage);
        Rebuild = new(Storage, References, Ledger, Series, new IngestionOptions());
        SnapshotRebuild = new(Storage, Snapshots);
        Withdrawal = new(Storage, Ledger, Rebuild, Time);
        Purge = new(Storage, Ledger, Rebuild, Time);
        SnapshotPurge = new(Storage, Snapshots, Time);
        Drops = new(Storage);
        Failed = new(Storage, Drops, Time);
        Sweep = new(Storage, Ingestion, Ledger, Drops, Failed, Time);
        Production = Instance(new ScheduleOptions());
    }

    /// <summary>Starts at the emulator's own time, which stamps what is dropped.</summary>
    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);
    public PipelineStorage Storage { get; }
    public ReferenceStore References { get; }
    public ReleaseLedger Ledger { get; }
    public SeriesStore Series { get; }
    public Ingestion Ingestion { get; }
    public DropLedger Drops { get; }
    public FailedDrops Failed { get; }
    public LandingReconciliation Sweep { get; }
    public SnapshotStore Snapshots { get; }
    public SnapshotProduction Production { get; }
    public ReleaseRebuild Rebuild { get; }
    public SnapshotRebuild SnapshotRebuild { get; }
    public ReleaseWithdrawal Withdrawal { get; }
    public ReleasePurge Purge { get; }
    public SnapshotPurge SnapshotPurge { get; }

    /// <summary>Another instance on the same storage and clock.</summary>
    public SnapshotProduction Instance(ScheduleOptions schedule) =>
        new(References, Ledger, new(Storage, Ledger, Series), new(Storage), schedule, Time);

    public static async Task<Store> EmptyAsync(Emulator emulator)
    {
        var store = new Store(emulator.ConnectionString);
        var containers = await store._blobs.GetBlobContainersAsync().ToListAsync();
        var tables = await store._tables.QueryAsync().ToListAsync();
        await Task.WhenAll([
            .. containers.Select(each => store._blobs.DeleteBlobContainerAsync(each.Name)),
            .. tables.Select(each => store._tables.DeleteTableAsync(each.Name)),
        ]);
        await store.Storage.EnsureCreatedAsync(default);
        return store;
    }

    public Task<BlobClient> DropAsync(string name, string content, params (string Name, string Value)[] metadata) =>
        DropAsync(name, Encoding.UTF8.GetBytes(content), metadata);

    public async Task<BlobClient> DropAsync(string name, byte[] content, params (string Name, string Value)[] metadata)
    {
        var blob = Storage.Landing.GetBlobClient(name);
        await blob.UploadAsync(
            new BinaryData(content),
            new BlobUploadOptions { Metadata = metadata.ToDictionary(m => m.Name, m => m.Value) }
        );
        return blob;
    }

    public async Task<Release> IngestAsync(
        Feed feed,
        string name,
        string content,
        params (string Name, string Value)[] metadata
    ) => await Ingestion.IngestAsync(feed, await DropAsync($"{feed.Folder()}/{name}", content, metadata), default);

    public async Task<Release> IngestFileAsync(Feed feed, string path, params (string Name, string Value)[] metadata) =>
        await Ingestion.IngestAsync(
            feed,
            await DropAsync($"{feed.Folder()}/{Path.GetFileName(path)}", await File.ReadAllBytesAsync(path), metadata),
            default
        );

    /// <summary>What the daily sweep does: what was missed, then what failed.</summary>
    public Task<List<SweptFile>> SweepAsync() =>
        Sweep
            .AllAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken)
            .AsTask();

    /// <summary>Everything in the tables and the pipeline's own containers, as text, for comparing two
    /// states.</summary>
    public async Task<string> DumpAsync()
    {
        var text = new StringBuilder();
        foreach (var table in new[] { Storage.Series, Storage.Releases, Storage.Findings, Storage.SnapshotHeaders })
        {
            // The index of the ledger keeps rows that no entry bears out any more: snapshots show that it is read
            // rightly.
            await foreach (var e in table.QueryAsync<TableEntity>("PartitionKey ne 'index'"))
                text.AppendLine(
                    $"{table.Name} {e.PartitionKey} {e.RowKey} "
                        + $"{string.Join(" | ", e.Where(p => p.Key is not ("odata.etag" or "Timestamp")).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"))}"
                );
        }
        foreach (var container in new[] { Storage.Archive, Storage.Quarantine, Storage.Restricted, Storage.Snapshots })
        {
            await foreach (var blob in container.GetBlobsAsync())
                text.AppendLine(
                    $"{container.Name} {blob.Name} {blob.Properties.ContentLength} "
                        + $"{Convert.ToHexString(blob.Properties.ContentHash ?? [])}"
                );
        }
        return text.ToString();
    }
}
