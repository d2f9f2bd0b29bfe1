using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds periods filled with zeros, as a table may have them for a year to come. Only a gap between two groups
/// may be zero in all England.</summary>
internal static class ZeroFigures
{
    // Fewer areas may all have none.
    private const int AFew = 5;

    /// <summary>A finding; null where there is none.</summary>
    public static Finding? Find(IReadOnlyList<Series> series, Reference reference) =>
        (
            from of in series
            where reference.Catalogue.Find(of.Indicator) is { IsDifference: false }
            from observation in of.Observations
            where observation.Value.Value is not null
            where !IsConfirmed(of.Area, observation)
            group (Series: of, Observation: observation) by (of.Indicator, observation.Period) into period
            where
                period.All(f => f.Observation.Value.Value is 0) && period.Count() >= AFew
                || period.Any(f => f.Series.Area == AreaRegister.England && f.Observation.Value.Value is 0)
            let first = period.First(f => f.Observation.Value.Value is 0)
            let whose = period.All(f => f.Observation.Value.Value is 0) ? "every" : "England's"
            select Check.FiguresZero.Found(
                $"{reference.Catalogue.Find(period.Key.Indicator)!.Name}: {whose} figure for "
                    + $"{period.Key.Period.InSentence} is 0.",
                first.Observation.Row,
                first.Series.Column
            )
        ).FirstOrDefault();

    // By its own counts: a rate of 0.00 may be that of some, and a small area may have none.
    private static bool IsConfirmed(string area, Observation figure) =>
        figure.Numerator > 0 || (figure.Denominator > 0 && area != AreaRegister.England);
}
