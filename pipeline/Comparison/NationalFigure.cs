using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>England's figure: of the same period or else the nearest, never across a break, and never one that cannot be the average of its authorities.</summary>
internal static class NationalFigure
{
    /// <summary>The figure to compare with; null, with a note, where there is none.</summary>
    public static Figure? Of(Indicator indicator, KnownSeries? publisher, AuthorityFigures authorities, Period period, List<string> notes)
    {
        if (publisher?.Find(AreaRegister.England, period) is { Value: not null } same)
            return Checked(publisher, same, authorities, notes);
        if (publisher?.Nearest(AreaRegister.England, period) is not { } nearest)
        {
            notes.Add("No comparison with England: no release that was known has a figure.");
            return null;
        }
        return OtherPeriod.Take(indicator, nearest, period, "England", notes) is null ? null : Checked(publisher, nearest, authorities, notes);
    }

    /// <summary>The figure of one period; null where there is none or it cannot be an average.</summary>
    public static Figure? At(KnownSeries publisher, AuthorityFigures authorities, Period period) =>
        publisher.Find(AreaRegister.England, period) is { Value: not null } figure && !CannotBeAverage(publisher, figure, authorities) ? figure : null;

    private static bool CannotBeAverage(KnownSeries publisher, Figure national, AuthorityFigures authorities) =>
        Plausibility.IsOutOfRange(national.Value!.Value, authorities.Published(publisher, national.Observation.Period));

    private static Figure? Checked(KnownSeries publisher, Figure national, AuthorityFigures authorities, List<string> notes)
    {
        if (!CannotBeAverage(publisher, national, authorities))
            return national;
        var figures = authorities.Published(publisher, national.Observation.Period);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"Not compared with England: the published figure for {national.Observation.Period} ({national.Value}, {national.Release.File}, row {national.Observation.Row}) cannot be an average of the authorities, whose figures lie between {figures.Min()} and {figures.Max()}."));
        return null;
    }
}
