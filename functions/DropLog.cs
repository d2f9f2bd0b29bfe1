using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>What is logged of files that nobody took in. An alert watches for the first of these events by its name: names and numbers stay.</summary>
internal static class DropLog
{
    private static readonly EventId FileNotTakenIn = new(1001, nameof(FileNotTakenIn));
    private static readonly EventId FailureSettled = new(1002, nameof(FailureSettled));
    private static readonly EventId MissingFileTakenIn = new(1003, nameof(MissingFileTakenIn));
    private static readonly EventId NothingMissing = new(1004, nameof(NothingMissing));
    private static readonly EventId FilesInNoFolder = new(1005, nameof(FilesInNoFolder));
    private const int MostNamed = 20;

    public static void NotTakenIn(this ILogger logger, DroppedFile file, Exception? fault = null) =>
        logger.LogError(FileNotTakenIn, fault, "{Blob} ({ETag}): {Sentence} {Guidance}", Line.Of(file.ShownBlob), file.ETag, file.Fault!.Message, file.Fault.Guidance);

    public static void Settled(this ILogger logger, PoisonMessage message) =>
        logger.LogInformation(FailureSettled, "{Blob} ({ETag}) had failed and needs nothing: it was replaced or taken in since, or is no feed's.", Line.Of(ShownName.Of(message.BlobName)), Line.Of(message.ETag));

    public static void Swept(this ILogger logger, IReadOnlyCollection<SweptFile> swept, IReadOnlyCollection<StrayFile> strays)
    {
        if (strays.Count > 0)
            logger.LogWarning(FilesInNoFolder, "Files in landing lie in the folder of no feed, so nothing reads them: {Count}, such as {Blobs}. The folders are {Folders}.", strays.Count, string.Join(", ", strays.Take(MostNamed).Select(s => Line.Of(s.Blob))), string.Join(", ", FeedFolders.All));
        else if (swept.Count == 0)
            logger.LogInformation(NothingMissing, "Every file in landing had been taken in.");
        foreach (var each in swept)
        {
            if (each.Release is { } release)
                logger.LogWarning(MissingFileTakenIn, "{Blob} ({ETag}) lay in landing and had not been taken in. It is now release {Release}: {Status}.", Line.Of(each.File.ShownBlob), each.File.ETag, release.Id, release.Status);
            else
                logger.NotTakenIn(each.File, each.Fault);
        }
    }
}
