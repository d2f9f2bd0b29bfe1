using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>One snapshot: its figures, its versions with the reason for each, its files and what it was made
/// of.</summary>
internal sealed record SnapshotModel(string Title, IReadOnlyList<PageLink> Trail) : PageModel(Title, "snapshot", Trail)
{
    /// <summary>The area.</summary>
    public required SnapshotArea Area { get; init; }

    /// <summary>The date it is about.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The cadence's id.</summary>
    public required string Cadence { get; init; }

    /// <summary>Who reads it.</summary>
    public required string Audience { get; init; }

    /// <summary>The version that counts, whose figures the page shows.</summary>
    public required int Version { get; init; }

    /// <summary>Which of the versions that is, in words.</summary>
    public required string Which { get; init; }

    /// <summary>The counting version's compile date.</summary>
    public required DateOnly Compiled { get; init; }

    /// <summary>The counting version's counts against England.</summary>
    public required SnapshotSummary Summary { get; init; }

    /// <summary>The counting version's counts against the neighbours' average.</summary>
    public required SnapshotSummary SummaryNeighbours { get; init; }

    /// <summary>The counting version's figures.</summary>
    public required IReadOnlyList<AreaView> Places { get; init; }

    /// <summary>The figures as one group of a table without groups.</summary>
    [JsonIgnore]
    public IReadOnlyList<PriorityIndicators> Groups => [new(null, Places, [])];

    /// <summary>The versions, the newest first.</summary>
    public required IReadOnlyList<SnapshotVersion> Versions { get; init; }

    /// <summary>The releases that the counting version is made of.</summary>
    public required IReadOnlyList<SnapshotInputLine> Inputs { get; init; }

    /// <summary>Puts the page together.</summary>
    /// <param name="versions">Each version with its header and the names of its files, in any order; at least
    /// one.</param>
    public static SnapshotModel Create(
        Reference reference,
        IReadOnlyList<(SnapshotHeader Header, Snapshot Snapshot, IReadOnlyList<string> Files)> versions,
        IReadOnlySet<string> withdrawn
    )
    {
        var counting = versions.Select(v => v.Header).PreferredFirst().First();
        var shown = versions.First(v => v.Header == counting).Snapshot;
        return new(
            $"{shown.Area.Name}: as at {PlaceText.Date(shown.AsAt)}",
            [PageLink.Home, AreaModel.LinkTo(shown.Area.Code, shown.Area.Name)]
        )
        {
            Area = shown.Area,
            AsAt = shown.AsAt,
            Cadence = shown.Cadence,
            Audience = SnapshotLine.AudienceOf(shown.Cadence, reference.Catalogue),
            Version = counting.Version,
            Which = WhichOf(counting, versions.Select(v => v.Header)),
            Compiled = shown.Compiled,
            Summary = shown.Summary,
            SummaryNeighbours = shown.SummaryNeighbours,
            Places = AreaView.AllOf(shown),
            Versions =
            [
                .. versions
                    .OrderByDescending(v => v.Header.Version)
                    .Select(v => SnapshotVersion.Create(v.Header, v.Snapshot, v.Files)),
            ],
            Inputs =
            [
                .. shown.Inputs.Select(i => new SnapshotInputLine(
                    PageLink.Release(i.Release, i.File),
                    i.Feed,
                    i.Published,
                    SourceText.Basis(i),
                    i.Status,
                    i.Notice,
                    shown.Findings.Where(f => f.Release == i.Release).Sum(f => f.Count),
                    withdrawn.Contains(i.Release)
                )),
            ],
        };
    }

    // A what-if or a look-back is numbered later and is no newer report.
    private static string WhichOf(SnapshotHeader counting, IEnumerable<SnapshotHeader> all)
    {
        var later = all.Where(h => h.Version > counting.Version).ToList();
        if (later.Count == 0)
            return "the newest";
        return later.TrueForAll(h => h.WhatIf) ? "the newest with the usual similar councils and average"
            : later.Exists(h => h.WhatIf) ? "the latest compiled with the usual similar councils and average"
            : "the latest compiled";
    }
}

/// <summary>One version of a snapshot.</summary>
internal sealed record SnapshotVersion(
    int Version,
    DateOnly Compiled,
    string Reason,
    string Catalogue,
    string Code,
    IReadOnlyList<PageLink> Files
)
{
    internal static SnapshotVersion Create(SnapshotHeader header, Snapshot snapshot, IReadOnlyList<string> files) =>
        new(
            header.Version,
            header.Compiled,
            PlaceText.DatesIn(snapshot.Edition?.Reason ?? SnapshotEdition.Why(header.Scheduled, header.WhatIf)),
            snapshot.Catalogue,
            snapshot.Code,
            [.. files.Select(f => new PageLink(f, $"snapshots/{header.Folder}{f}"))]
        );
}

/// <summary>A release that a snapshot is made of.</summary>
/// <param name="Basis">What its date is: the day of publication or, where that is not known, of receipt.</param>
/// <param name="Notice">What whoever dropped it wants every reader to know.</param>
internal sealed record SnapshotInputLine(
    PageLink Release,
    string Feed,
    DateOnly Published,
    string Basis,
    string? Status,
    string? Notice,
    int Findings,
    bool Withdrawn
);
