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
    private const string SameFiles =
        "it uses the same files, but something that is known about them, such as a date, has changed";

    /// <summary>The ids of the releases that an earlier version used and that were withdrawn.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    /// <summary>Describes the version that follows another.</summary>
    public static SnapshotEdition After(Snapshot? before, Snapshot now, bool scheduled)
    {
        var why = Why(scheduled, now.WhatIf);
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
                $"{why} What is different from version {before.Version}: "
                + string.Join("; ", edition.Changes(before, now).DefaultIfEmpty(SameFiles))
                + ".",
        };
    }

    /// <summary>Who had it made, in a sentence.</summary>
    public static string Why(bool scheduled, bool whatIf) =>
        scheduled ? "Made automatically, because the report was due."
        : whatIf ? "Made on request, with different similar councils or a different average."
        : "Made on request.";

    private IEnumerable<string> Changes(Snapshot before, Snapshot now)
    {
        if (now.Compiled != before.Compiled)
            yield return $"it uses what was published by {now.Compiled:yyyy-MM-dd} (previously by "
                + $"{before.Compiled:yyyy-MM-dd})";
        if (InputsAdded.Count > 0)
            yield return $"it uses {Files(InputsAdded.Count)} that version {before.Version} did not use";
        if (InputsRemoved.Count > 0)
            yield return $"it no longer uses {Files(InputsRemoved.Count)}";
        if (now.NeighbourSet?.Id != before.NeighbourSet?.Id)
            yield return "the similar councils are from a different list";
        // Where one of them has no neighbours' figure at all, nothing was averaged: that is no other way.
        if (Method(now) is { } method && Method(before) is { } methodBefore && method != methodBefore)
            yield return "the average of the similar councils is calculated in a different way";
        if ((now.Since?.AsAt, now.Since?.Version) != (before.Since?.AsAt, before.Since?.Version))
            yield return now.Since is { } since
                ? $"it shows what has changed since the report as at {since.AsAt:yyyy-MM-dd}, version {since.Version}"
                : "it does not show what has changed since an earlier report";
        if (CatalogueChanged)
            yield return "the settings of the indicators (catalogue.json) have changed";
        if (CodeChanged)
            yield return "the pipeline itself has changed";
    }

    private static string Files(int count) => $"{count} {(count == 1 ? "file" : "files")}";

    private static string? Method(Snapshot snapshot) =>
        snapshot
            .Rows.SelectMany(r => r.Areas.Append<SnapshotPlace>(r))
            .Select(p => p.Neighbours?.Method.ToString())
            .FirstOrDefault(m => m is not null);
}
