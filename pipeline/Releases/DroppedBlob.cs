using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file in landing as it is at one moment. Uploading it again makes another one.</summary>
internal sealed record DroppedBlob(Feed Feed, BlobClient Blob, BlobProperties Properties, DropDetails Details)
{
    /// <summary>The file as it is now.</summary>
    /// <exception cref="RequestFailedException">It is gone (404).</exception>
    public static async Task<DroppedBlob> FindAsync(Feed feed, BlobClient blob, CancellationToken cancellationToken)
    {
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        return new(feed, blob, properties, DropDetails.From(blob, properties));
    }

    /// <summary>The file as it is now, where it was uploaded again with other metadata; null where it was not, or is
    /// gone.</summary>
    public async Task<DroppedBlob?> FindChangedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = await FindAsync(Feed, Blob, cancellationToken);
            return now.Properties.ETag == Properties.ETag || now.Details.HasSameMetadata(Details) ? null : now;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
