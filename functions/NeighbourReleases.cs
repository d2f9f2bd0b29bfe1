using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes in the statistical neighbour models: files dropped in landing/neighbours.</summary>
public sealed class NeighbourReleases(Ingestion ingestion, ILogger<NeighbourReleases> logger)
{
    /// <summary>Ingests the blob as a release of the neighbours feed.</summary>
    /// <param name="blob">The dropped file.</param>
    /// <param name="cancellationToken">Ends the work early; the host delivers the blob again.</param>
    [Function(nameof(NeighbourReleases))]
    public async Task RunAsync(
        [BlobTrigger("landing/neighbours/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken) =>
        logger.Ingested(blob, await ingestion.IngestAsync(Feed.Neighbours, blob, cancellationToken));
}
