using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What should be there and is not, and what comes next: figures of publishers, and snapshots of the
/// schedule.</summary>
/// <param name="Figures">The next figure of each indicator; the overdue ones first.</param>
/// <param name="Snapshots">The snapshots that are owed, and the next ones.</param>
public sealed record DueModel(DateOnly Today, IReadOnlyList<DueFigure> Figures, IReadOnlyList<DueSnapshot> Snapshots)
    : PageModel("Overdue and next", "due", [PageLink.Home])
{
    /// <summary>Puts the page together.</summary>
    /// <param name="schedule">The deployment's settings of the schedule.</param>
    public static DueModel Create(
        Reference reference,
        KnownData evidence,
        IReadOnlyList<SnapshotHeader> headers,
        IReadOnlyList<Release> releases,
        ScheduleOptions schedule,
        DateOnly today
    ) =>
        new(
            today,
            [
                .. reference
                    .Catalogue.Indicators.Where(i => i.IsReportedAt(today))
                    .Select(i =>
                        DueFigures.Find(
                            i,
                            evidence.Series.GetValueOrDefault(i.Id) ?? [],
                            reference.Catalogue.Area,
                            today
                        )
                    )
                    .OfType<SnapshotDue>()
                    .OrderByDescending(d => d.IsOverdue)
                    .ThenBy(d => d.Expected)
                    .ThenBy(d => d.Name, StringComparer.Ordinal)
                    .Select(d => new DueFigure(
                        PageLink.Indicator(d.Indicator, d.Name),
                        d.Latest,
                        d.Next,
                        d.Expected,
                        d.IsOverdue
                    )),
            ],
            [
                .. reference
                    .Catalogue.Cadences.Where(c => c.Active)
                    .SelectMany(c =>
                        DueSnapshot.Of(
                            c,
                            schedule.Of(c),
                            headers.Where(h => h.Area == reference.Catalogue.Area && h.Cadence == c.Id && h.Scheduled),
                            FirstArrival(releases),
                            today
                        )
                    ),
            ]
        );

    private static DateOnly? FirstArrival(IEnumerable<Release> releases) =>
        releases
            .Where(r => r.Status == ReleaseStatus.Complete)
            .Select(r => (DateOnly?)DateOnly.FromDateTime(r.Arrived.UtcDateTime))
            .Min();
}

/// <summary>The figure that an indicator's publisher releases next.</summary>
/// <param name="Latest">The latest period there is a figure for.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
public sealed record DueFigure(PageLink Indicator, string? Latest, string Next, DateOnly Expected, bool IsOverdue);

/// <summary>A snapshot of the schedule that is not there yet.</summary>
/// <param name="IsOwed">Whether that day has come; the timer makes it on its next run.</param>
public sealed record DueSnapshot(string Audience, DateOnly AsAt, DateOnly Due, bool IsOwed)
{
    internal static IEnumerable<DueSnapshot> Of(
        Cadence cadence,
        SnapshotSchedule schedule,
        IEnumerable<SnapshotHeader> scheduled,
        DateOnly? firstArrival,
        DateOnly today
    )
    {
        DueSnapshot One(DateOnly asAt, bool isOwed) => new(cadence.Audience, asAt, schedule.Due(asAt), isOwed);
        var made = scheduled.Select(h => h.AsAt).ToHashSet();
        var owed = firstArrival is { } first
            ? schedule.Owed(today, first, made).Select(o => o.AsAt).Where(d => d >= (cadence.From ?? d)).ToList()
            : [];
        var last = schedule.LastAsAt(today);
        return
        [
            .. owed.Select(asAt => One(asAt, true)),
            .. new[] { last }
                .Where(asAt => schedule.Due(asAt) > today && !made.Contains(asAt))
                .Select(asAt => One(asAt, false)),
            One(schedule.NextAsAt(today), false),
        ];
    }
}
