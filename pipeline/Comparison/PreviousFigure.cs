using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>The figure that a change is measured from: the latest earlier one of the same kind of period and part of
/// the year, never across a break.</summary>
internal static class PreviousFigure
{
    /// <summary>The figure before a later one; null where there is none. A year that was stepped over, a break, or
    /// another total is said.</summary>
    /// <param name="beside">The publisher's figures of other totals.</param>
    public static Figure? Find(
        Indicator indicator,
        SeriesAsOf series,
        IEnumerable<SeriesAsOf> beside,
        Figure later,
        List<Note> notes
    )
    {
        var period = later.Observation.Period;
        Figure? Earlier(SeriesAsOf of) =>
            of.Of(later.Series.Area)
                .Values.LastOrDefault(f =>
                    f.Value is not null
                    && f.Observation.Period < period
                    && f.Observation.Period.IsComparableWith(period)
                );
        if (Earlier(series) is not { } earlier)
        {
            if (beside.FirstOrDefault(s => Earlier(s) is not null) is { } another)
                notes.Add(Note.PreviousOfAnotherTotal(another, series));
            return null;
        }
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
