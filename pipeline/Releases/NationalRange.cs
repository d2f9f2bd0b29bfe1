using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds national figures of a file that cannot be the average of the authorities in it.</summary>
internal static class NationalRange
{
    public static IEnumerable<Finding> Screen(IReadOnlyList<Series> series, Reference reference)
    {
        foreach (var indicator in series.GroupBy(s => s.Indicator))
        {
            if (indicator.FirstOrDefault(s => s.Area == AreaRegister.England) is not { } england)
                continue;
            var authorities = indicator
                .Where(s => reference.Areas.FindByCode(s.Area) is { IsEnglishAuthority: true })
                .SelectMany(s => s.Observations)
                .Where(o => o.Value.Value is not null)
                .ToLookup(o => o.Period, o => o.Value.Value!.Value);
            foreach (var observation in england.Observations)
            {
                if (
                    observation.Value.Value is { } national
                    && Plausibility.IsOutOfRange(national, authorities[observation.Period].ToList())
                )
                    yield return Check.NationalOutOfRange.Found(
                        $"England's figure for {reference.Catalogue.Find(indicator.Key)?.Name ?? indicator.Key} "
                            + "is outside the figures of all authorities in the file.",
                        observation.Row,
                        england.Column
                    );
            }
        }
    }
}
