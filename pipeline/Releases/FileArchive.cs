using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file as it is kept.</summary>
/// <param name="Details">What the drop said beside the content.</param>
/// <param name="IsRestricted">Whether it was refused for personal data.</param>
/// <param name="Held">The check of an earlier edition for which it was refused; null for none.</param>
internal sealed record ArchivedFile(
    string ReleaseId,
    BlobClient Blob,
    DropDetails Details,
    BlobClient? Companion,
    bool IsRestricted,
    Check? Held
);

/// <summary>
/// Keeps every file as it was received: in the archive where it was accepted, in quarantine where it was refused, and
/// where only stewards read where it was refused for personal data.
/// </summary>
internal sealed class FileArchive(PipelineStorage storage)
{
    private const string CompanionMark = "companion";
    private const string HeldMark = "held";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private readonly CompanionFiles _companions = new(storage);

    /// <summary>Copies a file from landing, once, with its companion. The copy is of the very version that was
    /// screened.</summary>
    public async Task KeepAsync(
        DroppedBlob dropped,
        Release release,
        CompanionFile? companion,
        FileReading reading,
        CancellationToken cancellationToken
    )
    {
        var container =
            reading.HoldsPersonalData ? storage.Restricted
            : reading.Refused ? storage.Quarantine
            : storage.Archive;
        var metadata = release.Details.ToMetadata();
        if (companion is not null)
        {
            metadata[CompanionMark] = "1";
            var beside = container.GetBlobClient(release.BlobName + Companion.Ending);
            if (beside.Uri != companion.Blob.Uri)
                await CopyAsync((companion.Blob, companion.ETag), beside, null, null, cancellationToken);
        }
        if (EditionPair.Held(reading.Findings) is { } held)
            metadata[HeldMark] = held.Code;
        var to = container.GetBlobClient(release.BlobName);
        var there = await FindWholeAsync(to, cancellationToken);
        if (
            there is null
            && await TryCopyAsync((dropped.Blob, dropped.Properties.ETag), to, metadata, cancellationToken)
        )
            return;
        there ??=
            await FindWholeAsync(to, cancellationToken)
            ?? throw new InvalidOperationException($"The copy of release {release.Id} is gone.");
        // A companion that is withdrawn stays where it is kept, and may be reinstated.
        if (there.Metadata.TryGetValue(CompanionMark, out var mark))
            metadata[CompanionMark] = mark;
        if (!IsSame(there.Metadata, metadata))
            await to.SetMetadataAsync(metadata, cancellationToken: cancellationToken);
    }

    /// <summary>Reads the companion that is kept beside a release's file; null where there is none.</summary>
    public async Task<CompanionFile?> CompanionOfAsync(
        Release release,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        if (release.Companion is null || Companion.NameOf(release.File) is not { } name)
            return null;
        Task<CompanionFile?> InAsync(BlobContainerClient container) =>
            _companions.FindAsync(
                release.Feed,
                container.GetBlobClient(release.BlobName + Companion.Ending),
                name,
                reference,
                cancellationToken
            );
        return release.Status == ReleaseStatus.Quarantined
            ? await InAsync(storage.Quarantine) ?? await InAsync(storage.Restricted)
            : await InAsync(storage.Archive);
    }

    /// <summary>The ids of the releases whose file the archive holds: those that have counted.</summary>
    public async Task<IReadOnlySet<string>> AcceptedAsync(CancellationToken cancellationToken) =>
        await storage
            .Archive.GetBlobsAsync(cancellationToken: cancellationToken)
            .Select(blob => blob.Name.Split('/')[0])
            .ToHashSetAsync(cancellationToken: cancellationToken);

    /// <summary>Whether the archive holds the file of a release.</summary>
    public ValueTask<bool> IsAcceptedAsync(string releaseId, CancellationToken cancellationToken) =>
        storage
            .Archive.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{releaseId}/" }, cancellationToken)
            .AnyAsync(cancellationToken);

    /// <summary>Every kept file, each release once: where several containers hold it, it was accepted last.</summary>
    /// <param name="releaseId">The one release to look for; null for all.</param>
    public async Task<IReadOnlyList<ArchivedFile>> AllAsync(
        CancellationToken cancellationToken,
        string? releaseId = null
    )
    {
        var kept = new SortedDictionary<string, ArchivedFile>(StringComparer.Ordinal);
        foreach (var container in new[] { storage.Archive, storage.Quarantine, storage.Restricted })
        {
            await foreach (
                var blob in container.GetBlobsAsync(
                    new GetBlobsOptions
                    {
                        Traits = BlobTraits.Metadata,
                        Prefix = releaseId is null ? null : $"{releaseId}/",
                    },
                    cancellationToken
                )
            )
            {
                if (DropDetails.Read(blob.Metadata) is { } details && blob.Name.Split('/') is [var id, _])
                    kept.TryAdd(
                        id,
                        new(
                            id,
                            container.GetBlobClient(blob.Name),
                            details,
                            blob.Metadata.ContainsKey(CompanionMark)
                                ? container.GetBlobClient(blob.Name + Companion.Ending)
                                : null,
                            container == storage.Restricted,
                            blob.Metadata.TryGetValue(HeldMark, out var held) ? Check.Find(held) : null
                        )
                    );
            }
        }
        return [.. kept.Values];
    }

    // A file whose metadata were corrected says what counts now.
    private static bool IsSame(IDictionary<string, string> there, Dictionary<string, string> metadata) =>
        there.Count == metadata.Count && metadata.All(m => there.TryGetValue(m.Key, out var value) && value == m.Value);

    private static async Task<bool> TryCopyAsync(
        (BlobClient Blob, ETag ETag) from,
        BlobClient to,
        Dictionary<string, string> metadata,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await CopyAsync(from, to, metadata, ETag.All, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsAlreadyThere())
        {
            // The condition that was not met may be the other one: that the dropped file is still the one that was
            // read.
            if (!await to.ExistsAsync(cancellationToken))
                throw;
            return false;
        }
    }

    // Storage copies within the account by itself: nothing of the file passes through here a second time.
    private static async Task CopyAsync(
        (BlobClient Blob, ETag ETag) from,
        BlobClient to,
        Dictionary<string, string>? metadata,
        ETag? onlyWithout,
        CancellationToken cancellationToken
    )
    {
        var options = new BlobCopyFromUriOptions
        {
            Metadata = metadata,
            SourceConditions = new() { IfMatch = from.ETag },
            DestinationConditions = new() { IfNoneMatch = onlyWithout },
        };
        var started = await to.StartCopyFromUriAsync(from.Blob.Uri, options, cancellationToken);
        if (await FindWholeAsync(to, cancellationToken) is null)
            throw new InvalidOperationException($"Storage did not finish the copy {started.Id}.");
    }

    // A copy that is under way is waited for; one that failed is removed, so that it can be made again.
    private static async Task<BlobProperties?> FindWholeAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
                switch (there.BlobCopyStatus)
                {
                    case null or CopyStatus.Success:
                        return there;
                    case CopyStatus.Pending:
                        await Task.Delay(Look, cancellationToken);
                        break;
                    default:
                        await blob.DeleteIfExistsAsync(
                            conditions: new() { IfMatch = there.ETag },
                            cancellationToken: cancellationToken
                        );
                        return null;
                }
            }
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
