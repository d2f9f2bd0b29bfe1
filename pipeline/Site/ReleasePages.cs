using ChildrensTrust.Pipeline.Catalogue;
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
    /// <summary>The newest releases, with links to those of each year where there are more.</summary>
    internal async Task<PageModel?> ListAsync(CancellationToken cancellationToken)
    {
        var all = await ledger.OutlineAsync(cancellationToken);
        return new ReleasesModel(
            FailedFile.List(
                await drops.FailedAsync(cancellationToken).ToListAsync(cancellationToken),
                await strays.AllAsync(cancellationToken).ToListAsync(cancellationToken)
            ),
            await LinesAsync([.. all.Take(ReleaseOutline.MostShown)], cancellationToken)
        )
        {
            Years = ReleaseYear.List(all),
        };
    }

    /// <summary>The releases that were published in a year; null where there are none.</summary>
    internal async Task<PageModel?> YearAsync(int year, CancellationToken cancellationToken)
    {
        var all = await ledger.OutlineAsync(cancellationToken);
        var lines = await LinesAsync([.. all.Where(r => r.Published.Year == year)], cancellationToken);
        return lines.Count == 0
            ? null
            : new ReleaseYearModel($"Files published in {year}", lines) { Years = ReleaseYear.List(all) };
    }

    /// <summary>The page of a release; null where the ledger has none of that id.</summary>
    internal async Task<PageModel?> ReleaseAsync(string id, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(id, cancellationToken) is not { } release)
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

    private async Task<IReadOnlyList<ReleaseLine>> LinesAsync(
        IReadOnlyCollection<ReleaseOutline> outlines,
        CancellationToken cancellationToken
    ) => ReleaseLine.List(await ledger.ReadAsync(outlines, cancellationToken));
}
