using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Logging;

/// <summary>The one line that each ingestion leaves in the log: identifiers and counts, never what a cell
/// holds. An alert watches for two of these events by name: names and numbers stay.</summary>
internal static class ReleaseLog
{
    internal static readonly EventId FileIngested = new(1011, nameof(FileIngested));
    internal static readonly EventId FileRefused = new(1012, nameof(FileRefused));
    internal static readonly EventId RowsRejected = new(1013, nameof(RowsRejected));

    public static void Ingested(this ILogger logger, BlobClient blob, Release release) =>
        logger.Log(
            release.Status is ReleaseStatus.Quarantined or ReleaseStatus.Withdrawn
                ? LogLevel.Warning
                : LogLevel.Information,
            Event(release),
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

    private static EventId Event(Release release) =>
        release.Status == ReleaseStatus.Quarantined ? FileRefused
        : release.Rows.Rejected > 0 ? RowsRejected
        : FileIngested;
}
