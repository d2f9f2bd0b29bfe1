using Azure.Storage.Blobs;
using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>
/// Ingests the files uploaded to landing, one function for each feed's folder. The functions keep their names: the host
/// remembers by them which files it has delivered.
/// </summary>
public sealed class Landing(Ingestion ingestion, ILogger<Landing> logger)
{
    /// <summary>National releases of every authority.</summary>
    [Function(nameof(NationalReleases))]
    public Task NationalReleases(
        [BlobTrigger("landing/national/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken
    ) => IngestAsync(Feed.National, blob, cancellationToken);

    /// <summary>Models of statistical neighbours.</summary>
    [Function(nameof(NeighbourReleases))]
    public Task NeighbourReleases(
        [BlobTrigger("landing/neighbours/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken
    ) => IngestAsync(Feed.Neighbours, blob, cancellationToken);

    /// <summary>NHS England's breastfeeding releases.</summary>
    [Function(nameof(BreastfeedingReleases))]
    public Task BreastfeedingReleases(
        [BlobTrigger("landing/breastfeeding/{name}", Connection = "Landing", Source = BlobSource.Chosen)]
            BlobClient blob,
        CancellationToken cancellationToken
    ) => IngestAsync(Feed.Breastfeeding, blob, cancellationToken);

    /// <summary>NHS England's child measurement releases.</summary>
    [Function(nameof(ObesityReleases))]
    public Task ObesityReleases(
        [BlobTrigger("landing/obesity/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken
    ) => IngestAsync(Feed.Obesity, blob, cancellationToken);

    /// <summary>The council's own figures.</summary>
    [Function(nameof(LocalReturns))]
    public Task LocalReturns(
        [BlobTrigger("landing/local/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken
    ) => IngestAsync(Feed.Local, blob, cancellationToken);

    /// <summary>The state of the plan's key actions.</summary>
    [Function(nameof(KeyActions))]
    public Task KeyActions(
        [BlobTrigger("landing/key-actions/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken
    ) => IngestAsync(Feed.KeyActions, blob, cancellationToken);

    private async Task IngestAsync(Feed feed, BlobClient blob, CancellationToken cancellationToken)
    {
        if (!await FolderStub.IsAsync(blob, cancellationToken))
            logger.Ingested(blob, await ingestion.IngestAsync(feed, blob, cancellationToken));
    }
}
