using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file that was taken in while another was.</summary>
/// <param name="Entered">When its entry was last written.</param>
internal sealed record FileAtWork(
    string ReleaseId,
    ReleaseStatus Status,
    IReadOnlyList<string> Indicators,
    DateTimeOffset Entered
)
{
    public static FileAtWork Read(TableEntity entry) =>
        new(
            StorageKey.Decode(entry.RowKey),
            Enum.Parse<ReleaseStatus>(entry.GetString("Status")),
            ReleaseEntry.Indicators(entry),
            entry.Timestamp!.Value
        );
}

/// <summary>The files that were taken in while one was and have figures of an indicator of it.</summary>
/// <param name="BeingRead">The ids of those that were entered before it and do not count yet.</param>
/// <param name="Count">How many there are.</param>
internal sealed record FilesAtWork(IReadOnlyList<string> BeingRead, int Count)
{
    public static FilesAtWork None { get; } = new([], 0);

    /// <summary>Those beside one file, which is among the entries.</summary>
    public static FilesAtWork Beside(Release release, IEnumerable<FileAtWork> entries)
    {
        var all = entries.OrderBy(e => e.Entered).ThenBy(e => e.ReleaseId, StringComparer.Ordinal).ToList();
        var own = all.FindIndex(e => e.ReleaseId == release.Id);
        bool Touches(FileAtWork other) => other.Indicators.Intersect(release.Indicators).Any();
        var before = all.Take(own).Where(e => e.Status == ReleaseStatus.Reading && Touches(e)).ToList();
        return new(
            [.. before.Select(e => e.ReleaseId)],
            before.Count + all.Count(e => e.Status == ReleaseStatus.Complete && Touches(e))
        );
    }
}
