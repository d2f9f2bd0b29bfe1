using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// A blob that stands for a folder and is no file. An account with a hierarchical namespace lists each folder as an
/// empty blob with a mark in its metadata; some programs make an empty blob whose name ends with a slash.
/// </summary>
public static class FolderStub
{
    private const string Mark = "hdi_isfolder";

    /// <summary>Whether a blob of a listing is one.</summary>
    /// <param name="blob">The blob, listed with its metadata.</param>
    public static bool Is(BlobItem blob) =>
        blob.Name.EndsWith('/') || IsMarked(blob.Properties.ContentLength, blob.Metadata);

    /// <summary>Whether a blob is one.</summary>
    public static async Task<bool> IsAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        if (blob.Name.EndsWith('/'))
            return true;
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        return IsMarked(properties.ContentLength, properties.Metadata);
    }

    // Storage keeps the case of a metadata's name and compares without it.
    private static bool IsMarked(long? length, IDictionary<string, string>? metadata) =>
        length is null or 0
        && metadata?.Any(m =>
            m.Key.Equals(Mark, StringComparison.OrdinalIgnoreCase)
            && m.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
        ) == true;
}
