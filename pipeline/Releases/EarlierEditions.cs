using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A figure that another release has.</summary>
internal sealed record EarlierFigure(Observation Observation, Release Release);

/// <summary>Compares a file with what the store has of its indicators already: that tells what no look at the file
/// alone can.</summary>
internal sealed class EarlierEditions(ReleaseLedger ledger, SeriesStore store)
{
    // Editions of one council each may lie before one of all.
    private const int MostEditions = 12;

    /// <summary>What is wrong beside the other releases of each indicator: for each area and period the newest one of
    /// the same series that has a figure, or, where no release is of that series, the newest of another
    /// publisher.</summary>
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
            if (reference.Catalogue.Find(series.Key.Indicator) is not { } indicator)
                continue;
            var carrying = others.FindAll(r => r.Indicators.Contains(indicator.Id));
            var same = carrying.FindAll(r => r.Coverage.GetValueOrDefault(indicator.Id)?.Source == series.Key.Source);
            var there = await ReadAsync(
                indicator,
                same.Count > 0 ? same.Take(MostEditions) : carrying.Take(1),
                cancellationToken
            );
            var pair = new EditionPair(indicator, there, series.ToDictionary(s => s.Area), same.Count > 0);
            if (!release.Details.IsScopeConfirmed && pair.OtherScope() is { } scope)
                findings.Add(scope);
            if (lastRow is { } row && pair.CutAt(row) is { } cut)
                findings.Add(cut);
        }
        return findings;
    }

    private async Task<Dictionary<string, Dictionary<Period, EarlierFigure>>> ReadAsync(
        Indicator indicator,
        IEnumerable<Release> newestFirst,
        CancellationToken cancellationToken
    )
    {
        var there = new Dictionary<string, Dictionary<Period, EarlierFigure>>();
        foreach (var release in newestFirst)
        {
            var read = await store.ReadAsync(indicator.Id, release.SeriesVersion, cancellationToken);
            foreach (var (area, series) in PossibleFigure.Within(read, indicator))
            {
                if (!there.TryGetValue(area, out var figures))
                    there.Add(area, figures = []);
                foreach (var observation in series.Observations.Where(o => o.Value.Value is not null))
                {
                    if (!figures.TryGetValue(observation.Period, out var newer))
                        figures.Add(observation.Period, new(observation, release));
                    // An edition without counts does not hide those of the one before.
                    else if (newer.Observation.Denominator is null && observation.Denominator is { } counted)
                        figures[observation.Period] = newer with
                        {
                            Observation = newer.Observation with { Denominator = counted },
                        };
                }
            }
        }
        return there;
    }
}
