using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes in breastfeeding statistics: files dropped in landing/breastfeeding.</summary>
public sealed class BreastfeedingReleases(Ingestion ingestion, ILogger<BreastfeedingReleases> logger)
{
    /// <summary>Ingests the blob as a release of the breastfeeding feed.</summary>
    /// <param name="blob">The dropped file.</param>
    /// <param name="cancellationToken">Ends the work early; the host delivers the blob again.</param>
    [Function(nameof(BreastfeedingReleases))]
    public async Task RunAsync(
        [BlobTrigger("landing/breastfeeding/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken) =>
        logger.Ingested(blob, await ingestion.IngestAsync(Feed.Breastfeeding, blob, cancellationToken));
}
