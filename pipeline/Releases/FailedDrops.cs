using System.Globalization;
using System.Security.Cryptography;
using Azure;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Records files that the host gave up on, so that someone learns of them and can have them tried
/// again.</summary>
public sealed class FailedDrops(PipelineStorage storage, DropLedger drops, TimeProvider time)
{
    /// <summary>Records that a blob failed as often as the host tries.</summary>
    /// <returns>
    /// The file with what to do; null where there is nothing to do: it was replaced, and the file in its place is
    /// delivered by itself, or it has been taken in since, or it is in the folder of no feed.
    /// </returns>
    public async Task<DroppedFile?> RecordAsync(
        string container,
        string blob,
        ETag etag,
        CancellationToken cancellationToken
    )
    {
        if (container != storage.Landing.Name || DroppedFile.In(blob, etag) is not { } file)
            return null;
        var there = await ETagOfAsync(file, cancellationToken);
        if (there is not null && there != file.ETag)
            return null;
        file = there is null ? Gone(file) : Described(file);
        return await drops.FailedAsync(file, cancellationToken) ? file : null;
    }

    /// <summary>Keeps a message about a failed file that cannot be read, for a person to look at. The same message is
    /// kept once.</summary>
    /// <returns>The blob in quarantine that holds it.</returns>
    public async Task<string> SetAsideAsync(string message, CancellationToken cancellationToken)
    {
        var content = BinaryData.FromString(message);
        var name = $"unreadable-messages/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.txt";
        await storage.Quarantine.GetBlobClient(name).UploadAsync(content, overwrite: true, cancellationToken);
        return name;
    }

    internal DroppedFile Described(DroppedFile file)
    {
        var now = time.GetUtcNow();
        var day = now.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);
        var why = file.StaysInItsFolder
            ? $"every try failed, the last on {day} UTC"
            : "its name would lead out of its folder. Give it another name";
        return file with { Fault = Check.NotTakenIn.Found($"The file was not received: {why}."), Failed = now };
    }

    /// <summary>The file, said to be gone where a try ended because it was.</summary>
    internal async Task<DroppedFile> DescribedAsync(
        DroppedFile file,
        Exception fault,
        CancellationToken cancellationToken
    )
    {
        if (
            fault is not RequestFailedException { Status: 404 }
            || await ETagOfAsync(file, cancellationToken) is not null
        )
            return file;
        var gone = Gone(file);
        await drops.FailedAsync(gone, cancellationToken);
        return gone;
    }

    private DroppedFile Gone(DroppedFile file) =>
        file with
        {
            Fault = Check.FileGone.Found("The file was not received: it was deleted from landing before it was read."),
            Failed = time.GetUtcNow(),
        };

    // The state that landing has of the blob; null where it is gone. A name that leads out of its folder is that of
    // another blob, and is not asked for.
    private async Task<ETag?> ETagOfAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        if (!file.StaysInItsFolder)
            return file.ETag;
        try
        {
            return (
                await storage.Landing.GetBlobClient(file.Blob).GetPropertiesAsync(cancellationToken: cancellationToken)
            )
                .Value
                .ETag;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
