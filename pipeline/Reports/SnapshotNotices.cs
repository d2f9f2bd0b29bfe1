using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>What every reader must know first: the notices that files brought with them.</summary>
internal static class SnapshotNotices
{
    private const int MostNamed = 3;

    /// <summary>A sentence for each notice, with the files that carry it.</summary>
    public static IEnumerable<string> For(Snapshot snapshot) =>
        from input in snapshot.Inputs
        where input.Notice is not null
        group input.File by input.Notice into same
        select $"Note on {Files([.. same.Distinct().Order(StringComparer.Ordinal)], snapshot.Inputs.Count)}: {same.Key}";

    private static string Files(List<string> files, int all) =>
        files.Count == all && all > 1
            ? all == 2
                ? "both source files"
                : $"all {NumberWords.For(all)} source files"
            : files.Count == 1
                ? files[0]
                : files.Count <= MostNamed
                    ? $"{string.Join(", ", files.SkipLast(1))} and {files[^1]}"
                    : $"{NumberWords.For(files.Count)} of the {NumberWords.For(all)} source files, {files[0]} among them";

    /// <summary>The notices of the files that an indicator's figures are from.</summary>
    public static IEnumerable<string> For(Snapshot snapshot, SnapshotRow row)
    {
        var used = (row.Areas.Count == 0 ? [row] : row.Areas.AsEnumerable<SnapshotPlace>())
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
        return snapshot
            .Inputs.Where(i => used.Contains(i.Release))
            .Select(i => i.Notice)
            .OfType<string>()
            .Distinct()
            .Select(notice => $"Note on a source file: {notice}");
    }
}
