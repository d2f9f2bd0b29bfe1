using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>What every reader must know first: the notices that files brought with them.</summary>
internal static class SnapshotNotices
{
    /// <summary>A sentence for each notice, with the number of files that carry it.</summary>
    public static IEnumerable<string> For(Snapshot snapshot) =>
        from input in snapshot.Inputs
        where input.Notice is not null
        group input by input.Notice into same
        select $"Please note: {same.Key} This is so for {NumberWords.For(same.Count())} of the "
            + $"{NumberWords.For(snapshot.Inputs.Count)} files behind this comparison.";
}
