using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Local.Output;

/// <summary>What withdraw and reinstate write with --json.</summary>
internal sealed record WithdrawalDocument(
    string Release,
    string File,
    string Status,
    bool WasSo,
    IReadOnlyList<WithdrawalStep> Decisions,
    IReadOnlyList<WithdrawalDocument.Item> Snapshots
)
{
    /// <summary>A snapshot that used the release.</summary>
    internal sealed record Item(string Area, string Cadence, DateOnly AsAt, int Version, string Folder);

    public static WithdrawalDocument For(WithdrawalOutcome outcome, IReadOnlyList<SnapshotHeader> used) =>
        new(
            outcome.Release!.Id,
            outcome.Release.File,
            outcome.Release.Status.ToString().ToLowerInvariant(),
            outcome.WasSo,
            outcome.Release.Withdrawal?.Steps ?? [],
            [.. used.Select(h => new Item(h.Area, h.Cadence, h.AsAt, h.Version, h.Folder))]
        );
}
