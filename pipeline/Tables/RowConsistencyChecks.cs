using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>Holds the figures of one row against each other: value, interval, count and denominator.</summary>
internal static class RowConsistencyChecks
{
    /// <summary>A note is printed beside its figure: a paragraph.</summary>
    internal const int MaxNote = 1000;

    /// <summary>What rejects the row; null for nothing.</summary>
    /// <param name="disagreeing">Takes, where there is something, what is to be said of figures that are used and are
    /// not quite what their counts give.</param>
    public static Finding? Fault(
        List<FigureCell> cells,
        long row,
        IndicatorCatalogue catalogue,
        ref List<Finding>? disagreeing
    )
    {
        foreach (var cell in cells)
        {
            if (cell.Beside?.Note is { Length: > MaxNote })
                return Check.TextTooLong.Found($"The note is longer than {MaxNote} characters.", row);
            if (IsTooLarge(cell, catalogue))
                return Check.FigureTooLarge.Found(
                    "The figure, or one of its counts, is impossibly large.",
                    row,
                    cell.Column
                );
            if (cell.Measure.Value < 0 && !MayBeNegative(cell, catalogue))
                return Check.FigureNegative.Found("The figure or a count of it is below zero.", row, cell.Column);
        }
        foreach (var cell in cells)
        {
            if (cell is not { Role: ObservationPart.Value, Measure.Value: { } value })
                continue;
            if (
                cell.Beside is { } beside
                && !IsZero(beside)
                && (value < beside.Lower || value > beside.Upper || beside.Lower > beside.Upper)
            )
                return Check.IntervalNotAround.Found(
                    "The figure lies outside its own confidence interval.",
                    row,
                    cell.Column
                );
            var (numerator, denominator) = Counts(cells, cell);
            if (numerator is null || denominator is null)
                continue;
            if (cell.Unit == Unit.Percent && numerator > denominator)
                return Check.CountAboveDenominator.Found("The count is larger than its denominator.", row, cell.Column);
            if (
                cell.HasMinus
                || denominator <= 0
                || catalogue.Find(cell.Id.Indicator)?.Unit.Multiplier is not { } multiplier
            )
                continue;
            var given = new PublishedAgainstCounts(value, multiplier, numerator.Value, denominator.Value);
            if (!given.IsBeyondRounding)
                continue;
            if (given.IsOffByFactor)
                return Check.FigureNotOfCounts.Found(
                    "The figure is more than three times the figure calculated from its counts, or less than a third "
                        + "of it.",
                    row,
                    cell.Column
                );
            (disagreeing ??= []).Add(
                Check.PercentDisagrees.Found(
                    "The published figure does not match its counts; the figure is used.",
                    row,
                    cell.Column
                )
            );
        }
        return null;
    }

    /// <summary>The cells, without intervals that say nothing and without figures of nobody.</summary>
    public static IEnumerable<FigureCell> Screened(List<FigureCell> cells, long row, TableReading reading)
    {
        foreach (var cell in cells)
        {
            if (cell is not { Role: ObservationPart.Value })
                yield return cell;
            else if (cell.Measure.Value is 0 && Counts(cells, cell).Denominator is 0)
            {
                reading.Counted.Add(
                    Check.DenominatorZero,
                    row,
                    "the figure is 0 out of 0, which means nothing, so it was not used",
                    cell.Column
                );
                yield return WithoutInterval(cell) with
                {
                    Measure = Measure.None(MissingReason.NotApplicable),
                };
            }
            else if (IntervalFault(cell, row) is { } fault)
            {
                reading.Findings.Add(fault);
                yield return WithoutInterval(cell);
            }
            else
                yield return cell;
        }
    }

    private static Finding? IntervalFault(FigureCell cell, long row) =>
        (cell.Beside?.Lower ?? cell.Beside?.Upper) is null ? null
        : cell.Measure.Value is null
            ? Check.IntervalAlone.Found("The row has a confidence interval but no figure.", row, cell.Column)
        : IsZero(cell.Beside)
            ? Check.IntervalZero.Found("Both ends of the confidence interval are zero.", row, cell.Column)
        : null;

    private static FigureCell WithoutInterval(FigureCell cell) =>
        cell with
        {
            Beside = cell.Beside is { } beside
                ? beside with
                {
                    Lower = null,
                    Upper = null,
                    Lower998 = null,
                    Upper998 = null,
                }
                : null,
        };

    // A gap may be below zero, whichever file it is in: the council's own gives it as one figure.
    private static bool MayBeNegative(FigureCell cell, IndicatorCatalogue catalogue) =>
        cell.Role == ObservationPart.Value
        && (cell.HasMinus || catalogue.Find(cell.Id.Indicator) is null or { IsDifference: true });

    private static bool IsTooLarge(FigureCell cell, IndicatorCatalogue catalogue)
    {
        var indicator = catalogue.Find(cell.Id.Indicator);
        bool Is(decimal? value) => value is { } given && PossibleFigure.IsTooLarge(given, cell.Role, indicator);
        return Is(cell.Measure.Value)
            || Is(cell.Beside?.Lower)
            || Is(cell.Beside?.Upper)
            || Is(cell.Beside?.Lower998)
            || Is(cell.Beside?.Upper998);
    }

    private static bool IsZero(ObservationDetails? beside) => beside is { Lower: 0, Upper: 0 };

    private static (decimal? Numerator, decimal? Denominator) Counts(List<FigureCell> cells, FigureCell value)
    {
        var counts = ((decimal?)null, (decimal?)null);
        foreach (var cell in cells)
        {
            if (cell.Role == ObservationPart.Value || cell.Id != value.Id || cell.Period != value.Period)
                continue;
            if (cell.Role == ObservationPart.Numerator)
                counts.Item1 = cell.Measure.Value;
            else if (cell.Role == ObservationPart.Denominator)
                counts.Item2 = cell.Measure.Value;
        }
        return counts;
    }
}
