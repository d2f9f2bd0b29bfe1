namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Why a version of a snapshot was made, and what is different from the version before.</summary>
/// <param name="Supersedes">The version before; null for the first.</param>
/// <param name="Reason">Why it was made, in a sentence or two.</param>
/// <param name="Scheduled">Whether the schedule owed it; otherwise it was asked for.</param>
/// <param name="InputsAdded">The ids of the releases that the version before did not use.</param>
/// <param name="InputsRemoved">The ids of the releases that it alone used.</param>
/// <param name="CodeChanged">Whether the code has another version.</param>
public sealed record SnapshotEdition(
    int? Supersedes,
    string Reason,
    bool Scheduled,
    IReadOnlyList<string> InputsAdded,
    IReadOnlyList<string> InputsRemoved,
    bool CatalogueChanged,
    bool CodeChanged
)
{
    private const string SameReleases = "what is known of the same releases is not the same";

    /// <summary>The ids of the releases that an earlier version used and that were withdrawn.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    /// <summary>Describes the version that follows another.</summary>
    public static SnapshotEdition After(Snapshot? before, Snapshot now, bool scheduled)
    {
        var why =
            scheduled ? "Made by the schedule."
            : now.WhatIf ? "Made on request, with other similar councils or another average."
            : "Made on request.";
        if (before is null)
            return new(null, why, scheduled, [], [], false, false);
        var (used, uses) = (before.Inputs.Select(i => i.Release).ToList(), now.Inputs.Select(i => i.Release).ToList());
        var edition = new SnapshotEdition(
            before.Version,
            why,
            scheduled,
            [.. uses.Except(used)],
            [.. used.Except(uses)],
            now.Catalogue != before.Catalogue,
            now.Code != before.Code
        );
        return edition with
        {
            Reason =
                $"{why} Against version {before.Version}: "
                + string.Join("; ", edition.Changes(before, now).DefaultIfEmpty(SameReleases))
                + ".",
        };
    }

    private IEnumerable<string> Changes(Snapshot before, Snapshot now)
    {
        if (now.Compiled != before.Compiled)
            yield return $"compiled on {now.Compiled:yyyy-MM-dd}, not on {before.Compiled:yyyy-MM-dd}";
        if (InputsAdded.Count > 0)
            yield return $"{Releases(InputsAdded.Count)} added";
        if (InputsRemoved.Count > 0)
            yield return $"{Releases(InputsRemoved.Count)} no longer used";
        if (now.NeighbourSet?.Id != before.NeighbourSet?.Id)
            yield return "another set of similar councils";
        // Where one of them has no neighbours' figure at all, nothing was averaged: that is no other way.
        if (Method(now) is { } method && Method(before) is { } methodBefore && method != methodBefore)
            yield return "another way of averaging similar councils";
        if ((now.Since?.AsAt, now.Since?.Version) != (before.Since?.AsAt, before.Since?.Version))
            yield return now.Since is { } since
                ? $"what changed is listed since the snapshot as at {since.AsAt:yyyy-MM-dd}, version {since.Version}"
                : "what changed since an earlier snapshot is not listed";
        if (CatalogueChanged)
            yield return "the catalogue changed";
        if (CodeChanged)
            yield return "the code changed";
    }

    private static string Releases(int count) => count == 1 ? "1 release" : $"{count} releases";

    private static string? Method(Snapshot snapshot) =>
        snapshot
            .Rows.SelectMany(r => r.Areas.Append<SnapshotPlace>(r))
            .Select(p => p.Neighbours?.Method.ToString())
            .FirstOrDefault(m => m is not null);
}
