using System.Runtime.InteropServices;

namespace ChildrensTrust.Pipeline.Findings;

/// <summary>Findings that would be the same in many rows: each is reported once, with the number of its rows and the
/// first of them.</summary>
internal sealed class CountedFindings
{
    private readonly Dictionary<(Check Check, string Subject, string? Column), (long Count, long First)> _counts = [];

    /// <summary>Counts a row.</summary>
    /// <param name="subject">The end of a sentence that begins with "In 3 rows": what is wrong there.</param>
    public void Add(Check check, long row, string subject, string? column = null) =>
        Add(check, row, 1, subject, column);

    /// <summary>Counts several rows at once.</summary>
    /// <param name="count">How many they are; nothing is noted for none.</param>
    public void Add(Check check, long first, long count, string subject, string? column = null)
    {
        if (count == 0)
            return;
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _counts,
            (check, subject, column),
            out var known
        );
        counted = (counted.Count + count, known ? Math.Min(counted.First, first) : first);
    }

    /// <summary>Hands over one finding for each.</summary>
    public void Finish(FindingList findings)
    {
        foreach (var ((check, subject, column), (count, first)) in _counts)
            findings.Add(
                check.Found(
                    count == 1 ? $"In 1 row {subject}." : $"In {count} rows, of which this is the first, {subject}.",
                    first,
                    column
                )
            );
    }
}
