using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Finds percentages that are written as fractions, 0.221 for 22.1%, in a whole period or in some rows of it. No
/// indicator in per cent or percentage points has a figure of England below 1.
/// </summary>
internal static class FractionFigures
{
    // Fewer authorities may all be near nothing.
    private const int AFew = 5;
    private const int Hundred = 100;
    private const int Ten = 10;

    // How far outside the range of the others a figure may be and still be one of them.
    private const decimal Near = 1.5m;

    // How far from another figure one of the same kind may be.
    private const decimal Like = 2.5m;

    private readonly record struct Given(Series Series, Observation Observation)
    {
        public decimal Value => Observation.Value.Value!.Value;
    }

    /// <summary>A finding; null where there is none.</summary>
    public static Finding? Find(IReadOnlyList<Series> series, Reference reference) =>
        (
            from of in series
            where reference.Catalogue.Find(of.Indicator) is { } indicator && Concerns(indicator)
            from observation in of.Observations
            where observation.Value.Value is > 0
            group new Given(of, observation) by (of.Indicator, observation.Period) into period
            select Fraction([.. period]) is { } fraction ? Found(fraction, reference) : null
        ).FirstOrDefault(f => f is not null);

    /// <summary>Whether the figures of an indicator may be written so.</summary>
    public static bool Concerns(Indicator indicator) =>
        indicator.Unit == Unit.Percent || indicator.Unit == Unit.PercentagePoints;

    /// <summary>Whether a hundred times a figure is like another, although it is far below it. A published percentage
    /// has one decimal or none, so a fraction has two or more.</summary>
    public static bool IsFraction(decimal value, decimal of) =>
        value is > 0 and <= 1
        && value.Scale > 1
        && value * Ten < of
        && !FigureSize.IsBeyond(value * Hundred / of, Like);

    private static Given? Fraction(List<Given> period)
    {
        var small = period.FindAll(g => g.Value <= 1);
        if (small.Count == 0)
            return null;
        var england = period.FindIndex(g => g.Series.Area == AreaRegister.England);
        if (england >= 0 && period[england].Value <= 1)
            return period[england];
        var others = period.FindAll(g => g.Value > 1).ConvertAll(g => g.Value);
        others.Sort();
        if (others.Count == 0)
            return small.Count >= AFew ? Largest(small) : null;
        var like = england >= 0 ? period[england].Value : others[others.Count / 2];
        return
            others.Count >= AFew
            && small.TrueForAll(g => g.Value * Ten < others[0] && g.Value * Hundred * Near >= others[0])
            && small.TrueForAll(g => g.Value * Hundred <= others[^1] * Near)
            ? Largest(small)
            : Largest(small.FindAll(g => others.Count < AFew && IsFraction(g.Value, like)));
    }

    private static Given? Largest(List<Given> some) => some.Count == 0 ? null : some.MaxBy(g => g.Value);

    private static Finding Found(Given given, Reference reference) =>
        Found(
            reference.Catalogue.Find(given.Series.Indicator)!,
            reference.Areas.FindByCode(given.Series.Area)?.Name ?? given.Series.Area,
            given.Observation,
            given.Series.Column
        );

    /// <summary>The finding for a figure.</summary>
    /// <param name="area">The area's name.</param>
    public static Finding Found(Indicator indicator, string area, Observation observation, string column) =>
        Check.Fractions.Found(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{indicator.Name}: the figure for {area} for {observation.Period.InSentence} is "
                    + $"{observation.Value.Value}. It looks like a fraction, not a percentage."
            ),
            observation.Row,
            column
        );
}
