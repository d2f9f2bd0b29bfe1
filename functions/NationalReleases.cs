using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes in what the national publishers release: files dropped in landing/national.</summary>
public sealed class NationalReleases(Ingestion ingestion, ILogger<NationalReleases> logger)
{
    /// <summary>Ingests the blob as a release of the national feed.</summary>
    /// <param name="blob">The dropped file.</param>
    /// <param name="cancellationToken">Ends the work early; the host delivers the blob again.</param>
    [Function(nameof(NationalReleases))]
    public async Task RunAsync(
        [BlobTrigger("landing/national/{name}", Connection = "Landing", Source = BlobSource.Chosen)] BlobClient blob,
        CancellationToken cancellationToken) =>
        logger.Ingested(blob, await ingestion.IngestAsync(Feed.National, blob, cancellationToken));
}
