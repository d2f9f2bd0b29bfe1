using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>England's figure: of the same period or else the nearest, never across a break, and never one that cannot
/// be the average of its authorities.</summary>
internal static class NationalFigure
{
    /// <summary>The figure to compare with; null, with a note, where there is none.</summary>
    /// <param name="others">What is done where England's figure is of another period.</param>
    /// <param name="beside">The publisher's figures of other totals.</param>
    public static Figure? Find(
        NearestPeriod others,
        SeriesAsOf? publisher,
        IEnumerable<SeriesAsOf> beside,
        AuthorityFigures authorities
    )
    {
        if (publisher?.Find(AreaRegister.England, others.Period) is { Value: not null } same)
            return Checked(publisher, same, authorities, others.Notes);
        if (publisher?.Nearest(AreaRegister.England, others.Period) is not { } nearest)
        {
            others.Notes.Add(
                beside.FirstOrDefault(s => s.Latest(AreaRegister.England) is not null) is { } another
                    ? Note.NationalOfAnotherTotal(another.Latest(AreaRegister.England)!, another, publisher!)
                : Withheld(publisher, others.Period) is { } withheld ? Note.NationalWithheld(withheld.Observation)
                : Note.NoNational()
            );
            return null;
        }
        if (publisher.Find(AreaRegister.England, others.Period) is { } symbol)
            others.Notes.Add(Note.LaterWithheld("England", symbol.Observation));
        return others.Accept(nearest, "England") is null
            ? null
            : Checked(publisher, nearest, authorities, others.Notes);
    }

    /// <summary>The figure of one period; null where there is none or it cannot be an average.</summary>
    public static Figure? At(SeriesAsOf publisher, AuthorityFigures authorities, Period period) =>
        publisher.Find(AreaRegister.England, period) is { Value: not null } figure
        && !CannotBeAverage(publisher, figure, authorities)
            ? figure
            : null;

    /// <summary>The figure of an earlier edition; null where it could not be an average of the authorities that the
    /// edition gave.</summary>
    public static decimal? OfEdition(SeriesAsOf publisher, Figure edition, AuthorityFigures authorities) =>
        edition.Value is { } value && !Plausibility.IsOutOfRange(value, authorities.PublishedIn(publisher, edition))
            ? value
            : null;

    // Of the period or, where England has nothing for that, of the latest.
    private static Figure? Withheld(SeriesAsOf? publisher, Period period) =>
        publisher?.Find(AreaRegister.England, period) ?? publisher?.Of(AreaRegister.England).Values.LastOrDefault();

    private static bool CannotBeAverage(SeriesAsOf publisher, Figure national, AuthorityFigures authorities) =>
        Plausibility.IsOutOfRange(national.Value!.Value, authorities.Published(publisher, national.Observation.Period));

    private static Figure? Checked(
        SeriesAsOf publisher,
        Figure national,
        AuthorityFigures authorities,
        List<Note> notes
    )
    {
        if (!CannotBeAverage(publisher, national, authorities))
            return national;
        notes.Add(Note.ImpossibleNational(national, authorities.Published(publisher, national.Observation.Period)));
        return null;
    }
}
