using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What of a release the store keeps, in the order in which a purge removes it.</summary>
public enum TraceKind
{
    /// <summary>A copy in landing. It goes first, so that nothing is read again.</summary>
    Landing,

    /// <summary>A blob in quarantine: the file, its findings, its rejected rows.</summary>
    Quarantine,

    /// <summary>A blob where only stewards read.</summary>
    Restricted,

    /// <summary>A blob in the archive: the file, its companion, the decisions about it.</summary>
    Archive,

    /// <summary>A version of a snapshot that names it.</summary>
    Snapshots,

    /// <summary>A data file that was read with it, where it is a companion: it is read again without it.</summary>
    ReadAgain,

    /// <summary>Rows of the table Drops.</summary>
    Drops,

    /// <summary>Rows of the table Findings.</summary>
    Findings,

    /// <summary>Rows of the table Series.</summary>
    Series,

    /// <summary>Its entry in the ledger, with its rows in the index. It goes last, so that a purge that broke off still
    /// finds everything.</summary>
    Releases,
}

/// <summary>Something that the store keeps of a release.</summary>
/// <param name="Name">Its name as it may be shown; null for rows of a table.</param>
/// <param name="RemoveAsync">Removes it, and gives what is left of it: null for nothing.</param>
public sealed record ReleaseTrace(
    TraceKind Kind,
    string? Name,
    int Count,
    Func<CancellationToken, Task<Remainder?>> RemoveAsync
);

/// <summary>A trace that could not be removed.</summary>
public sealed record LeftTrace(ReleaseTrace Trace, Remainder Remainder);

/// <summary>What is kept of a purge: when it last began, and by what copies are known.</summary>
/// <param name="Sizes">The file's size, where it was known.</param>
/// <param name="Hashes">The MD5 of its content, where storage had one.</param>
internal sealed record PurgeRecord(DateTimeOffset At, IReadOnlyList<long> Sizes, IReadOnlyList<string> Hashes);

/// <summary>All that the store keeps of a release, and of the same file in other feeds' folders.</summary>
public sealed record ReleaseTraces(
    IReadOnlyList<string> Ids,
    IReadOnlyList<Release> Releases,
    IReadOnlyList<ReleaseTrace> Traces
)
{
    /// <summary>Deleted blobs of the same size whose content cannot be compared. They are left alone.</summary>
    public IReadOnlyList<string> NotCompared { get; init; } = [];

    /// <summary>When an earlier purge of it began; null for none.</summary>
    public DateTimeOffset? Purged { get; init; }

    internal IReadOnlyList<long> Sizes { get; init; } = [];
    internal IReadOnlyList<string> Hashes { get; init; } = [];
}
