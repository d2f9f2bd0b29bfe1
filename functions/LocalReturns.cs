using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes in the Children's Trust's own returns: files dropped in landing/local.</summary>
public sealed class LocalReturns(Ingestion ingestion, ILogger<LocalReturns> logger)
{
    /// <summary>Ingests the blob as a release of the local feed.</summary>
    /// <param name="blob">The dropped file.</param>
    /// <param name="cancellationToken">Ends the work early; the host delivers the blob again.</param>
    [Function(nameof(LocalReturns))]
    public async Task RunAsync(
        [BlobTrigger("landing/local/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken) =>
        logger.Ingested(blob, await ingestion.IngestAsync(Feed.Local, blob, cancellationToken));
}
