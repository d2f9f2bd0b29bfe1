using ChildrensTrust.Functions.Poison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Logging;

/// <summary>What is logged of files that were not ingested when they landed. Alerts watch for some of these events by
/// name: names and numbers stay.</summary>
internal static class DropLog
{
    internal static readonly EventId FileNotTakenIn = new(1001, nameof(FileNotTakenIn));
    private static readonly EventId FailureSettled = new(1002, nameof(FailureSettled));
    internal static readonly EventId MissingFileTakenIn = new(1003, nameof(MissingFileTakenIn));
    private static readonly EventId FilesInNoFolder = new(1005, nameof(FilesInNoFolder));
    internal static readonly EventId UnreadableMessage = new(1006, nameof(UnreadableMessage));
    private static readonly EventId FailedFileTakenIn = new(1007, nameof(FailedFileTakenIn));
    private const int MaxNamed = 20;

    public static void NotTakenIn(this ILogger logger, DroppedFile file, Exception? fault = null)
    {
        // Application Insights keeps a line with an exception in another table than the one that the alert reads.
        logger.LogError(
            FileNotTakenIn,
            "{Blob} ({ETag}): {Sentence} {Guidance}",
            LogText.SingleLine(file.ShownBlob),
            file.ETag,
            file.Fault!.Message,
            file.Fault.Guidance
        );
        if (fault is not null)
            logger.LogError(
                fault,
                "The exception that stopped {Blob} ({ETag}) from being ingested.",
                LogText.SingleLine(file.ShownBlob),
                file.ETag
            );
    }

    public static void Settled(this ILogger logger, PoisonMessage message) =>
        logger.LogInformation(
            FailureSettled,
            "{Blob} ({ETag}) had failed and needs nothing: it was replaced or ingested since, or is in no feed's "
                + "folder.",
            LogText.SingleLine(ShownName.Of(message.BlobName)),
            LogText.SingleLine(message.ETag)
        );

    public static void SetAside(this ILogger logger, string blob) =>
        logger.LogError(
            UnreadableMessage,
            "A message on the queue of poison files cannot be read. It is now the blob {Blob} in quarantine. "
                + "docs/operations.md, Poison files, says what to do.",
            blob
        );

    public static void Swept(this ILogger logger, SweptFile swept)
    {
        if (swept.Release is not { } release)
            logger.NotTakenIn(swept.File, swept.Fault);
        else if (swept.Missed)
            logger.LogWarning(
                MissingFileTakenIn,
                "{Blob} ({ETag}) was in landing and had not been read: its upload event was missed. It is now "
                    + "release {Release}: {Status}.",
                LogText.SingleLine(swept.File.ShownBlob),
                swept.File.ETag,
                release.Id,
                release.Status
            );
        else
            logger.LogInformation(
                FailedFileTakenIn,
                "{Blob} ({ETag}) had failed. It is now release {Release}: {Status}.",
                LogText.SingleLine(swept.File.ShownBlob),
                swept.File.ETag,
                release.Id,
                release.Status
            );
    }

    public static void Strays(this ILogger logger, IReadOnlyCollection<UnroutedFile> strays)
    {
        if (strays.Count > 0)
            logger.LogWarning(
                FilesInNoFolder,
                "{Count} files in landing are not in any feed's folder, so they are not read: {Blobs}. The folders "
                    + "are {Folders}.",
                strays.Count,
                string.Join(", ", strays.Take(MaxNamed).Select(s => LogText.SingleLine(s.Blob))),
                string.Join(", ", FeedFolders.All)
            );
    }
}
