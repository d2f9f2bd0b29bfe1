using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds the indicators of a file in which England is of too few children to be England: 35,000 pupils of
/// referral units are not the 7.3 million of all schools.</summary>
internal static class OtherPopulation
{
    public static IEnumerable<Finding> Screen(IReadOnlyList<Series> series, IndicatorCatalogue catalogue) =>
        from national in series
        where national.Area == AreaRegister.England
        let indicator = catalogue.Find(national.Indicator)
        where indicator?.EnglandAtLeast is not null
        from observation in national.Observations
        where observation.Denominator < indicator.EnglandAtLeast
        select Check.OtherScope.Found(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{indicator.Name}, England, {observation.Period.Label}: the figure is of {observation.Denominator:#,0}, "
                    + $"where England has at least {indicator.EnglandAtLeast:#,0}."
            ),
            observation.Row,
            national.Column
        );
}
