using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>Points to the newest finished version of a snapshot, whatever it was asked for: the blob latest.json beside
/// the versions' folders. <see cref="SnapshotOrder"/> says which one counts.</summary>
internal sealed record SnapshotPointer(int Version, string Folder)
{
    /// <summary>The name of the blob.</summary>
    public const string FileName = "latest.json";

    private static (int Version, BlobRequestConditions Condition) None => (0, new() { IfNoneMatch = ETag.All });

    /// <summary>Makes the blob say this, unless it says a newer version: it is only ever replaced as it was read, so it
    /// never goes back.</summary>
    internal async Task WriteAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        // Of a first version there is nearly always none yet.
        for (
            var there = Version == 1 ? None : await ReadAsync(blob, cancellationToken);
            there.Version < Version;
            there = await ReadAsync(blob, cancellationToken)
        )
        {
            try
            {
                await blob.UploadAsync(
                    BinaryData.FromObjectAsJson(this, JsonSerializerOptions.Web),
                    new BlobUploadOptions
                    {
                        Conditions = there.Condition,
                        HttpHeaders = new() { ContentType = "application/json" },
                    },
                    cancellationToken
                );
                return;
            }
            catch (RequestFailedException fault) when (fault.IsAlreadyThere())
            {
                // Another instance moved it in between: what it says now decides.
            }
        }
    }

    /// <summary>The version that a blob points to; 0 where it points to none.</summary>
    internal static async Task<int> VersionAsync(BlobClient blob, CancellationToken cancellationToken) =>
        (await ReadAsync(blob, cancellationToken)).Version;

    private static async Task<(int Version, BlobRequestConditions Condition)> ReadAsync(
        BlobClient blob,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var there = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return (VersionIn(there.Content), new() { IfMatch = there.Details.ETag });
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return None;
        }
    }

    private static int VersionIn(BinaryData json)
    {
        try
        {
            return json.ToObjectFromJson<SnapshotPointer>(JsonSerializerOptions.Web)?.Version ?? 0;
        }
        catch (JsonException)
        {
            // Something else was put there: it points to nothing.
            return 0;
        }
    }
}
