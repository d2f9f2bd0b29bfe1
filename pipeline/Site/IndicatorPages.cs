using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Opens the pages of indicators.</summary>
public sealed class IndicatorPages(
    ReferenceStore references,
    ReleaseLedger ledger,
    SnapshotStore store,
    SnapshotHistory history,
    RevisionReport revisions,
    DueOutlook outlook,
    TimeProvider time
)
{
    /// <summary>The list of indicators.</summary>
    internal async Task<PageModel?> ListAsync(CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var headers = await HeadersAsync(reference, Cadence.Trust, cancellationToken);
        return IndicatorsModel.Create(
            reference,
            headers.Count == 0 ? null : (headers[0], await store.ReadAsync(headers[0], cancellationToken))
        );
    }

    /// <summary>The page of an indicator; null where the catalogue has none of that id.</summary>
    internal async Task<PageModel?> IndicatorAsync(string id, CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        if (reference.Catalogue.Find(id) is not { } indicator)
            return null;
        var headers = await HeadersAsync(reference, reference.Catalogue.CadenceOf(indicator).Id, cancellationToken);
        return IndicatorModel.Create(
            reference,
            indicator,
            await NewestWithAsync(headers, id, cancellationToken),
            await ledger
                .AllAsync(cancellationToken)
                .Where(r => r.Status == ReleaseStatus.Complete)
                .ToListAsync(cancellationToken),
            await revisions.OfIndicatorAsync(id, cancellationToken).ToListAsync(cancellationToken)
        ) with
        {
            Said = await history.OfAsync(id, headers, cancellationToken),
            Next = (
                await outlook.ListAsync(
                    reference,
                    DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
                    cancellationToken
                )
            ).FirstOrDefault(f => f.Indicator.Path == PageLink.Indicator(id, "").Path),
        };
    }

    // The newest as-at date first, and of it the version that counts.
    private async Task<IReadOnlyList<SnapshotHeader>> HeadersAsync(
        Reference reference,
        string cadence,
        CancellationToken cancellationToken
    ) => [.. (await store.HeadersAsync(reference.Catalogue.Area, cadence, cancellationToken)).PreferredFirst()];

    // An indicator that is no longer reported is in an older snapshot.
    private async Task<(SnapshotHeader Header, Snapshot Snapshot)?> NewestWithAsync(
        IReadOnlyList<SnapshotHeader> headers,
        string id,
        CancellationToken cancellationToken
    )
    {
        foreach (var header in headers.DistinctBy(h => h.AsAt))
        {
            var snapshot = await store.ReadAsync(header, cancellationToken);
            if (snapshot.Rows.Any(r => r.Indicator == id))
                return (header, snapshot);
        }
        return null;
    }
}
