using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Compares one area's figures with England's and its neighbours'. All figures of a comparison come from one
/// publisher's series; series are never spliced.</summary>
/// <param name="basis">What every comparison is made by.</param>
internal sealed class Comparer(ComparisonBasis basis, Area area)
{
    private readonly IReadOnlyList<Area> _neighbours = basis.NeighboursOf(area.Code);
    private readonly IReadOnlyList<Area> _districts = basis.Areas.DistrictsOf(area.Code);

    /// <summary>Compares one indicator.</summary>
    /// <param name="known">The series of it that were known on the compile date, of publishers and of the council
    /// itself.</param>
    public IndicatorComparison Compare(Indicator indicator, IReadOnlyList<SeriesAsOf> known)
    {
        var parts = indicator.Parts.GetValueOrDefault(area.Code) ?? [];
        var choice = SeriesChoice.For(known, area.Code, [.. parts.Select(p => p.Code)]);
        var comparer = new AreaComparer(basis, indicator, area, _neighbours)
        {
            NoNeighbours =
                _neighbours.Count > 0 ? null
                : basis.NeighbourSets.For(area.Code) is not { } set ? Note.NoNeighbourSet()
                : Note.NotInSet(set.From, area.Name),
            Others = [.. known.Where(s => s.Rank != Series.LocalReturnPreference && s != choice.Publisher)],
        };
        var localities = Localities.Compare(
            basis,
            indicator,
            [.. known.Where(s => s.Rank != Series.LocalReturnPreference)],
            area,
            _districts
        );
        if (!choice.IsInParts)
            return new(
                indicator,
                [comparer.Compare(choice.Publisher, choice.Council, area.Code, area.Name)],
                false,
                localities
            );
        var places = parts.Select(p => comparer.Compare(choice.Publisher, null, p.Code, p.Name)).ToList();
        return new(indicator, places, true, localities)
        {
            Return = comparer.Return(
                choice.Publisher,
                choice.Council,
                area.Code,
                places.Max(p => p.Local?.Observation.Period)
            ),
        };
    }
}
