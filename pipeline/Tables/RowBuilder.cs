using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>
/// Takes the figures of one row and decides once what became of the row: rejected where a cell has a fault, contradicts
/// another or says something else than an earlier row, accepted where it brought something, repeated where all of it
/// was there already.
/// </summary>
internal sealed partial class RowBuilder(CsvRows rows, TableReading reading)
{
    // No series of the catalogue began before.
    private const int Earliest = 1990;

    // A rate per this many or more may be above a thousand, but is never above a tenth of that number.
    private const int LargeRate = 100_000;
    private const int MostOfAll = 10;

    private readonly List<FigureCell> _cells = [];
    private Finding? _fault;
    private List<Finding>? _disagreeing;

    /// <summary>What was taken so far.</summary>
    public IReadOnlyList<FigureCell> Cells => _cells;

    /// <summary>Takes a figure from its cell.</summary>
    /// <param name="figure">Where the figure goes.</param>
    /// <param name="column">The index of the column that holds it.</param>
    /// <returns>The number in the cell; null where there is none.</returns>
    public decimal? Add(FigureCell figure, int column)
    {
        if (!rows.TryMeasure(column, out var measure, out var mark) || mark.IsPercent && !IsPercentage(figure))
            _fault ??= Unreadable(column);
        else if (
            figure.Role is ObservationPart.Value
            && figure.Unit is { } unit
            && IsDoubtful(mark, unit, measure.Value)
        )
            _fault ??= DecimalComma(column);
        else if (figure.Role is ObservationPart.Value && figure.Unit == Unit.Percent && measure.Value is < 0 or > 100)
            _fault ??= Check.PercentOutOfRange.Found(
                "The cell should be a percentage and is not between 0 and 100.",
                rows.Row,
                rows.NameOf(column)
            );
        else
        {
            if (mark.IsRounded)
                reading.Counted.Add(
                    Check.FigureRounded,
                    rows.Row,
                    "a figure or count is in the form 1.4E+05, in which a spreadsheet saves a long number",
                    rows.NameOf(column)
                );
            _cells.Add(figure with { Measure = measure, Beside = mark.AddTo(figure.Beside) });
        }
        return measure.Value;
    }

    /// <summary>Whether the comma of a figure may be a decimal sign: 38,123 between tabs, or as a rate per 10,000 or
    /// per 100,000.</summary>
    public bool IsDoubtful(FigureMark mark, Unit unit, decimal? value) =>
        mark.HasCommas
        && !unit.IsWhole
        && (
            rows.Separator == '\t'
            || unit.Multiplier is not (>= LargeRate and var many)
            || value > many / (decimal)MostOfAll
        );

    /// <summary>The fault of a figure whose comma may be a decimal sign.</summary>
    public Finding DecimalComma(int column) =>
        Check.CellUnreadable.Found(
            "The comma could mean decimals or thousands. Write the figure without a comma, with a point for decimals.",
            rows.Row,
            rows.NameOf(column)
        );

    /// <summary>The fault of a cell that is no figure.</summary>
    public Finding Unreadable(int column) =>
        DecimalCommas().IsMatch(rows.Text(column))
            ? DecimalComma(column)
            : Check.CellUnreadable.Found(
                "The cell is neither a number nor a symbol for a missing figure.",
                rows.Row,
                rows.NameOf(column)
            );

    [GeneratedRegex(@"^-?[0-9.]+,[0-9]+ ?%?$", RegexOptions.NonBacktracking)]
    private static partial Regex DecimalCommas();

    // A count of 5% is no count.
    private static bool IsPercentage(FigureCell figure) =>
        figure.Role is ObservationPart.Value && figure.Unit == Unit.Percent;

    /// <summary>A limit of a figure's interval; null where it is missing or not there. One that cannot be read rejects
    /// the row.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public decimal? Limit(int column)
    {
        if (column < 0)
            return null;
        if (!rows.TryMeasure(column, out var measure))
            _fault ??= Unreadable(column);
        return measure.Value;
    }

    /// <summary>Takes a figure that was read already.</summary>
    public void Add(FigureCell figure) => _cells.Add(figure);

    /// <summary>Notes a fault that rejects the row.</summary>
    public void Fault(Finding finding) => _fault ??= finding;

    /// <summary>What rejects the row; null for nothing.</summary>
    public Finding? FindFault() =>
        _fault ??=
            PeriodFault()
            ?? RowConsistencyChecks.Fault(_cells, rows.Row, reading.Reference.Catalogue, ref _disagreeing);

    /// <summary>Counts the row.</summary>
    public void Commit()
    {
        if (FindFault() is { } rejected)
        {
            reading.Reject(rejected);
            return;
        }
        var added = false;
        var conflicting = new List<FigureCell>();
        reading.Series.BeginRow(rows.Sheet);
        foreach (var c in RowConsistencyChecks.Screened(_cells, rows.Row, reading))
        {
            var put = reading.Series.Add(c, rows.Row);
            added |= put == AddOutcome.Added;
            if (put == AddOutcome.Conflicting)
                conflicting.Add(c);
        }
        if (added && conflicting.Count == 0)
            _disagreeing?.ForEach(reading.Findings.Add);
        if (conflicting is [var other, ..])
        {
            var sheet = reading.Series.SheetOf(other.Id, other.Period);
            var fault = Check.RowsConflict.Found(
                $"Row {reading.Series.RowOf(other.Id, other.Period, other.Role)}"
                    + (sheet == rows.Sheet ? "" : $" of sheet {sheet}")
                    + " gives a different figure for the same indicator, area and period.",
                rows.Row,
                other.Column
            );
            if (!reading.Conflicts.Keep(fault, conflicting, added, reading))
                reading.Reject(fault);
        }
        else if (added)
            reading.Rows.Accept();
        else
            reading.Rows.Skip("repeats an earlier row");
    }

    private Finding? PeriodFault()
    {
        foreach (var cell in _cells)
        {
            if (cell.Period.Start > reading.Published)
                return Check.PeriodInFuture.Found("The row's period begins after the file was published.", rows.Row);
            if (cell.Period.End.Year < Earliest)
                return Check.PeriodTooEarly.Found($"The row's period ended before {Earliest}.", rows.Row);
        }
        return null;
    }
}
