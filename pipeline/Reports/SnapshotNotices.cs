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
        select $"Note on {Files(same.Count(), snapshot.Inputs.Count)}: {same.Key}";

    private static string Files(int some, int all) =>
        (some, all) switch
        {
            (1, 1) => "the source file",
            (2, 2) => "both source files",
            _ when some == all => $"all {NumberWords.For(all)} source files",
            _ => $"{NumberWords.For(some)} of the {NumberWords.For(all)} source files",
        };
}
