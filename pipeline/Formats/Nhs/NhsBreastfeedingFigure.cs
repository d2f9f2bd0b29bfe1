using System.Globalization;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// Breastfeeding prevalence at 6 to 8 weeks from its counts: (totally + partially) / due x 100. It counts as published
/// for an area where the status of at least 95% of the infants due a check is known, and where the publisher has not
/// blanked its own percentage.
/// </summary>
/// <param name="Value">The percentage, or why there is none.</param>
/// <param name="Numerator">Infants totally or partially breastfed.</param>
/// <param name="Denominator">Infants due a check.</param>
/// <param name="Note">Why the figure is withheld.</param>
internal sealed record NhsBreastfeedingFigure(Measure Value, decimal? Numerator, decimal? Denominator, string? Note)
{
    private const decimal MinCoverage = 95;
    private const decimal MaxInfants = 10_000_000;

    /// <summary>Works the figure out; null where the counts cannot all be right.</summary>
    /// <param name="cells">The row's cells by what they hold; a column that the table has not is not there.</param>
    /// <param name="needsCoverage">Whether the threshold of coverage holds: for areas, not for the country, whose
    /// figure was published whatever its coverage.</param>
    public static NhsBreastfeedingFigure? Calculate(
        IReadOnlyDictionary<NhsBreastfeedingColumn, Measure> cells,
        bool needsCoverage
    )
    {
        if (
            cells.Any(c =>
                c.Value.Value is { } count
                && IsCount(c.Key)
                && (count is < 0 or > MaxInfants || count != decimal.Truncate(count))
            )
        )
            return null;
        var missing = new[]
        {
            NhsBreastfeedingColumn.Due,
            NhsBreastfeedingColumn.Totally,
            NhsBreastfeedingColumn.Partially,
        }
            .Select(c => cells[c])
            .Where(m => m.Missing is not null)
            .ToList();
        if (missing.Count > 0)
            return new(missing[0], null, null, null);
        var due = cells[NhsBreastfeedingColumn.Due].Value!.Value;
        var breastfed =
            cells[NhsBreastfeedingColumn.Totally].Value!.Value + cells[NhsBreastfeedingColumn.Partially].Value!.Value;
        var known = Known(cells, due, breastfed);
        if (breastfed > due || known > due || breastfed > known)
            return null;
        if (due == 0)
            return new(Measure.None(MissingReason.NotAvailable), null, null, "No infant is reported as due a check.");
        var value = decimal.Round(100 * breastfed / due, 10, MidpointRounding.AwayFromZero);
        return Withheld(cells, needsCoverage, due, known) is { } note
            ? new(Measure.None(MissingReason.Withheld), breastfed, due, note)
            : new(Measure.From(value), breastfed, due, null);
    }

    private static bool IsCount(NhsBreastfeedingColumn column) =>
        column is not (NhsBreastfeedingColumn.Prevalence or NhsBreastfeedingColumn.Coverage);

    private static string? Withheld(
        IReadOnlyDictionary<NhsBreastfeedingColumn, Measure> cells,
        bool needsCoverage,
        decimal due,
        decimal? known
    )
    {
        if (needsCoverage && known is { } k && 100 * k < MinCoverage * due)
        {
            // Cut and not rounded, so that 94.96 does not read as the 95 that it falls short of.
            var coverage = decimal.Truncate(1000 * k / due) / 10;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Status known for {coverage:0.0}% of infants due a check; published figures need 95%."
            );
        }
        if (
            needsCoverage
            && known is null
            && cells.TryGetValue(NhsBreastfeedingColumn.Coverage, out var given)
            && given.Value is { } share
            && (share <= 1 ? 100 * share : share) < MinCoverage
        )
            return "The published coverage is below 95%; published figures need 95%.";
        if (needsCoverage && known is null && cells.ContainsKey(NhsBreastfeedingColumn.Known))
            return "Coverage is not published; a published figure needs 95%.";
        return cells.TryGetValue(NhsBreastfeedingColumn.Prevalence, out var published) && published.Missing is not null
            ? "The publisher gives the counts and leaves the percentage out, as it does where counts fail its checks."
            : null;
    }

    private static decimal? Known(
        IReadOnlyDictionary<NhsBreastfeedingColumn, Measure> cells,
        decimal due,
        decimal breastfed
    )
    {
        decimal? At(NhsBreastfeedingColumn column) => cells.TryGetValue(column, out var measure) ? measure.Value : null;
        return At(NhsBreastfeedingColumn.Known)
            ?? breastfed + At(NhsBreastfeedingColumn.NotAtAll)
            ?? due - At(NhsBreastfeedingColumn.NotKnown);
    }
}
