using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes in child measurement statistics: files dropped in landing/obesity.</summary>
public sealed class ObesityReleases(Ingestion ingestion, ILogger<ObesityReleases> logger)
{
    /// <summary>Ingests the blob as a release of the obesity feed.</summary>
    /// <param name="blob">The dropped file.</param>
    /// <param name="cancellationToken">Ends the work early; the host delivers the blob again.</param>
    [Function(nameof(ObesityReleases))]
    public async Task RunAsync(
        [BlobTrigger("landing/obesity/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken) =>
        logger.Ingested(blob, await ingestion.IngestAsync(Feed.Obesity, blob, cancellationToken));
}
