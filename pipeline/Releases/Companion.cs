using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>The companion of a data file: name.meta.csv beside name.csv, which describes its columns.</summary>
public static class Companion
{
    private const string Ending = ".meta.csv";

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

    internal static async Task<EesMeta?> FindAsync(BlobContainerClient landing, string blob, Reference reference, CancellationToken cancellationToken)
    {
        if (NameOf(blob) is not { } name)
            return null;
        try
        {
            var download = await landing.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = download.Value.Content;
            return await ReadAsync(content, name[(name.LastIndexOf('/') + 1)..], reference, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
