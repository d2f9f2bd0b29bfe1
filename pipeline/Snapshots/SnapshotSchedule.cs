namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>
/// When snapshots are about and when they fall due: each as-at date (31 March, 30 September) is compiled a number of days
/// later, because the releases and NHS quarters that belong to it come out weeks after it.
/// </summary>
/// <param name="CompileAfterDays">How many days after its as-at date a snapshot falls due.</param>
public sealed record SnapshotSchedule(int CompileAfterDays = SnapshotSchedule.ReportOfJanuary2013)
{
    /// <summary>From 30 September to 12 December 2012, the date on the January 2013 report.</summary>
    public const int ReportOfJanuary2013 = 73;

    /// <summary>The day on which the snapshot of an as-at date falls due.</summary>
    /// <param name="asAt">The as-at date.</param>
    public DateOnly Due(DateOnly asAt) => asAt.AddDays(CompileAfterDays);

    /// <summary>
    /// The as-at dates whose snapshot is due: the newest one, and every one that fell due since the first release arrived. The earliest first.
    /// </summary>
    /// <param name="today">Today.</param>
    /// <param name="firstArrival">The day on which the first release arrived.</param>
    public IReadOnlyList<DateOnly> DueOn(DateOnly today, DateOnly firstArrival)
    {
        var due = new List<DateOnly>();
        for (var asAt = LastAsAt(today); due.Count == 0 || Due(asAt) >= firstArrival; asAt = LastAsAt(asAt.AddDays(-1)))
        {
            if (Due(asAt) <= today)
                due.Add(asAt);
        }
        due.Reverse();
        return due;
    }

    /// <summary>The last as-at date on or before a day.</summary>
    /// <param name="day">The day.</param>
    public static DateOnly LastAsAt(DateOnly day)
    {
        DateOnly march = new(day.Year, 3, 31), september = new(day.Year, 9, 30);
        return day >= september ? september : day >= march ? march : september.AddYears(-1);
    }
}
