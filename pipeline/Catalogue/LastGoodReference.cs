using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The two texts of reference data, byte for byte.</summary>
/// <param name="Areas">The register of areas; null for the one that the product ships.</param>
internal sealed record ReferenceTexts(byte[]? Catalogue, byte[]? Areas)
{
    public bool Same(ReferenceTexts? other) =>
        other is not null && Same(Catalogue, other.Catalogue) && Same(Areas, other.Areas);

    private static bool Same(byte[]? one, byte[]? other) =>
        one is null ? other is null : other is not null && one.AsSpan().SequenceEqual(other);
}

/// <summary>
/// Keeps the reference data that could be used last, so that they are found again after a restart. They are kept in the
/// archive, because the app only reads config. Both texts are in one blob: they are good together or not at all.
/// </summary>
internal sealed class LastGoodReference(PipelineStorage storage, IReadOnlyList<SourceFormat> formats, ILogger? logger)
{
    private static readonly EventId CatalogueNotKept = new(1203, nameof(CatalogueNotKept));

    private ReferenceTexts? _kept;
    private ReferenceTexts? _logged;

    // No release's id is the folder's name.
    private BlobClient Blob => storage.Archive.GetBlobClient("catalogue/last-good.json");

    /// <summary>Keeps texts that can be used, unless they are kept already.</summary>
    public async Task KeepAsync(ReferenceTexts good, CancellationToken cancellationToken)
    {
        if (good.Same(_kept))
            return;
        try
        {
            // Nothing is kept for what the product ships, as long as there never was anything else.
            var there = await ReadAsync(cancellationToken);
            if (!good.Same(there ?? new(null, null)))
                await Blob.UploadAsync(
                    BinaryData.FromObjectAsJson(good, JsonSerializerOptions.Web),
                    new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/json" } },
                    cancellationToken
                );
            _kept = good;
        }
        catch (RequestFailedException fault) when (fault.Status is 403 or 404)
        {
            // A person who may only read works with it as well; the app keeps it. Said once for each change: every page
            // comes by here.
            if (good.Same(Interlocked.Exchange(ref _logged, good)))
                return;
            logger?.LogWarning(
                CatalogueNotKept,
                "The catalogue in config is in use and could not be kept in the container archive: storage answered "
                    + "{Status} {ErrorCode}. After a restart it is not there to fall back on.",
                fault.Status,
                fault.ErrorCode
            );
        }
    }

    /// <summary>What is kept, where it can still be used; otherwise what the product ships.</summary>
    public async Task<Reference> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await ReadAsync(cancellationToken) is { } texts && !texts.Same(new(null, null)))
                return Reference.Build(Data(texts.Catalogue), Data(texts.Areas), formats);
        }
        catch (CatalogueException)
        {
            // This version of the code asks for more than the one that kept it.
        }
        catch (RequestFailedException fault) when (fault.Status == 403)
        {
            // A person who may not read the archive.
        }
        return Reference.Default;
    }

    private static BinaryData? Data(byte[]? text) => text is null ? null : new(text);

    private async Task<ReferenceTexts?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob.DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<ReferenceTexts>(
                JsonSerializerOptions.Web
            );
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // Someone else put it there.
            return null;
        }
    }
}
