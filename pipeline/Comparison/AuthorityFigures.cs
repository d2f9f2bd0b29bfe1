using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figures of all authorities with children's services, by series and period. They are looked up once, whatever area is compared.</summary>
/// <param name="areas">The register of areas.</param>
internal sealed class AuthorityFigures(AreaRegister areas)
{
    private readonly Dictionary<(KnownSeries Series, Period Period), IReadOnlyList<decimal?>> _known = [];

    /// <summary>The figures; null for a missing one.</summary>
    /// <param name="series">The series.</param>
    /// <param name="period">The period.</param>
    public IReadOnlyList<decimal?> Of(KnownSeries series, Period period)
    {
        if (!_known.TryGetValue((series, period), out var figures))
            _known.Add((series, period), figures = [.. series.At(period).Where(f => areas.FindByCode(f.Series.Area) is { IsUpperTier: true }).Select(f => f.Value)]);
        return figures;
    }
}
