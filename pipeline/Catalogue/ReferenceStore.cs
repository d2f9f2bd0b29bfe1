using Azure;
using ChildrensTrust.Pipeline.Foundation.Storage;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>
/// Reads the reference data in force: a blob of the same name in the container config overrides what the product ships.
/// Where that cannot be used, the last good data stays in use, and says why.
/// </summary>
/// <param name="formats">The formats that a catalogue may name.</param>
public sealed class ReferenceStore(
    PipelineStorage storage,
    IReadOnlyList<SourceFormat> formats,
    ILogger<ReferenceStore>? logger = null
)
{
    /// <summary>A larger file is no catalogue and is not read.</summary>
    public const long MostBytes = 4 * 1024 * 1024;

    private const int LongestFault = 300;
    private static readonly EventId CatalogueNotInUse = new(1201, nameof(CatalogueNotInUse));
    private static readonly EventId CatalogueInUse = new(1202, nameof(CatalogueInUse));

    private readonly LastGoodReference _last = new(storage, formats, logger);
    private string? _logged;

    /// <summary>Reads the catalogue and the register, each from config where it is there.</summary>
    /// <returns>Both; those that were good last, with <see cref="Reference.NotInUse"/>, where one of them has a fault
    /// now.</returns>
    public async Task<Reference> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var both = await Task.WhenAll(
                OverrideAsync("catalogue.json", cancellationToken),
                OverrideAsync("areas.json", cancellationToken)
            );
            var good = both is [null, null] ? Reference.Default : Reference.Build(both[0], both[1], formats);
            await _last.KeepAsync(new(both[0]?.ToArray(), both[1]?.ToArray()), cancellationToken);
            Log(null);
            return good;
        }
        catch (CatalogueException fault)
        {
            var last = await _last.FindAsync(cancellationToken);
            var which =
                last == Reference.Default
                    ? "The one that the product ships is used instead."
                    : $"The last good one, whose hash begins {last.Catalogue.Hash[..8]}, is used instead.";
            var sentence = $"The catalogue in config is not in use: {Short(fault)} {which}";
            Log(sentence, fault.InnerException);
            return last with { NotInUse = sentence };
        }
    }

    private async Task<BinaryData?> OverrideAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var download = (
                await storage.Config.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken)
            ).Value;
            await using var content = download.Content;
            return download.Details.ContentLength <= MostBytes
                ? await BinaryData.FromStreamAsync(content, cancellationToken)
                : throw new CatalogueException([$"{name} is larger than {MostBytes / 1024 / 1024} MB."]);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    // Once for each change: the pages load it too.
    private void Log(string? sentence, Exception? cause = null)
    {
        if (Interlocked.Exchange(ref _logged, sentence) == sentence)
            return;
        if (sentence is null)
            logger?.LogInformation(CatalogueInUse, "The catalogue in config can be used again.");
        else
            logger?.LogWarning(CatalogueNotInUse, "{Sentence}", sentence);
        // No check foresaw it: whoever looks after the code needs the whole of it.
        if (cause is not null)
            logger?.LogError(cause, "Why the catalogue cannot be used.");
    }

    private static string Short(CatalogueException fault)
    {
        var first = string.Concat(fault.Faults[0].Select(c => char.IsControl(c) ? ' ' : c));
        first = first.Length <= LongestFault ? first : $"{first[..LongestFault].TrimEnd()} …";
        return fault.Faults.Count == 1 ? first : $"{first} There are {fault.Faults.Count - 1} more faults.";
    }
}
