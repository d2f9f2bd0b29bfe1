using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Decides on a figure of another period than the one that it would be compared with.</summary>
/// <param name="Period">The period of the area's figure.</param>
/// <param name="IsReturn">Whether the area's figure is the council's own return, which is compared with its own period
/// alone.</param>
/// <param name="Notes">Takes what a reader must know.</param>
internal sealed record NearestPeriod(Indicator Indicator, Period Period, bool IsReturn, List<Note> Notes)
{
    // A publisher may be a year late with some areas, or leave a year out. Figures further apart say nothing of each
    // other.
    private const int MaxYearsApart = 2;

    /// <summary>
    /// The figure, with a note that names its period; null, with a note, where a break in the series or too many years
    /// lie between the two, or where the area's figure is the council's own.
    /// </summary>
    public Figure? Accept(Figure other, string whose)
    {
        var at = other.Observation.Period;
        if (IsReturn)
        {
            Notes.Add(Note.ReturnOfOtherPeriod(whose, at, Period));
            return null;
        }
        if (at.End < Period.End.AddYears(-MaxYearsApart) || at.End > Period.End.AddYears(MaxYearsApart))
        {
            Notes.Add(Note.TooFarApart(whose, at, Period, MaxYearsApart));
            return null;
        }
        var (first, second) = at.Start < Period.Start ? (at.Start, Period.Start) : (Period.Start, at.Start);
        if (Indicator.BreakBetween(first, second) is { } broken)
        {
            Notes.Add(Note.AcrossBreak(whose, at, broken.Note));
            return null;
        }
        Notes.Add(Note.OtherPeriod(whose, at, Period));
        return other;
    }
}
