using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Which figures are overdue or come next, by what has been received. Several pages say it, so it is worked
/// out again only where the day, the catalogue or the releases in use are others.</summary>
public sealed class DueOutlook(ReleaseLedger ledger, KnownDataStore evidence)
{
    private sealed record Worked(string By, IReadOnlyList<DueFigure> Figures);

    private Worked? _last;

    /// <summary>The figures, the overdue ones first.</summary>
    internal async Task<IReadOnlyList<DueFigure>> ListAsync(
        Reference reference,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var releases = (await ledger.OutlineAsync(cancellationToken))
            .Where(r => r.Status == ReleaseStatus.Complete)
            .Select(r => $"{r.Id} {r.Catalogue} {r.Published:yyyyMMdd}");
        var by = string.Join('\n', releases.Prepend($"{today:yyyyMMdd} {reference.Catalogue.Hash}"));
        if (_last is { } last && last.By == by)
            return last.Figures;
        var known = await evidence.LoadAsync(reference, new SnapshotRequest(today), today, cancellationToken);
        var figures = DueFigure.List(reference, known, today);
        _last = new(by, figures);
        return figures;
    }
}
