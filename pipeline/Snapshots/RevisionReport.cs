using System.Runtime.CompilerServices;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Tells, for each release, what it says differently than the edition before it of the same series.</summary>
public sealed class RevisionReport(ReferenceStore references, ReleaseLedger ledger, SeriesStore store)
{
    /// <summary>The differences, the newest release first; one for each indicator that a release and an earlier one
    /// carry in the same series.</summary>
    /// <param name="release">A release's id; null for every release.</param>
    public IAsyncEnumerable<EditionDifference> DifferencesAsync(string? release, CancellationToken cancellationToken) =>
        release is null ? OfAllAsync(null, cancellationToken) : OfReleaseAsync(release, cancellationToken);

    /// <summary>The differences in one indicator, the newest release first.</summary>
    public IAsyncEnumerable<EditionDifference> OfIndicatorAsync(
        string indicator,
        CancellationToken cancellationToken
    ) => OfAllAsync(indicator, cancellationToken);

    private async IAsyncEnumerable<EditionDifference> OfAllAsync(
        string? only,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var reference = await references.LoadAsync(cancellationToken);
        var complete = await ledger
            .AllAsync(cancellationToken)
            .Where(r => r.Status == ReleaseStatus.Complete)
            .ToListAsync(cancellationToken);
        complete = [.. complete.OrderByDescending(r => r.Age, ReleaseAge.Order)];
        foreach (var (at, later) in complete.Index())
        foreach (var indicator in Indicators(later, reference).Where(i => only is null || i.Id == only))
        {
            var older = complete.Skip(at + 1).Where(r => r.Indicators.Contains(indicator.Id));
            if (
                await DifferenceAsync(later, indicator, older.ToAsyncEnumerable(), reference, cancellationToken) is
                { } difference
            )
                yield return difference;
        }
    }

    // The index names the editions of an indicator, so the rest of the ledger is not read.
    private async IAsyncEnumerable<EditionDifference> OfReleaseAsync(
        string id,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (await ledger.FindAsync(id, cancellationToken) is not { Status: ReleaseStatus.Complete } later)
            yield break;
        var reference = await references.LoadAsync(cancellationToken);
        foreach (var indicator in Indicators(later, reference))
        {
            var older = OlderAsync(later, indicator.Id, cancellationToken);
            if (await DifferenceAsync(later, indicator, older, reference, cancellationToken) is { } difference)
                yield return difference;
        }
    }

    private async IAsyncEnumerable<Release> OlderAsync(
        Release later,
        string indicator,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var editions = await ledger.ChoiceAsync(indicator, null, cancellationToken);
        for (var age = later.Age; ; )
        {
            var next = await editions.ChooseAsync(
                rows => rows.Where(r => ReleaseAge.Order.Compare(r.Age, age) < 0).Take(1),
                cancellationToken
            );
            if (next is not [var (_, release)])
                yield break;
            yield return release;
            age = release.Age;
        }
    }

    private static IEnumerable<Indicator> Indicators(Release release, Reference reference) =>
        release.Indicators.Select(reference.Catalogue.Find).OfType<Indicator>();

    private async Task<EditionDifference?> DifferenceAsync(
        Release later,
        Indicator indicator,
        IAsyncEnumerable<Release> older,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        var now = await ReadAsync(later, indicator, cancellationToken);
        if (now.Count == 0)
            return null;
        await foreach (var release in older.WithCancellation(cancellationToken))
        {
            var pairs =
                from was in await ReadAsync(release, indicator, cancellationToken)
                join one in now on was.Series equals one.Series
                orderby one.Released.Areas.Count descending
                select EditionDifference.Between(indicator, was.Released, one.Released, reference.Areas);
            if (pairs.FirstOrDefault() is { } difference)
                return difference;
        }
        return null;
    }

    private async Task<IReadOnlyList<(string Series, ReleasedSeries Released)>> ReadAsync(
        Release release,
        Indicator indicator,
        CancellationToken cancellationToken
    )
    {
        var read = await store.ReadAsync(indicator.Id, release.SeriesVersion, cancellationToken);
        return
        [
            .. new ReleasedSeries(release, PossibleFigure.Within(read, indicator))
                .ByTotal()
                .Where(r => r.Areas.Count > 0)
                .Select(r => (r.Areas.Values.First().Name, r)),
        ];
    }
}
