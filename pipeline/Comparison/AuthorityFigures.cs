using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figures of all authorities with children's services, by series and period. They are looked up once,
/// whatever area is compared.</summary>
internal sealed class AuthorityFigures(AreaRegister areas)
{
    private readonly Dictionary<
        (SeriesAsOf Series, Period Period),
        (IReadOnlyList<decimal?> All, IReadOnlyList<decimal> Published)
    > _known = [];
    private readonly Dictionary<(SeriesAsOf Series, string Release, Period Period), IReadOnlyList<decimal>> _editions =
    [];

    /// <summary>The figures; null for a missing one.</summary>
    public IReadOnlyList<decimal?> Of(SeriesAsOf series, Period period) => Known(series, period).All;

    /// <summary>The figures that are there.</summary>
    public IReadOnlyList<decimal> Published(SeriesAsOf series, Period period) => Known(series, period).Published;

    /// <summary>The figures that one edition gave.</summary>
    /// <param name="edition">A figure of the edition, of the period that is wanted.</param>
    public IReadOnlyList<decimal> PublishedIn(SeriesAsOf series, Figure edition)
    {
        var key = (series, edition.Release.Id, edition.Observation.Period);
        return _editions.TryGetValue(key, out var known)
            ? known
            : _editions[key] = [.. Authorities(series.In(key.Id, key.Period)).OfType<decimal>()];
    }

    private IEnumerable<decimal?> Authorities(IEnumerable<Figure> figures) =>
        figures.Where(f => areas.FindByCode(f.Series.Area) is { IsEnglishAuthority: true }).Select(f => f.Value);

    private (IReadOnlyList<decimal?> All, IReadOnlyList<decimal> Published) Known(SeriesAsOf series, Period period)
    {
        if (_known.TryGetValue((series, period), out var known))
            return known;
        List<decimal?> all = [.. Authorities(series.At(period))];
        return _known[(series, period)] = (all, [.. all.OfType<decimal>()]);
    }
}
