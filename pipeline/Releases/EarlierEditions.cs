using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Compares a file with what the store has of its indicators already: that tells what no look at the file
/// alone can.</summary>
internal sealed class EarlierEditions(ReleaseLedger ledger, SeriesStore store)
{
    /// <summary>What is wrong beside the newest other release of each indicator, of the same series where one
    /// is.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(
        Release release,
        ScreenedFile screened,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        if (screened.Series.Count == 0 || release.Feed == Feed.Local)
            return [];
        var others = await ledger
            .AllAsync(cancellationToken)
            .Where(r => r.Status == ReleaseStatus.Complete && r.Id != release.Id && r.Feed != Feed.Local)
            .ToListAsync(cancellationToken);
        others = [.. others.OrderByDescending(r => r, ReleaseAge.Order)];
        var lastRow = screened.Findings.FirstOrDefault(f => f.Code == Check.LastRowOpen.Code)?.Row;
        var findings = new List<Finding>();
        foreach (var series in screened.Series.GroupBy(s => (s.Indicator, s.Source)))
        {
            var carrying = others.Where(r => r.Indicators.Contains(series.Key.Indicator)).ToList();
            if (
                (
                    carrying.Find(r => SourceIn(r, series.Key.Indicator) == series.Key.Source)
                    ?? carrying.FirstOrDefault()
                )
                    is not { } other
                || reference.Catalogue.Find(series.Key.Indicator) is not { } indicator
            )
                continue;
            var there = PossibleFigure.Within(
                await store.ReadAsync(indicator.Id, other.SeriesVersion, cancellationToken),
                indicator
            );
            var pair = new EditionPair(indicator, other, there, series.ToDictionary(s => s.Area));
            if (!release.Details.IsScopeConfirmed && pair.OtherScope() is { } scope)
                findings.Add(scope);
            if (lastRow is { } row && pair.CutAt(row) is { } cut)
                findings.Add(cut);
        }
        return findings;
    }

    private static string? SourceIn(Release release, string indicator) =>
        release.Coverage.GetValueOrDefault(indicator)?.Source;
}
