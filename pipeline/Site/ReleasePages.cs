using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Opens the pages of releases, and what is overdue.</summary>
public sealed class ReleasePages(
    ReferenceStore references,
    ReleaseLedger ledger,
    DropLedger drops,
    UnroutedFiles strays,
    SnapshotStore store,
    DueOutlook outlook,
    RevisionReport revisions,
    SnapshotUse use,
    ScheduleOptions schedule,
    TimeProvider time
)
{
    /// <summary>The list of releases.</summary>
    internal async Task<PageModel?> ListAsync(CancellationToken cancellationToken) =>
        new ReleasesModel(
            FailedFile.List(
                await drops.FailedAsync(cancellationToken).ToListAsync(cancellationToken),
                await strays.AllAsync(cancellationToken).ToListAsync(cancellationToken)
            ),
            ReleaseLine.List(await AllAsync(cancellationToken))
        );

    /// <summary>The page of a release; null where the ledger has none of that id.</summary>
    internal async Task<PageModel?> ReleaseAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } release)
            return null;
        return ReleaseModel.Create(
            await references.LoadAsync(cancellationToken),
            release,
            await ledger.FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken),
            release.Status == ReleaseStatus.Complete
                ? await revisions.DifferencesAsync(id, cancellationToken).ToListAsync(cancellationToken)
                : [],
            release.Withdrawal is null ? [] : await use.OfAsync(id, cancellationToken)
        );
    }

    /// <summary>What is overdue and what comes next, as of today.</summary>
    internal async Task<PageModel?> DueAsync(CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var headers = await store.AllHeadersAsync(cancellationToken);
        var first = await ledger.FirstArrivalAsync(cancellationToken);
        return new DueModel(
            today,
            await outlook.ListAsync(reference, today, cancellationToken),
            DueSnapshot.List(reference.Catalogue, headers, first, schedule, today)
        );
    }

    private async Task<IReadOnlyList<Release>> AllAsync(CancellationToken cancellationToken) =>
        await ledger.AllAsync(cancellationToken).ToListAsync(cancellationToken);

    // The id begins with the feed's folder, which is the partition.
    private async Task<Release?> FindAsync(string id, CancellationToken cancellationToken) =>
        id.LastIndexOf('-') is > 0 and var hyphen && FeedFolders.TryParse(id[..hyphen], out var feed)
            ? await ledger.FindAsync(feed, id, cancellationToken)
            : null;
}
