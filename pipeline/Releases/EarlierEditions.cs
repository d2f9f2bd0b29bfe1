using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A figure that another release has.</summary>
internal sealed record EarlierFigure(Observation Observation, Release Release)
{
    /// <summary>How final its publisher says it is; null where nothing says it.</summary>
    public RevisionStatus? Status => Observation.RevisionStatus ?? Release.RevisionStatus;

    /// <summary>The newest edition that has it as revised or final; null where none has.</summary>
    public EarlierFigure? Settled { get; init; }

    /// <summary>The figure with an older edition's beside it.</summary>
    public EarlierFigure Before(EarlierFigure older) =>
        Settled is null && older.Settled is { } settled ? this with { Settled = settled } : this;

    /// <summary>A figure of one edition.</summary>
    public static EarlierFigure Of(Observation observation, Release release)
    {
        var figure = new EarlierFigure(observation, release);
        return figure.Status is RevisionStatus.Revised or RevisionStatus.Final
            ? figure with
            {
                Settled = figure,
            }
            : figure;
    }
}

/// <summary>Compares a file with what the store has of its indicators already: that tells what no look at the file
/// alone can.</summary>
internal sealed class EarlierEditions(ReleaseLedger ledger, SeriesStore store)
{
    // Editions of one council each may lie before one of all.
    private const int MostEditions = 12;

    // Some of what the index names may not count.
    private const int MostRows = 2 * MostEditions;

    /// <summary>What is wrong or needs a look, compared with the other releases of each indicator: for each area and
    /// period the newest one of the same series that has a figure, or, where no release is of that series, the newest
    /// of another publisher.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(
        Release release,
        ScreenedFile screened,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        if (screened.Series.Count == 0)
            return [];
        var lastRow = screened.Findings.FirstOrDefault(f => f.Code == Check.LastRowOpen.Code)?.Row;
        var saysEngland = screened.Findings.All(f => f.Code != Check.EnglandMissing.Code);
        var findings = new List<Finding>();
        foreach (var series in screened.Series.GroupBy(s => (s.Indicator, s.Source)))
        {
            if (reference.Catalogue.Find(series.Key.Indicator) is not { } indicator)
                continue;
            var (others, isOneSeries) = await OthersAsync(release, indicator, series.Key.Source, cancellationToken);
            var editions = await ReadAsync(indicator, others, cancellationToken);
            var here = series.ToDictionary(s => s.Area);
            var pair = new EditionPair(indicator, Newest(editions), here, isOneSeries) { Areas = reference.Areas };
            if (!release.Details.IsScopeConfirmed && pair.OtherScope() is { } scope)
                findings.Add(scope);
            else if (!release.Details.IsScopeConfirmed && pair.Fraction() is { } fraction)
                findings.Add(fraction);
            findings.AddRange(
                NewestFigures
                    .Compare(pair, saysEngland)
                    .Where(f => !screened.Findings.Any(said => said.Code == f.Code && said.Row == f.Row))
            );
            if (new EditionOrder(pair, release).Find() is { } older)
                findings.Add(older);
            // What it says of the file is the same for each of its indicators.
            if (
                isOneSeries
                && findings.TrueForAll(f => f.Code != Check.DatedByArrival.Code)
                && new ArrivalOrder(indicator.Name, new(release, here)).Find(editions) is { } undated
            )
                findings.Add(undated);
            if (lastRow is { } row && pair.CutAt(row) is { } cut)
                findings.Add(cut);
        }
        return findings;
    }

    // Of the newest editions of the same series those that add a figure; without any, the newest of another publisher.
    private async Task<(IEnumerable<Release> NewestFirst, bool IsOneSeries)> OthersAsync(
        Release release,
        Indicator indicator,
        string source,
        CancellationToken cancellationToken
    )
    {
        bool IsSame(IndexedRelease row) => row.Coverage?.Source == source && IsOther(row);
        bool IsOther(IndexedRelease row) =>
            row.ReleaseId != release.Id && ReleaseId.FolderOf(row.ReleaseId) != Feed.Local.Folder();
        var editions = await ledger.ChoiceAsync(
            indicator.Id,
            rows => IsSame(rows[^1]) && rows.Count(IsSame) == MostRows,
            cancellationToken
        );
        var chosen = await editions.ChooseAsync(
            rows =>
            {
                var same = rows.Where(IsSame).Take(MostEditions).ToList();
                return same.Count > 0 ? RelevantReleases.For(same) : rows.Where(IsOther).Take(1);
            },
            cancellationToken
        );
        return (chosen.Select(c => c.Release), chosen.Any(c => IsSame(c.Row)));
    }

    private async Task<List<Edition>> ReadAsync(
        Indicator indicator,
        IEnumerable<Release> newestFirst,
        CancellationToken cancellationToken
    )
    {
        var editions = new List<Edition>();
        foreach (var release in newestFirst)
        {
            var read = await store.ReadAsync(indicator.Id, release.SeriesVersion, cancellationToken);
            editions.Add(new(release, PossibleFigure.Within(read, indicator)));
        }
        return editions;
    }

    private static Dictionary<string, Dictionary<Period, EarlierFigure>> Newest(IEnumerable<Edition> newestFirst)
    {
        var there = new Dictionary<string, Dictionary<Period, EarlierFigure>>();
        foreach (var (release, areas) in newestFirst)
        {
            foreach (var (area, series) in areas)
            {
                if (!there.TryGetValue(area, out var figures))
                    there.Add(area, figures = []);
                foreach (var observation in series.Observations.Where(o => o.Value.Value is not null))
                {
                    var figure = EarlierFigure.Of(observation, release);
                    if (!figures.TryGetValue(observation.Period, out var newer))
                    {
                        figures.Add(observation.Period, figure);
                        continue;
                    }
                    newer = newer.Before(figure);
                    // An edition without counts does not hide those of the one before.
                    figures[observation.Period] =
                        newer.Observation.Denominator is null && observation.Denominator is { } counted
                            ? newer with
                            {
                                Observation = newer.Observation with { Denominator = counted },
                            }
                            : newer;
                }
            }
        }
        return there;
    }
}
