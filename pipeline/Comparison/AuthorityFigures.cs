using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figures of all authorities with children's services, by series and period. They are looked up once, whatever area is compared.</summary>
/// <param name="areas">The register of areas.</param>
internal sealed class AuthorityFigures(AreaRegister areas)
{
    private readonly Dictionary<(KnownSeries Series, Period Period), (IReadOnlyList<decimal?> All, IReadOnlyList<decimal> Published)> _known = [];

    /// <summary>The figures; null for a missing one.</summary>
    /// <param name="series">The series.</param>
    /// <param name="period">The period.</param>
    public IReadOnlyList<decimal?> Of(KnownSeries series, Period period) => Known(series, period).All;

    /// <summary>The figures that are there.</summary>
    /// <param name="series">The series.</param>
    /// <param name="period">The period.</param>
    public IReadOnlyList<decimal> Published(KnownSeries series, Period period) => Known(series, period).Published;

    private (IReadOnlyList<decimal?> All, IReadOnlyList<decimal> Published) Known(KnownSeries series, Period period)
    {
        if (_known.TryGetValue((series, period), out var known))
            return known;
        List<decimal?> all = [.. series.At(period).Where(f => areas.FindByCode(f.Series.Area) is { IsUpperTier: true }).Select(f => f.Value)];
        return _known[(series, period)] = (all, [.. all.OfType<decimal>()]);
    }
}
