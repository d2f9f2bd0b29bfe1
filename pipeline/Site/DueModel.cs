using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What should be there and is not, and what comes next: figures of publishers, and snapshots of the
/// schedule.</summary>
/// <param name="Figures">The next figure of each indicator; the overdue ones first.</param>
/// <param name="Snapshots">The snapshots that are owed, and the next ones.</param>
internal sealed record DueModel(DateOnly Today, IReadOnlyList<DueFigure> Figures, IReadOnlyList<DueSnapshot> Snapshots)
    : PageModel("Overdue and next", "due", [PageLink.Home])
{
    /// <summary>Those of the figures that are overdue, by the file that brings them.</summary>
    [JsonIgnore]
    public IReadOnlyList<FiguresOfFile> Overdue => FiguresOfFile.Group(Figures.Where(f => f.IsOverdue));

    /// <summary>Those of the figures that are to come, by the file that brings them.</summary>
    [JsonIgnore]
    public IReadOnlyList<FiguresOfFile> Next =>
        FiguresOfFile.Group(Figures.Where(f => f is { IsOverdue: false, IsEnded: false }));

    /// <summary>Those of the figures that are no longer expected.</summary>
    [JsonIgnore]
    public IReadOnlyList<DueFigure> Ended => [.. Figures.Where(f => f.IsEnded)];

    /// <summary>The heading of those.</summary>
    [JsonIgnore]
    public string EndedTitle { get; } = DueText.Ended;

    /// <summary>Why a figure is among those.</summary>
    [JsonIgnore]
    public string EndedBecause { get; } = DueText.EndedBecause;
}

/// <summary>The figure that an indicator's publisher releases next.</summary>
/// <param name="Latest">The latest period there is a figure for.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
internal sealed record DueFigure(PageLink Indicator, string? Latest, string Next, DateOnly Expected, bool IsOverdue)
{
    /// <summary>Whether it is no longer expected.</summary>
    public bool IsEnded { get; init; }

    /// <summary>The day on which the catalogue ends the indicator, where that is why.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day on which the latest one was first published.</summary>
    public DateOnly? LastPublished { get; init; }

    /// <summary>The publications that bring it.</summary>
    public IReadOnlyList<UploadLine> Upload { get; init; } = [];

    /// <summary>The next figure of each indicator that is reported: the overdue ones first, then those to come, then
    /// those that are no longer expected.</summary>
    public static IReadOnlyList<DueFigure> List(Reference reference, KnownData known, DateOnly today)
    {
        var due = reference
            .Catalogue.Reported.Where(i => i.IsReportedAt(today))
            .Select(i =>
                DueFigures.Find(
                    i,
                    known.Series.GetValueOrDefault(i.Id) ?? [],
                    reference.Catalogue.Area,
                    today,
                    reference.Catalogue.Publications
                )
            )
            .OfType<SnapshotDue>()
            .ToList();
        return [.. DueFigures.Overdue(due).Concat(DueFigures.Next(due)).Concat(DueFigures.Ended(due)).Select(From)];
    }

    private static DueFigure From(SnapshotDue due) =>
        new(PageLink.Indicator(due.Indicator, due.Name), due.Latest, due.Next, due.Expected, due.IsOverdue)
        {
            IsEnded = due.IsEnded,
            Until = due.Until,
            LastPublished = due.LastPublished,
            Upload = [.. due.BroughtBy.Select(p => new UploadLine(p.File, p.Folder, PublicationText.Where(p)))],
        };
}

/// <summary>Figures that come with the same file.</summary>
internal sealed record FiguresOfFile(IReadOnlyList<UploadLine> Upload, IReadOnlyList<DueFigure> Figures)
{
    /// <summary>A list by file, in the order of the list.</summary>
    public static IReadOnlyList<FiguresOfFile> Group(IEnumerable<DueFigure> figures) =>
        [.. figures.GroupBy(f => string.Join('\n', f.Upload)).Select(g => new FiguresOfFile(g.First().Upload, [.. g]))];
}

/// <summary>A file that brings a figure.</summary>
/// <param name="File">Which file of the publication.</param>
/// <param name="Folder">The folder of landing that it belongs in.</param>
/// <param name="Where">The publication's title, its publisher and its page.</param>
internal sealed record UploadLine(string File, string Folder, string Where);

/// <summary>A snapshot of the schedule that is not there yet.</summary>
/// <param name="IsOwed">Whether that day has come; the timer makes it on its next run.</param>
internal sealed record DueSnapshot(string Audience, DateOnly AsAt, DateOnly Due, bool IsOwed)
{
    /// <summary>Of each active cadence, the snapshots that are owed and the next one. One that somebody asked for is
    /// there, and so not due; a what-if is none.</summary>
    /// <param name="headers">The snapshots that are there.</param>
    /// <param name="firstArrival">The day of the first release; null where there is none.</param>
    public static IReadOnlyList<DueSnapshot> List(
        IndicatorCatalogue catalogue,
        IReadOnlyList<SnapshotHeader> headers,
        DateOnly? firstArrival,
        ScheduleOptions schedule,
        DateOnly today
    ) =>
        [
            .. catalogue
                .Cadences.Where(c => c.Active)
                .SelectMany(c =>
                    Of(
                        c,
                        schedule.Of(c),
                        [.. headers.Where(h => h.Area == catalogue.Area && h.Cadence == c.Id && !h.WhatIf)],
                        firstArrival,
                        today
                    )
                ),
        ];

    private static IEnumerable<DueSnapshot> Of(
        Cadence cadence,
        SnapshotSchedule schedule,
        IReadOnlyList<SnapshotHeader> headers,
        DateOnly? firstArrival,
        DateOnly today
    )
    {
        DueSnapshot One(DateOnly asAt, bool isOwed) => new(cadence.Audience, asAt, schedule.Due(asAt), isOwed);
        var scheduled = headers.Where(h => h.Scheduled).Select(h => h.AsAt).ToHashSet();
        var made = headers.Select(h => h.AsAt).ToHashSet();
        var owed = firstArrival is { } first
            ? schedule.Owed(today, first, scheduled).Select(o => o.AsAt).Where(d => d >= (cadence.From ?? d))
            : [];
        var last = schedule.LastAsAt(today);
        return
        [
            .. owed.Where(asAt => !made.Contains(asAt)).Select(asAt => One(asAt, true)),
            .. new[] { last }
                .Where(asAt => schedule.Due(asAt) > today && !made.Contains(asAt))
                .Select(asAt => One(asAt, false)),
            One(schedule.NextAsAt(today), false),
        ];
    }
}
