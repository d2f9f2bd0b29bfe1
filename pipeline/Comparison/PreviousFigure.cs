using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figure that a change is measured from: the latest earlier one of the same kind of period and part of
/// the year, never across a break.</summary>
internal static class PreviousFigure
{
    /// <summary>The figure; null where there is none. A year that was stepped over, or a break, is said.</summary>
    public static Figure? Find(Indicator indicator, SeriesAsOf series, string area, Period period, List<Note> notes)
    {
        var earlier = series
            .Of(area)
            .Values.LastOrDefault(f =>
                f.Value is not null && f.Observation.Period < period && f.Observation.Period.IsComparableWith(period)
            );
        if (earlier is null)
            return null;
        if (indicator.BreakBetween(earlier.Observation.Period.Start, period.Start) is { } broken)
        {
            notes.Add(Note.NoPrevious(broken.Note));
            return null;
        }
        if (indicator.CautionBetween(earlier.Observation.Period.Start, period.Start) is { } caution)
            notes.Add(Note.PreviousWithCaution(earlier.Observation.Period, caution.Note));
        if (earlier.Observation.Period != period.YearBefore)
            notes.Add(Note.PreviousGap(earlier.Observation.Period));
        return earlier;
    }
}
