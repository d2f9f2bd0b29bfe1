using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>
/// Rows that contradict an earlier one, and that may be a part of it which the publisher called the total too. Their
/// counts say so at the end of the file: one row's are the sum of the others'.
/// </summary>
internal sealed class Conflicts
{
    private const int Most = 10_000;
    private readonly List<(Finding Fault, List<(SeriesId Id, Period Period)> Of, RejectedRow Row)> _rows = [];

    /// <summary>Keeps the present row until the end; false where it is rejected at once.</summary>
    /// <param name="of">The observations that it gives another figure for.</param>
    public bool Keep(Finding fault, List<(SeriesId Id, Period Period)> of, TableReading reading)
    {
        if (
            reading.At is not { } at
            || _rows.Count == Most
            || !of.TrueForAll(o => reading.Series.HasCounts(o.Id, o.Period))
        )
            return false;
        at.WatchRejected();
        _rows.Add((fault, of, RejectedRow.Of(at)));
        return true;
    }

    /// <summary>Decides what became of the rows.</summary>
    public void Finish(TableReading reading)
    {
        foreach (var (fault, of, row) in _rows)
        {
            if (of.TrueForAll(o => reading.Series.IsSumOfParts(o.Id, o.Period)))
            {
                reading.Rows.Skip("breakdown");
                reading.Counted.Add(
                    Check.PartUnlabelled,
                    fault.Row!.Value,
                    "each breakdown says Total, but other rows of the area and period say so too, and the counts of one "
                        + "are the sum of the others'"
                );
            }
            else
                reading.Reject(fault, row);
        }
        _rows.Clear();
    }
}
