using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds the indicators of a file that has the figures of many authorities and not England's.</summary>
internal static class WithoutEngland
{
    // A council may drop its own figures and its neighbours' alone.
    private const int MostOfSome = 20;

    public static IEnumerable<Finding> Screen(IReadOnlyList<Series> series, Reference reference) =>
        from indicator in series.Where(s => s.Preference != Series.LocalReturnPreference).GroupBy(s => s.Indicator)
        where indicator.All(s => s.Area != AreaRegister.England)
        let authorities = indicator.Count(s => reference.Areas.FindByCode(s.Area) is { IsEnglishAuthority: true })
        where authorities > MostOfSome
        select Check.EnglandMissing.Found(
            $"{reference.Catalogue.Find(indicator.Key)?.Name}: the file has the figures of {authorities} authorities "
                + "and not England's.",
            column: indicator.First().Column
        );
}
