using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>The containers and tables of the pipeline, by the names that infra/ gives them.</summary>
public sealed class PipelineStorage(BlobServiceClient blobs, TableServiceClient tables)
{
    /// <summary>Where publishers' files are dropped; its folders are the feeds. The data team's own: nothing here is
    /// changed or deleted.</summary>
    public BlobContainerClient Landing { get; } = blobs.GetBlobContainerClient("landing");

    /// <summary>Every accepted file as received, under its release id: what everything else can be rebuilt
    /// from.</summary>
    public BlobContainerClient Archive { get; } = blobs.GetBlobContainerClient("archive");

    /// <summary>Every refused file with its findings.</summary>
    public BlobContainerClient Quarantine { get; } = blobs.GetBlobContainerClient("quarantine");

    /// <summary>Every file that was refused for personal data, for a time. Only stewards read it; its findings, which
    /// hold none of it, are in quarantine.</summary>
    public BlobContainerClient Restricted { get; } = blobs.GetBlobContainerClient("restricted");

    /// <summary>The snapshots, each written once.</summary>
    public BlobContainerClient Snapshots { get; } = blobs.GetBlobContainerClient("snapshots");

    /// <summary>The council's own catalogue and area register, where they differ from what the product ships.</summary>
    public BlobContainerClient Config { get; } = blobs.GetBlobContainerClient("config");

    /// <summary>All of the containers. Nothing else may be written to one.</summary>
    public IReadOnlyList<BlobContainerClient> Containers =>
        [Landing, Archive, Quarantine, Restricted, Snapshots, Config];

    /// <summary>What each release says of each indicator in each area.</summary>
    public TableClient Series { get; } = tables.GetTableClient("Series");

    /// <summary>The ledger of releases.</summary>
    public TableClient Releases { get; } = tables.GetTableClient("Releases");

    /// <summary>What was found in each file.</summary>
    public TableClient Findings { get; } = tables.GetTableClient("Findings");

    /// <summary>What is in landing, and what became of it.</summary>
    public TableClient Drops { get; } = tables.GetTableClient("Drops");

    /// <summary>The header of each snapshot.</summary>
    public TableClient SnapshotHeaders { get; } = tables.GetTableClient("Snapshots");

    /// <summary>All of the tables.</summary>
    public IReadOnlyList<TableClient> Tables => [Series, Releases, Findings, Drops, SnapshotHeaders];

    /// <summary>Creates what is missing. For development storage only: in Azure, infra/ creates it and the app has no
    /// right to.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        foreach (var container in Containers)
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var table in Tables)
            await table.CreateIfNotExistsAsync(cancellationToken);
    }
}
