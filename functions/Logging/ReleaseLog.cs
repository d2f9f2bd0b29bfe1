using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Logging;

/// <summary>The one line that each ingestion leaves in the log: identifiers and counts, never what a cell
/// holds.</summary>
internal static class ReleaseLog
{
    public static void Ingested(this ILogger logger, BlobClient blob, Release release) =>
        logger.Log(
            release.Status is ReleaseStatus.Quarantined or ReleaseStatus.Withdrawn
                ? LogLevel.Warning
                : LogLevel.Information,
            "{Blob} is release {Release} of {Feed}: {Status}. Rows read {Read}, accepted {Accepted}, skipped "
                + "{Skipped}, rejected {Rejected}; observations {Observations}; findings {Findings}.",
            LogText.SingleLine(ShownName.Of(blob.Name)),
            release.Id,
            release.Feed,
            release.Status,
            release.Rows.Read,
            release.Rows.Accepted,
            release.Rows.Skipped.Values.Sum(),
            release.Rows.Rejected,
            release.Observations,
            release.FindingCount
        );
}
