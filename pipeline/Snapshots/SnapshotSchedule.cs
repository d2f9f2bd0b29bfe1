using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>A snapshot that the schedule owes.</summary>
/// <param name="Compiled">The compile date: it does not depend on the day on which the snapshot is made.</param>
internal sealed record OwedSnapshot(DateOnly AsAt, DateOnly Compiled);

/// <summary>
/// When the snapshots of a cadence are about and when they fall due: each as-at date is compiled a number of days
/// later, because the releases and NHS quarters that belong to it come out weeks after it. All days are days of UTC, in
/// which no day is longer or shorter than another: a change to or from British Summer Time moves nothing.
/// </summary>
/// <param name="CompileAfterDays">How many days after its as-at date a snapshot falls due.</param>
internal sealed record SnapshotSchedule(IReadOnlyList<MonthEnd> AsAt, int CompileAfterDays)
{
    /// <summary>The day on which the snapshot of an as-at date falls due.</summary>
    public DateOnly Due(DateOnly asAt) => asAt.AddDays(CompileAfterDays);

    /// <summary>
    /// The snapshots that are due and not made, the earliest first. Nothing before the first that the schedule made is
    /// owed, so that a changed number of days does not reach back. Each is compiled on the day it fell due, or on the
    /// day of the first release where that came later: before it, nothing was known.
    /// </summary>
    /// <param name="made">The as-at dates whose snapshot the schedule made.</param>
    public IReadOnlyList<OwedSnapshot> Owed(DateOnly today, DateOnly firstArrival, IReadOnlySet<DateOnly> made)
    {
        var first = made.Count == 0 ? DateOnly.MinValue : made.Min();
        return
        [
            .. from asAt in DueOn(today, firstArrival)
            where asAt >= first && !made.Contains(asAt)
            let due = Due(asAt)
            let compiled = due > firstArrival ? due : firstArrival
            where compiled <= today
            select new OwedSnapshot(asAt, compiled),
        ];
    }

    /// <summary>
    /// The as-at dates whose snapshot is due: the newest that had fallen due when the first release arrived, and every
    /// one since. The earliest first. The first of them does not depend on today, so none is lost where nothing ran
    /// until the next fell due.
    /// </summary>
    public IReadOnlyList<DateOnly> DueOn(DateOnly today, DateOnly firstArrival)
    {
        var due = new List<DateOnly>();
        var asAt = LastAsAt(today);
        for (; Due(asAt) > firstArrival; asAt = LastAsAt(asAt.AddDays(-1)))
        {
            if (Due(asAt) <= today)
                due.Add(asAt);
        }
        due.Add(asAt);
        due.Reverse();
        return due;
    }

    /// <summary>Whether a day is one of the as-at dates.</summary>
    public bool Has(DateOnly day) => AsAt.Any(end => end.In(day.Year) == day);

    /// <summary>The last as-at date on or before a day.</summary>
    public DateOnly LastAsAt(DateOnly day) =>
        AsAt.SelectMany(end => new[] { end.In(day.Year - 1), end.In(day.Year) }).Where(asAt => asAt <= day).Max();

    /// <summary>The first as-at date after a day.</summary>
    public DateOnly NextAsAt(DateOnly day) =>
        AsAt.SelectMany(end => new[] { end.In(day.Year), end.In(day.Year + 1) }).Where(asAt => asAt > day).Min();
}
