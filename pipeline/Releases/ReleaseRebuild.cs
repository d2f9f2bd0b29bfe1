using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A kept file that was read again.</summary>
/// <param name="Release">The release as the ledger has it now; null where the file is not what it was.</param>
public sealed record RebuiltRelease(string ReleaseId, Release? Release);

/// <summary>
/// Makes the tables of releases, findings and series again from the archive and quarantine alone, by the catalogue in
/// force. It reads each kept file as ingestion did, writes over what is there, and takes nothing away; it may be
/// stopped and run again.
/// </summary>
public sealed class ReleaseRebuild(
    PipelineStorage storage,
    ReferenceStore references,
    ReleaseLedger ledger,
    SeriesStore store,
    IngestionOptions options
)
{
    private readonly FileArchive _kept = new(storage);
    private readonly CompanionFiles _companions = new(storage);
    private readonly WithdrawalRecords _records = new(storage);
    private readonly ReleasePublisher _writing = new(storage, ledger, store);

    /// <summary>Rebuilds every release.</summary>
    public async IAsyncEnumerable<RebuiltRelease> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var accepted = await _kept.AcceptedAsync(cancellationToken);
        foreach (var file in await _kept.AllAsync(cancellationToken))
            yield return new(
                file.ReleaseId,
                await RebuildAsync(
                    file,
                    await ElsewhereAsync(file.ReleaseId, accepted, cancellationToken),
                    reference,
                    cancellationToken
                )
            );
        await ledger.CompleteIndexAsync(cancellationToken);
    }

    /// <summary>Reads again the files that are kept with a companion, because it was withdrawn or reinstated.</summary>
    internal async Task WithCompanionAsync(Release companion, CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var accepted = await _kept.AcceptedAsync(cancellationToken);
        foreach (var file in await _kept.AllAsync(cancellationToken))
        {
            if (
                ReleaseId.FolderOf(file.ReleaseId) == companion.Feed.Folder()
                && file.Companion is { } kept
                && await CompanionFiles.IsAsync(kept, companion.Sha256, cancellationToken)
            )
                await RebuildAsync(
                    file,
                    await ElsewhereAsync(file.ReleaseId, accepted, cancellationToken),
                    reference,
                    cancellationToken
                );
        }
    }

    /// <summary>Reads one kept file again.</summary>
    /// <returns>The release as the ledger has it now; null where its file is not kept, or is not what it was.</returns>
    internal async Task<Release?> AgainAsync(string releaseId, CancellationToken cancellationToken)
    {
        if ((await _kept.AllAsync(cancellationToken, releaseId)) is not [var file])
            return null;
        var accepted = await ReleaseId
            .UnderEveryFeed(ReleaseId.ContentOf(releaseId))
            .Select(r => r.Id)
            .ToAsyncEnumerable()
            .Where(_kept.IsAcceptedAsync)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        var elsewhere = await ElsewhereAsync(releaseId, accepted, cancellationToken);
        return await RebuildAsync(file, elsewhere, await references.LoadAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The releases of the ledger of which no file is kept: refused ones whose time in quarantine is over, or
    /// a copy that was lost.</summary>
    public async Task<IReadOnlyList<Release>> WithoutFileAsync(CancellationToken cancellationToken)
    {
        var kept = (await _kept.AllAsync(cancellationToken)).Select(f => f.ReleaseId).ToHashSet();
        return await ledger.AllAsync(cancellationToken).Where(r => !kept.Contains(r.Id)).ToListAsync(cancellationToken);
    }

    /// <summary>What is found where another feed has the same content, and the file of it that counts.</summary>
    private sealed record Elsewhere(Finding Finding, string? SameAs);

    // As ingestion found it: a file that never counted, and whose content did under another feed.
    private async Task<Elsewhere?> ElsewhereAsync(
        string id,
        IReadOnlySet<string> accepted,
        CancellationToken cancellationToken
    )
    {
        if (
            accepted.Contains(id)
            || ReleaseId.UnderEveryFeed(ReleaseId.ContentOf(id)).Select(r => r.Id).FirstOrDefault(accepted.Contains)
                is not { } other
        )
            return null;
        if ((await _records.FindAsync(other, cancellationToken)).IsInForce)
            return new(ReleaseWithdrawal.FoundElsewhere(other), null);
        var file = await _kept.AllAsync(cancellationToken, other) is [var first, ..] ? first.Details.File : other;
        return new(ReleaseId.AlreadyReceived(other, file), $"{ReleaseId.FolderOf(other)}/{file}");
    }

    private async Task<Release?> RebuildAsync(
        ArchivedFile kept,
        Elsewhere? elsewhere,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        if (!FeedFolders.TryParse(ReleaseId.FolderOf(kept.ReleaseId), out var feed))
            return null;
        var companion =
            kept.Companion is { } blob && Companion.NameOf(kept.Details.File) is { } name
                ? await _companions.FindAsync(feed, blob, name, reference, cancellationToken)
                : null;
        await using var file = new HashingStream(await kept.Blob.OpenReadAsync(cancellationToken: cancellationToken));
        var screened = await new Screener(reference, options).ReadAsync(
            new(file, kept.Details.File, feed) { IsScopeConfirmed = kept.Details.IsScopeConfirmed },
            kept.Details.Dates(),
            companion?.Meta,
            cancellationToken
        );
        var isElsewhere = elsewhere is not null && !screened.Reading.Refused;
        if (isElsewhere)
            screened = screened.Refuse(elsewhere!.Finding);
        // It may have been its name or its metadata, which are kept nowhere.
        if (kept.IsRestricted && !screened.Reading.HoldsPersonalData)
            screened = screened.Refuse(
                Check.PersonalData.Found("The file was refused for data about individuals when it was received.")
            );
        // What it was compared with then may be gone.
        if (kept.Held is { } held && !screened.Reading.Refused)
            screened = screened.Refuse(held.Found("When received, it was refused on comparison with another release."));
        var release = Release.Create(feed, file, kept.Details, screened, companion) with
        {
            SameAs = isElsewhere ? elsewhere!.SameAs : null,
        };
        if (release.Id != kept.ReleaseId)
            return null;
        await _writing.StageAsync(release, screened, cancellationToken);
        return await _writing.CommitAsync(release, screened, cancellationToken);
    }
}
