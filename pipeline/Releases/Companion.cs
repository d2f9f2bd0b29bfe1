using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A companion that lies in landing.</summary>
/// <param name="Blob">The blob.</param>
/// <param name="ETag">The state of it that was read.</param>
/// <param name="Meta">What it says.</param>
internal sealed record CompanionFile(BlobClient Blob, ETag ETag, EesMeta Meta);

/// <summary>The companion of a data file: name.meta.csv beside name.csv, which describes its columns.</summary>
public static class Companion
{
    private const string Ending = ".meta.csv";
    private const int LongestBlobName = 1024;

    /// <summary>The companion's name; null where the file is one itself or is no CSV.</summary>
    /// <param name="file">The data file's name, with or without folders.</param>
    public static string? NameOf(string file) =>
        file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? file[..^4] + Ending : null;

    /// <summary>Reads a companion.</summary>
    /// <param name="file">Its content.</param>
    /// <param name="name">Its name.</param>
    /// <param name="reference">The catalogue and the areas.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What it says; null where it is not a companion file.</returns>
    public static async Task<EesMeta?> ReadAsync(Stream file, string name, Reference reference, CancellationToken cancellationToken) =>
        (await FeedReader.ReadAsync(file, name, null, reference, cancellationToken)).Meta;

    internal static async Task<CompanionFile?> FindAsync(BlobContainerClient landing, string blob, Reference reference, CancellationToken cancellationToken)
    {
        if (NameOf(blob) is not { Length: <= LongestBlobName } name)
            return null;
        try
        {
            var file = landing.GetBlobClient(name);
            var download = await file.DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = download.Value.Content;
            return await ReadAsync(content, name[(name.LastIndexOf('/') + 1)..], reference, cancellationToken) is { } meta ? new(file, download.Value.Details.ETag, meta) : null;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
