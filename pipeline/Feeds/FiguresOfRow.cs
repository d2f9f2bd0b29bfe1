using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>Holds the figures of one row against each other: value, interval, count and denominator.</summary>
internal static class FiguresOfRow
{
    /// <summary>What rejects the row; null for nothing.</summary>
    public static Finding? Fault(List<FigureCell> cells, long row, IndicatorCatalogue catalogue)
    {
        if (cells.Find(c => c.Measure.Value < 0 && !MayBeNegative(c, catalogue)) is { } negative)
            return Check.FigureNegative.Found("The figure or a count of it is below zero.", row, negative.Column);
        foreach (var cell in cells.Where(c => c.Role == Role.Value))
        {
            if (cell is { Measure.Value: { } value, Beside: { } beside } && !IsZero(beside) && (value < beside.Lower || value > beside.Upper || beside.Lower > beside.Upper))
                return Check.IntervalNotAround.Found("The figure lies outside its own confidence interval.", row, cell.Column);
            if (cell.Unit == "%" && Part(cells, cell, Role.Numerator) > Part(cells, cell, Role.Denominator))
                return Check.CountAboveDenominator.Found("The count is larger than its denominator.", row, cell.Column);
            if (OfCounts(cells, cell, catalogue) is { IsOffByFactor: true })
                return Check.FigureNotOfCounts.Found("The figure is more than three times what its counts give, or less than a third of it.", row, cell.Column);
        }
        return null;
    }

    /// <summary>What is to be said of figures that are used and are not quite what their counts give.</summary>
    public static IEnumerable<Finding> Disagreeing(List<FigureCell> cells, long row, IndicatorCatalogue catalogue) =>
        from cell in cells
        where cell.Role == Role.Value && OfCounts(cells, cell, catalogue) is { IsBeyondRounding: true }
        select Check.PercentDisagrees.Found("The published figure is not what the counts give; the figure is used.", row, cell.Column);

    /// <summary>The cells, without intervals that say nothing.</summary>
    public static IEnumerable<FigureCell> Screened(List<FigureCell> cells, long row, FindingList findings)
    {
        foreach (var cell in cells)
        {
            var beside = cell.Role == Role.Value && cell.Beside is { } b && (b.Lower ?? b.Upper) is not null ? b : null;
            var isAlone = beside is not null && cell.Measure.Value is null;
            if (isAlone)
                findings.Add(Check.IntervalAlone.Found("The row has a confidence interval and no figure.", row, cell.Column));
            else if (beside is not null && IsZero(beside))
                findings.Add(Check.IntervalZero.Found("Both ends of the confidence interval are zero.", row, cell.Column));
            yield return beside is not null && (isAlone || IsZero(beside)) ? cell with { Beside = beside with { Lower = null, Upper = null } } : cell;
        }
    }

    // A gap may be below zero, whichever file it is in: the council's own gives it as one figure.
    private static bool MayBeNegative(FigureCell cell, IndicatorCatalogue catalogue) =>
        cell.Role == Role.Value && (cell.HasMinus || catalogue.Find(cell.Id.Indicator) is null or { IsDifference: true });

    private static FigureOfCounts? OfCounts(List<FigureCell> cells, FigureCell cell, IndicatorCatalogue catalogue) =>
        !cell.HasMinus && cell.Measure.Value is { } value && Part(cells, cell, Role.Numerator) is { } numerator && Part(cells, cell, Role.Denominator) is > 0 and { } denominator
        && catalogue.Find(cell.Id.Indicator)?.Multiplier is { } multiplier
            ? new(value, multiplier, numerator, denominator)
            : null;

    private static bool IsZero(Beside beside) => beside is { Lower: 0, Upper: 0 };

    private static decimal? Part(List<FigureCell> cells, FigureCell value, Role role) =>
        cells.Find(c => c.Role == role && c.Id == value.Id && c.Period == value.Period)?.Measure.Value;
}
