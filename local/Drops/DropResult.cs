using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Drops;

/// <summary>What became of a dropped file.</summary>
/// <param name="Release">Its release; null where the function gave up before the ledger had one.</param>
/// <param name="Findings">What the pipeline says about it.</param>
/// <param name="Unchanged">True where the same release was complete before.</param>
internal sealed record DropResult(Drop Drop, Release? Release, IReadOnlyList<Finding> Findings, bool Unchanged)
{
    public bool Succeeded => Release?.Status is ReleaseStatus.Complete;
}
