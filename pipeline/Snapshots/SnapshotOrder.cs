namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>
/// Which of several versions counts: for the readers of a list, and as "last time" for the next report. A look-back
/// that was compiled for an earlier day and a what-if with other neighbours or another average are versions too, and
/// are numbered later, but are no newer report.
/// </summary>
internal static class SnapshotOrder
{
    /// <summary>The newest as-at date first, and of it the version that counts: those made by the usual choice before
    /// what-ifs, then the latest compile date, then the newest.</summary>
    public static IEnumerable<SnapshotHeader> PreferredFirst(this IEnumerable<SnapshotHeader> headers) =>
        headers
            .OrderByDescending(h => h.AsAt)
            .ThenBy(h => h.WhatIf)
            .ThenByDescending(h => h.Compiled)
            .ThenByDescending(h => h.Version);

    /// <summary>
    /// What a snapshot is compared with: of the as-at date before that has one, the version that counts of those made
    /// by the usual choice and compiled no later than it. A snapshot of a date of the cadence is not compared with one
    /// of any other date. Null for none.
    /// </summary>
    /// <param name="schedule">The cadence's dates.</param>
    public static SnapshotHeader? PreviousReport(
        IEnumerable<SnapshotHeader> headers,
        Snapshot draft,
        SnapshotSchedule schedule
    ) =>
        headers
            .Where(h =>
                h.AsAt < draft.AsAt
                && h.Compiled <= draft.Compiled
                && !h.WhatIf
                && (schedule.Has(h.AsAt) || !schedule.Has(draft.AsAt))
            )
            .PreferredFirst()
            .FirstOrDefault();
}
