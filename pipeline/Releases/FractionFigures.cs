using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Finds percentages that are written as fractions, 0.221 for 22.1%, in a whole period or in some rows of it. No
/// indicator in per cent has a figure of England below 1.
/// </summary>
internal static class FractionFigures
{
    // Fewer authorities may all be near nothing.
    private const int AFew = 5;
    private const int Hundred = 100;
    private const int Ten = 10;

    // How far outside the others a figure may be that is one of them.
    private const decimal Near = 1.5m;

    private readonly record struct Given(Series Series, Observation Observation)
    {
        public decimal Value => Observation.Value.Value!.Value;
    }

    /// <summary>A finding; null where there is none.</summary>
    public static Finding? Find(IReadOnlyList<Series> series, Reference reference) =>
        (
            from of in series
            where reference.Catalogue.Find(of.Indicator)?.Unit == Unit.Percent
            from observation in of.Observations
            where observation.Value.Value is > 0
            group new Given(of, observation) by (of.Indicator, observation.Period) into period
            select Fraction([.. period]) is { } fraction ? Found(fraction, reference) : null
        ).FirstOrDefault(f => f is not null);

    private static Given? Fraction(List<Given> period)
    {
        var small = period.FindAll(g => g.Value <= 1);
        if (small.Count == 0)
            return null;
        var national = small.FindIndex(g => g.Series.Area == AreaRegister.England);
        if (national >= 0)
            return small[national];
        var others = period.FindAll(g => g.Value > 1).ConvertAll(g => g.Value);
        var largest = small.MaxBy(g => g.Value);
        return others.Count == 0 ? (small.Count >= AFew ? largest : null)
            : others.Count >= AFew
            && small.TrueForAll(g => g.Value * Ten < others.Min() && g.Value * Hundred * Near >= others.Min())
            && largest.Value * Hundred <= others.Max() * Near
                ? largest
            : null;
    }

    private static Finding Found(Given given, Reference reference) =>
        Check.Fractions.Found(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{reference.Catalogue.Find(given.Series.Indicator)!.Name} is a percentage, and its figure for "
                    + $"{reference.Areas.FindByCode(given.Series.Area)?.Name ?? given.Series.Area} for "
                    + $"{given.Observation.Period.Label}, {given.Value}, seems to be a fraction."
            ),
            given.Observation.Row,
            given.Series.Column
        );
}
