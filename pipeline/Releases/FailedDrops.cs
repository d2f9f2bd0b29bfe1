using System.Globalization;
using System.Security.Cryptography;
using Azure;
using ChildrensTrust.Pipeline.Screening;
using ChildrensTrust.Pipeline.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Records files that the host gave up on, so that someone learns of them and can have them tried again.</summary>
public sealed class FailedDrops(PipelineStorage storage, DropLedger drops, TimeProvider time)
{
    /// <summary>Records that a blob failed as often as the host tries.</summary>
    /// <param name="container">Its container.</param>
    /// <param name="blob">Its name.</param>
    /// <param name="etag">The state of it that failed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// The file with what to do; null where there is nothing to do: it was replaced, and the file in its place is delivered by itself,
    /// or it has been taken in since, or it lies in the folder of no feed.
    /// </returns>
    public async Task<DroppedFile?> RecordAsync(string container, string blob, ETag etag, CancellationToken cancellationToken)
    {
        if (container != storage.Landing.Name || DroppedFile.In(blob, etag) is not { } file || await ReplacedAsync(file, cancellationToken))
            return null;
        file = Described(file);
        return await drops.FailedAsync(file, cancellationToken) ? file : null;
    }

    /// <summary>Keeps a message about a failed file that cannot be read, for a person to look at. The same message is kept once.</summary>
    /// <param name="message">Its text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
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
        var why = file.StaysInItsFolder ? $"every try failed, the last on {day} UTC" : "its name would lead out of its folder. Give it another name";
        return file with { Fault = Check.NotTakenIn.Found($"The file was not taken in: {why}."), Failed = now };
    }

    private async Task<bool> ReplacedAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        if (!file.StaysInItsFolder)
            return false;
        try
        {
            var there = await storage.Landing.GetBlobClient(file.Blob).GetPropertiesAsync(cancellationToken: cancellationToken);
            return there.Value.ETag != file.ETag;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return false;
        }
    }
}
