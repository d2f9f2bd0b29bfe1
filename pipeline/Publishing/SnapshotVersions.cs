using System.Security.Cryptography;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Excel;
using ChildrensTrust.Pipeline.Reports.Word;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>
/// Gives a draft its version. The same draft is the version that is there; another one is the next version.
/// What the schedule owes is made once: an instance that comes second takes what the first one made, even where a
/// release became complete between the two and its own draft is another.
/// </summary>
/// <param name="schedule">The cadence's dates.</param>
/// <param name="remarks">What a version's reason says beside the figures.</param>
internal sealed class SnapshotVersions(SnapshotStore store, SnapshotSchedule schedule, SnapshotRemarks remarks)
{
    /// <summary>The files of all folders, where they were listed for many snapshots at once; null to look for each.
    /// What another instance has written since is found when the version is taken.</summary>
    public ILookup<string, string>? Files { get; init; }

    private const int MaxVersions = 1000;

    /// <summary>Keeps a draft.</summary>
    /// <param name="draft">The snapshot with version 0.</param>
    /// <param name="all">The headers of its area and cadence.</param>
    public async Task<ProducedSnapshot> KeepAsync(
        Snapshot draft,
        IReadOnlyList<SnapshotHeader> all,
        bool scheduled,
        CancellationToken cancellationToken
    )
    {
        if (SnapshotOrder.PreviousReport(all, draft, schedule) is { } last)
            draft = draft with
            {
                Since = SnapshotDifference.Between(await store.ReadAsync(last, cancellationToken), draft),
            };
        var inputs = InputsHash(draft);
        var headers = all.Where(h => h.AsAt == draft.AsAt).ToList();
        if ((scheduled ? headers.Find(h => h.Scheduled) : null) is { } made)
            return new(await store.ReadAsync(made, cancellationToken), made.Folder, true);
        if (Same(headers, draft, inputs) is { } same)
        {
            if (scheduled)
                await store.MarkScheduledAsync(same, cancellationToken);
            return new(await store.ReadAsync(same, cancellationToken), same.Folder, true);
        }
        var before = headers.MaxBy(h => h.Version) is { } newest
            ? await store.ReadAsync(newest, cancellationToken)
            : null;
        var now = IdsOf(draft);
        var used = new HashSet<string>();
        // Where nobody decided anything, nothing is said of it.
        foreach (var header in remarks.Decided.Count > 0 ? headers : [])
            used.UnionWith(await store.UsesAsync(header, cancellationToken));
        for (var version = (before?.Version ?? 0) + 1; version < MaxVersions; version++)
        {
            var edition = remarks.AddTo(SnapshotEdition.After(before, draft, scheduled), used, IdsOf(before), now);
            var mine = draft with { Version = version, Edition = edition };
            if (await store.ClaimAsync(mine, Files, cancellationToken) is not { } there)
                continue;
            var header = await store.CompleteAsync(
                there,
                ReferenceEquals(there, mine) ? inputs : InputsHash(there),
                FilesOf(there),
                cancellationToken
            );
            if (header.InputsHash == inputs || (scheduled && header.Scheduled))
            {
                if (scheduled && !header.Scheduled)
                    await store.MarkScheduledAsync(header, cancellationToken);
                return new(there, header.Folder, !ReferenceEquals(there, mine));
            }
            before = there;
            used.UnionWith(IdsOf(there));
        }
        throw new InvalidOperationException($"The snapshot as at {draft.AsAt:yyyy-MM-dd} has {MaxVersions} versions.");
    }

    // By the usual choice, the newest version of a compile date says what is so now. What was known can go back to what
    // it was before that one, as where a release is withdrawn and reinstated, and then an older version that says the
    // same does not stand for it.
    private static SnapshotHeader? Same(List<SnapshotHeader> headers, Snapshot draft, string inputs) =>
        draft.WhatIf ? headers.Find(h => h.InputsHash == inputs)
        : headers.Where(h => !h.WhatIf && h.Compiled == draft.Compiled).MaxBy(h => h.Version) is { } newest
        && newest.InputsHash == inputs
            ? newest
        : null;

    private static HashSet<string> IdsOf(Snapshot? snapshot) => [.. snapshot?.Inputs.Select(i => i.Release) ?? []];

    /// <summary>The hash of what a snapshot is made of: all of it but its version and why that was made.</summary>
    /// <param name="snapshot">A draft, or a version made of it.</param>
    internal static string InputsHash(Snapshot snapshot) =>
        Convert.ToHexStringLower(SHA256.HashData(SnapshotJson.Write(snapshot with { Version = 0, Edition = null })));

    private static Dictionary<string, BinaryData> FilesOf(Snapshot snapshot) =>
        new()
        {
            ["comparison.csv"] = ComparisonCsv.Write(snapshot),
            ["comparison.xlsx"] = WorkbookReport.Write(snapshot),
            ["report.docx"] = DocumentReport.Write(snapshot),
            ["report.html"] = HtmlReport.Write(snapshot),
        };
}
