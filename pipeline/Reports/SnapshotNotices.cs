using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>What every reader must know first: the notices that files brought with them.</summary>
internal static class SnapshotNotices
{
    private const int MostNamed = 3;

    /// <summary>A sentence for each notice, with the names of the files that carry it, or how many they are.</summary>
    public static IEnumerable<string> For(Snapshot snapshot) =>
        from input in snapshot.Inputs
        where input.Notice is not null && !IsOtherModel(snapshot, input)
        group input by input.Notice into same
        select $"Note on {Files([.. same.Select(i => i.File).Distinct()], snapshot.Inputs.Count)}: {same.Key}";

    // A neighbour set that is not used for the area gives only what another choice would have given.
    private static bool IsOtherModel(Snapshot snapshot, SnapshotInput input) =>
        input.Feed == FeedFolders.Folder(Feed.Neighbours)
        && input.Release != snapshot.NeighbourSet?.Id
        && !snapshot.Rows.Any(r => Used(r).Contains(input.Release));

    private static string Files(IReadOnlyList<string> some, int all) =>
        some.Count switch
        {
            2 when all == 2 => "both source files",
            var count when count == all => $"all {NumberWords.For(all)} source files",
            > MostNamed => $"{NumberWords.For(some.Count)} source files",
            _ => WordList.And(some),
        };

    /// <summary>The notices of the files that an indicator's figures are from.</summary>
    public static IEnumerable<string> For(Snapshot snapshot, SnapshotRow row)
    {
        var used = Used(row);
        return snapshot
            .Inputs.Where(i => used.Contains(i.Release) && i.Notice is not null)
            .GroupBy(i => i.Notice, i => i.File)
            .Select(same => $"Note on {Files([.. same.Distinct()], int.MaxValue)}: {same.Key}");
    }

    private static HashSet<string> Used(SnapshotRow row) =>
        (row.Areas.Count == 0 ? [row] : row.Areas.AsEnumerable<SnapshotPlace>())
            .SelectMany(p =>
                (p.Neighbours?.Figures.Select(f => f.Source) ?? [])
                    .Append(p.Local?.Source)
                    .Append(p.Return?.Source)
                    .Append(p.Previous?.Source)
                    .Append(p.National?.Source)
            )
            .OfType<SnapshotSource>()
            .Select(s => s.Release)
            .ToHashSet();
}
