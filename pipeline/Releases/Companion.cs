using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A companion that was read.</summary>
/// <param name="Blob">Where it lies: in landing, or beside its file in the archive or in quarantine.</param>
/// <param name="ETag">The state of it that was read.</param>
/// <param name="Sha256">The SHA-256 of its content, in hexadecimal.</param>
/// <param name="Meta">What it says.</param>
internal sealed record CompanionFile(BlobClient Blob, ETag ETag, string Sha256, EesMeta Meta);

/// <summary>The companion of a data file: name.meta.csv beside name.csv, which describes its columns.</summary>
public static class Companion
{
    internal const string Ending = ".meta.csv";
    private const int LongestBlobName = 1024;

    /// <summary>The companion's name; null where the file is one itself or is no CSV.</summary>
    /// <param name="file">The data file's name, with or without folders.</param>
    public static string? NameOf(string file) =>
        file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? file[..^4] + Ending : null;

    /// <summary>The name of the data file that a companion describes; null where the file is no companion.</summary>
    /// <param name="file">The companion's name, with or without folders.</param>
    public static string? DataNameOf(string file) =>
        file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? file[..^Ending.Length] + ".csv" : null;

    /// <summary>Reads a companion.</summary>
    /// <param name="file">Its content.</param>
    /// <param name="name">Its name.</param>
    /// <param name="reference">The catalogue and the areas.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What it says; null where it is not a companion file, or one that is refused and so is kept beside nothing.</returns>
    public static async Task<EesMeta?> ReadAsync(Stream file, string name, Reference reference, CancellationToken cancellationToken) =>
        await FeedReader.ReadAsync(file, name, null, reference, cancellationToken) is { Refused: false } reading ? reading.Meta : null;

    /// <summary>Reads the companion that lies beside a dropped file; null where there is none.</summary>
    internal static async Task<CompanionFile?> FindAsync(BlobContainerClient landing, string blob, Reference reference, CancellationToken cancellationToken) =>
        NameOf(blob) is { Length: <= LongestBlobName } name ? await FindAsync(landing.GetBlobClient(name), name[(name.LastIndexOf('/') + 1)..], reference, cancellationToken) : null;

    /// <summary>Reads a companion, wherever it lies; null where it is gone, or describes nothing.</summary>
    internal static async Task<CompanionFile?> FindAsync(BlobClient blob, string name, Reference reference, CancellationToken cancellationToken)
    {
        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = new HashingStream(download.Value.Content);
            if (await ReadAsync(content, name, reference, cancellationToken) is not { } meta)
                return null;
            await content.CopyToAsync(Stream.Null, cancellationToken);
            return new(blob, download.Value.Details.ETag, content.HashInHex(), meta);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
