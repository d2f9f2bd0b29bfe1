using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What one release says of one indicator, by area.</summary>
internal sealed record ReleasedSeries(Release Release, IReadOnlyDictionary<string, Series> Areas)
{
    /// <summary>The figures of each total by themselves.</summary>
    public IEnumerable<ReleasedSeries> ByTotal() =>
        Areas.Values.All(s => s.Observations.All(o => o.Total is null))
            ? [this]
            : from series in Areas.Values
            from observation in series.Observations
            group observation by (observation.Total, series) into one
            group one.Key.series with
            {
                Total = one.Key.Total,
                Observations = [.. one],
            } by one.Key.Total into total
            select this with
            {
                Areas = total.ToDictionary(s => s.Area),
            };
}

/// <summary>
/// One publisher's series of one indicator as it was known on a day: of all releases that cover an area and a
/// period, the newest by publication counts, even where it withdraws a figure that an older one had. What a newer
/// edition leaves out no longer counts.
/// </summary>
internal sealed class SeriesAsOf
{
    private readonly List<ReleasedSeries> _newestFirst;
    private readonly Dictionary<string, SortedDictionary<Period, Figure>> _figures = [];
    private readonly Dictionary<Period, IReadOnlyList<Figure>> _at = [];
    private readonly Dictionary<string, IReadOnlyList<LeftOutPeriods>> _leftOut = [];
    private IReadOnlyDictionary<Period, DateOnly>? _firstPublished;

    /// <summary>Takes the releases of one series.</summary>
    /// <param name="name">The publisher's name for the series.</param>
    /// <param name="asAt">Periods that end later are not known.</param>
    public SeriesAsOf(string name, int rank, IEnumerable<ReleasedSeries> releases, DateOnly asAt)
    {
        (Name, Rank, AsAt) = (name, rank, asAt);
        _newestFirst = [.. releases.OrderByDescending(r => r.Release.Age, ReleaseAge.Order)];
    }

    /// <summary>The publisher's name for the series.</summary>
    public string Name { get; }

    /// <summary>What its figures are the total of, where their rows name a total of their own; null for the usual
    /// one.</summary>
    public string? Total { get; init; }

    /// <summary>The words for that total.</summary>
    public string TotalWords => Scope.WordsOf(Total);

    /// <summary>Whether another one is the same publisher's, of another total.</summary>
    public bool IsBeside(SeriesAsOf other) => other.Name == Name && other.Total != Total;

    /// <summary>Its rank in the catalogue; 0 is preferred.</summary>
    public int Rank { get; }

    /// <summary>The day up to which periods are known.</summary>
    public DateOnly AsAt { get; }

    /// <summary>What is known of an area, by period; empty where nothing is.</summary>
    public IReadOnlyDictionary<Period, Figure> Of(string area) => Figures(area);

    /// <summary>What is known of an area and a period; null where no release covers it.</summary>
    public Figure? Find(string area, Period period) => Figures(area).GetValueOrDefault(period);

    /// <summary>The latest figure of an area that is not missing; null where there is none.</summary>
    public Figure? Latest(string area) => Figures(area).Values.LastOrDefault(f => f.Value is not null);

    /// <summary>The latest period that any of the releases has a figure of an area for, whether or not it had ended by
    /// the as-at date; null for none.</summary>
    public Period? LatestPublished(string area) =>
        _newestFirst
            .Select(r => r.Areas.GetValueOrDefault(area))
            .OfType<Series>()
            .SelectMany(s => s.Observations)
            .Where(o => o.Value.Value is not null)
            .Max(o => (Period?)o.Period);

    /// <summary>The day on which a figure of any area was first published, by its period.</summary>
    public IReadOnlyDictionary<Period, DateOnly> FirstPublished => _firstPublished ??= FindFirstPublished();

    /// <summary>The figure of an area that is nearest in time to a period; of two as near the earlier; null where there
    /// is none.</summary>
    public Figure? Nearest(string area, Period period) =>
        Figures(area)
            .Values.Where(f => f.Value is not null)
            .MinBy(f => Math.Abs(f.Observation.Period.End.DayNumber - period.End.DayNumber));

    /// <summary>The figures of an area that are missing although later than its latest.</summary>
    public IEnumerable<Figure> MissingSince(string area)
    {
        var latest = Latest(area);
        return Figures(area)
            .Values.Where(f => f.Value is null && (latest is null || f.Observation.Period > latest.Observation.Period));
    }

    /// <summary>What is known of all areas for a period, missing figures among them.</summary>
    public IReadOnlyList<Figure> At(Period period)
    {
        if (!_at.TryGetValue(period, out var figures))
            _at.Add(
                period,
                figures = [
                    .. _newestFirst
                        .SelectMany(r => r.Areas.Keys)
                        .Distinct()
                        .Select(a => Find(a, period))
                        .OfType<Figure>(),
                ]
            );
        return figures;
    }

    /// <summary>What one release says of all areas for a period, missing figures among them.</summary>
    public IReadOnlyList<Figure> In(string release, Period period) =>
        [
            .. from released in _newestFirst
            where released.Release.Id == release
            from series in released.Areas.Values
            let observation = series.Observations.FirstOrDefault(o => o.Period == period)
            where observation is not null
            select new Figure(observation, series, released.Release),
        ];

    /// <summary>What each release says of an area and a period, the newest edition first.</summary>
    public IEnumerable<Figure> Editions(string area, Period period) =>
        from released in _newestFirst
        let series = released.Areas.GetValueOrDefault(area)
        let observation = series?.Observations.FirstOrDefault(o => o.Period == period)
        where observation is not null
        select new Figure(observation, series, released.Release);

    // A council's return brings its newest figures and takes none back.
    private bool IsLeftOut(ReleasedSeries released, Period period)
    {
        if (Rank == Series.LocalReturnPreference)
            return false;
        if (!_leftOut.TryGetValue(released.Release.Id, out var leftOut))
            _leftOut.Add(
                released.Release.Id,
                leftOut = [
                    .. _newestFirst.TakeWhile(r => r != released).Select(newer => new LeftOutPeriods(released, newer)),
                ]
            );
        return leftOut.Any(l => l.Contains(period));
    }

    private Dictionary<Period, DateOnly> FindFirstPublished()
    {
        var first = new Dictionary<Period, DateOnly>();
        foreach (var released in _newestFirst)
        foreach (var observation in released.Areas.Values.SelectMany(s => s.Observations))
        {
            if (
                observation.Value.Value is not null
                && (!first.TryGetValue(observation.Period, out var day) || released.Release.Published < day)
            )
                first[observation.Period] = released.Release.Published;
        }
        return first;
    }

    private SortedDictionary<Period, Figure> Figures(string area)
    {
        if (_figures.TryGetValue(area, out var known))
            return known;
        known = [];
        foreach (var released in _newestFirst)
        {
            if (!released.Areas.TryGetValue(area, out var series))
                continue;
            foreach (var observation in series.Observations)
            {
                if (observation.Period.End <= AsAt && !IsLeftOut(released, observation.Period))
                    known.TryAdd(observation.Period, new(observation, series, released.Release));
            }
        }
        _figures.Add(area, known);
        return known;
    }
}
