using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>
/// Rows that contradict an earlier one. They may be its parts, or it theirs, which the publisher called the total too:
/// at the end of the file their counts say so, where one row's are the sum of the others'. All that is in doubt about
/// an area and a period is decided at once.
/// </summary>
internal sealed class Conflicts
{
    private const int Most = 10_000;

    private sealed record Row(Finding Fault, IReadOnlyList<SeriesId> Of, Period Period, RejectedRow Text);

    private readonly List<Row> _rows = [];
    private bool _areAllKept = true;

    /// <summary>Keeps the present row until the end; false where it is rejected now, because there are too many or it
    /// is about several areas or periods.</summary>
    /// <param name="cells">Those that contradict an earlier row.</param>
    public bool Keep(Finding fault, IReadOnlyList<FigureCell> cells, TableReading reading)
    {
        _areAllKept &=
            reading.At is not null
            && _areAllKept
            && cells.All(c => (c.Period, c.Id.Area) == (cells[0].Period, cells[0].Id.Area));
        if (!_areAllKept)
            return false;
        reading.At!.WatchRejected();
        _rows.Add(new(fault, [.. cells.Select(c => c.Id).Distinct()], cells[0].Period, RejectedRow.Of(reading.At)));
        return true;
    }

    /// <summary>Decides what became of the rows.</summary>
    public void Finish(TableReading reading)
    {
        var areOfWholes = _rows
            .GroupBy(r => (r.Of[0].Area, r.Period))
            .Where(g =>
                _rows.Count < Most
                && g.SelectMany(r => r.Of).Distinct().All(id => reading.Series.IsSumOfParts(id, g.Key.Period))
            )
            .Select(g => g.Key)
            .ToHashSet();
        foreach (var row in _rows)
        {
            if (!areOfWholes.Contains((row.Of[0].Area, row.Period)))
            {
                reading.Reject(row.Fault, row.Text);
                continue;
            }
            foreach (var id in row.Of)
                reading.Series.TakeWhole(id, row.Period);
            reading.Rows.Skip("breakdown");
            reading.Counted.Add(
                Check.PartUnlabelled,
                row.Fault.Row!.Value,
                "every breakdown says Total, as in other rows for the same area and period, and one of these rows is "
                    + "the sum of the others"
            );
        }
        _rows.Clear();
    }
}
