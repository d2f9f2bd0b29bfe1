using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>
/// Rows that contradict an earlier one. They may be its parts, or it theirs, which the publisher called the total too:
/// at the end of the file their counts say so, where one row's are the sum of the others'. Or each has another status,
/// such as provisional and revised. All that is in doubt about an area and a period is decided at once.
/// </summary>
internal sealed class Conflicts
{
    private const int Most = 10_000;

    private sealed record Row(Finding Fault, IReadOnlyList<SeriesId> Of, Period Period, RejectedRow Text)
    {
        public required bool BroughtOthers { get; init; }
    }

    // What settles rows that contradict one another, and what is then said of each.
    private sealed record Settlement(
        Func<SeriesCollector, SeriesId, Period, bool> Holds,
        Action<SeriesCollector, SeriesId, Period> Take,
        Check Check,
        string Says,
        string Reason
    );

    private static readonly Settlement[] Settlements =
    [
        new(
            (series, id, period) => series.IsSumOfParts(id, period),
            (series, id, period) => series.TakeWhole(id, period),
            Check.PartUnlabelled,
            "every breakdown says Total, as in other rows for the same area and period, and one of these rows is the "
                + "sum of the others",
            "breakdown"
        ),
        new(
            (series, id, period) => series.DifferInStatus(id, period),
            (series, id, period) => series.TakeMostFinal(id, period),
            Check.StatusesSeveral,
            "the file gives this figure again with a different status, so the most final one is used",
            "another status of the same figure"
        ),
    ];

    private readonly List<Row> _rows = [];
    private bool _areAllKept = true;

    /// <summary>Keeps the present row until the end; false where it is rejected now, because there are too many or it
    /// is about several areas or periods.</summary>
    /// <param name="cells">Those that contradict an earlier row.</param>
    /// <param name="broughtOthers">Whether the row brought figures that contradict none.</param>
    public bool Keep(Finding fault, IReadOnlyList<FigureCell> cells, bool broughtOthers, TableReading reading)
    {
        _areAllKept &=
            reading.At is not null
            && _areAllKept
            && cells.All(c => (c.Period, c.Id.Area) == (cells[0].Period, cells[0].Id.Area));
        if (!_areAllKept)
            return false;
        reading.At!.WatchRejected();
        _rows.Add(
            new(fault, [.. cells.Select(c => c.Id).Distinct()], cells[0].Period, RejectedRow.Of(reading.At))
            {
                BroughtOthers = broughtOthers,
            }
        );
        return true;
    }

    /// <summary>Decides what became of the rows.</summary>
    public void Finish(TableReading reading)
    {
        var settled = _rows
            .GroupBy(r => (r.Of[0].Area, r.Period))
            .ToDictionary(g => g.Key, g => Settle([.. g.SelectMany(r => r.Of).Distinct()], g.Key.Period, reading));
        foreach (var row in _rows)
        {
            if (settled[(row.Of[0].Area, row.Period)] is not { } settlement)
            {
                reading.Reject(row.Fault, row.Text);
                continue;
            }
            if (row.BroughtOthers)
                reading.Rows.Accept();
            else
                reading.Rows.Skip(settlement.Reason);
            reading.Counted.Add(settlement.Check, row.Fault.Row!.Value, settlement.Says);
        }
        _rows.Clear();
    }

    private Settlement? Settle(List<SeriesId> ids, Period period, TableReading reading)
    {
        if (_rows.Count >= Most)
            return null;
        var settlement = Array.Find(Settlements, s => ids.TrueForAll(id => s.Holds(reading.Series, id, period)));
        if (settlement is not null)
            ids.ForEach(id => settlement.Take(reading.Series, id, period));
        return settlement;
    }
}
