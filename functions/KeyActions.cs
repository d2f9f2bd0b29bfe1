using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes in the state of the plan's key actions: files dropped in landing/key-actions.</summary>
public sealed class KeyActions(Ingestion ingestion, ILogger<KeyActions> logger)
{
    /// <summary>Ingests the blob as a release of the key actions feed.</summary>
    /// <param name="blob">The dropped file.</param>
    /// <param name="cancellationToken">Ends the work early; the host delivers the blob again.</param>
    [Function(nameof(KeyActions))]
    public async Task RunAsync(
        [BlobTrigger("landing/key-actions/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken) =>
        logger.Ingested(blob, await ingestion.IngestAsync(Feed.KeyActions, blob, cancellationToken));
}
