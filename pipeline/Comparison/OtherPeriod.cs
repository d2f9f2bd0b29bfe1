using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Decides on a figure of another period than the one that it would be held against.</summary>
internal static class OtherPeriod
{
    /// <summary>The figure, with a note that names its period; null, with a note, where a break in the series lies between the two.</summary>
    public static Figure? Take(Indicator indicator, Figure other, Period period, string whose, List<string> notes)
    {
        var at = other.Observation.Period;
        var (first, second) = at.Start < period.Start ? (at.Start, period.Start) : (period.Start, at.Start);
        if (indicator.BreakBetween(first, second) is { } broken)
        {
            notes.Add($"Not compared with {whose}: their latest figure is for {at}, on the other side of a break in the series. {broken.Note}");
            return null;
        }
        notes.Add($"The figure for {whose} is for {at}, not for {period}.");
        return other;
    }
}
