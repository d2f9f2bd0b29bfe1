using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Decides on a figure of another period than the one that it would be held against.</summary>
internal static class OtherPeriod
{
    // A publisher may be a year late with some areas, or leave a year out. Figures further apart say nothing of each other.
    private const int MostYearsApart = 2;

    /// <summary>The figure, with a note that names its period; null, with a note, where a break in the series lies between the two or too many years do.</summary>
    public static Figure? Take(Indicator indicator, Figure other, Period period, string whose, List<string> notes)
    {
        var at = other.Observation.Period;
        if (at.End < period.End.AddYears(-MostYearsApart) || at.End > period.End.AddYears(MostYearsApart))
        {
            notes.Add($"Not compared with {whose}: their nearest figure is for {at}, more than {MostYearsApart} years from {period}.");
            return null;
        }
        var (first, second) = at.Start < period.Start ? (at.Start, period.Start) : (period.Start, at.Start);
        if (indicator.BreakBetween(first, second) is { } broken)
        {
            notes.Add($"Not compared with {whose}: their nearest figure is for {at}, on the other side of a break in the series. {broken.Note}");
            return null;
        }
        notes.Add($"The figure for {whose} is for {at}, not for {period}.");
        return other;
    }
}
