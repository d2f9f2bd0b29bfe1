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
        DifferencesAsync(release, null, cancellationToken);

    /// <summary>The differences in one indicator, the newest release first.</summary>
    public IAsyncEnumerable<EditionDifference> OfIndicatorAsync(
        string indicator,
        CancellationToken cancellationToken
    ) => DifferencesAsync(null, indicator, cancellationToken);

    private async IAsyncEnumerable<EditionDifference> DifferencesAsync(
        string? release,
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
        foreach (var (at, later) in complete.Index().Where(r => release is null || r.Item.Id == release))
        {
            foreach (
                var indicator in later
                    .Indicators.Where(i => only is null || i == only)
                    .Select(reference.Catalogue.Find)
                    .OfType<Indicator>()
            )
            {
                var now = await ReadAsync(later, indicator, cancellationToken);
                if (
                    now.Areas.Count > 0
                    && await BeforeAsync(complete.Skip(at + 1), indicator, now, cancellationToken) is { } earlier
                )
                    yield return EditionDifference.Between(indicator, earlier, now, reference.Areas);
            }
        }
    }

    private async Task<ReleasedSeries?> BeforeAsync(
        IEnumerable<Release> older,
        Indicator indicator,
        ReleasedSeries now,
        CancellationToken cancellationToken
    )
    {
        foreach (var release in older.Where(r => r.Indicators.Contains(indicator.Id)))
        {
            var series = await ReadAsync(release, indicator, cancellationToken);
            if (series.Areas.Count > 0 && SourceOf(series) == SourceOf(now))
                return series;
        }
        return null;
    }

    private async Task<ReleasedSeries> ReadAsync(
        Release release,
        Indicator indicator,
        CancellationToken cancellationToken
    ) =>
        new(
            release,
            PossibleFigure.Within(
                await store.ReadAsync(indicator.Id, release.SeriesVersion, cancellationToken),
                indicator
            )
        );

    private static string SourceOf(ReleasedSeries series) => series.Areas.Values.First().Source;
}
