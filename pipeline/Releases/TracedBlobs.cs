using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A blob of one of the containers that may hold copies of a file.</summary>
/// <param name="IsNamed">Whether it is kept under an id of the release.</param>
internal sealed record ListedBlob(TraceKind Kind, BlobCopy Copy, bool IsNamed)
{
    /// <summary>Its name as it may be shown.</summary>
    public string Name => ShownName.Of(Copy.Name);

    /// <summary>What a purge removes.</summary>
    public ReleaseTrace Trace => new(Kind, Name + State, 1, Copy.RemoveAsync);

    private string State =>
        Copy.IsDeleted ? " (deleted)"
        : Copy.IsCurrent ? ""
        : " (older version)";
}

/// <summary>Finds the blobs of a release: those under its id, and every copy of its content under any name.</summary>
internal sealed class TracedBlobs
{
    private readonly IReadOnlyList<ListedBlob> _all;
    private readonly HashSet<string> _kept;

    private TracedBlobs(IReadOnlyList<ListedBlob> all)
    {
        _all = all;
        _kept = [.. all.Where(b => b.Kind != TraceKind.Landing && b.Copy.IsCurrent).Select(b => b.Copy.Name)];
    }

    /// <summary>Whether any is kept under an id of the release.</summary>
    public bool AreNamed => _all.Any(b => b.IsNamed);

    /// <summary>The blobs to remove.</summary>
    public IReadOnlyList<ListedBlob> Found { get; private set; } = [];

    /// <summary>Blobs of the same size whose content cannot be compared.</summary>
    public IReadOnlyList<ListedBlob> NotCompared { get; private set; } = [];

    /// <summary>The keys under which the ledger of drops has the copies in landing.</summary>
    public IReadOnlySet<string> Landed =>
        Found
            .Where(b => b.Kind == TraceKind.Landing)
            .Select(b => DroppedFile.In(b.Copy.Name, b.Copy.ETag)?.Key)
            .OfType<string>()
            .ToHashSet();

    /// <summary>Lists the containers.</summary>
    public static async Task<TracedBlobs> ListAsync(
        PipelineStorage storage,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var all = new List<ListedBlob>();
        foreach (
            var (kind, container) in new[]
            {
                (TraceKind.Landing, storage.Landing),
                (TraceKind.Quarantine, storage.Quarantine),
                (TraceKind.Restricted, storage.Restricted),
                (TraceKind.Archive, storage.Archive),
            }
        )
        {
            // The names in landing are its uploaders' own.
            await foreach (var copy in BlobCopy.AllAsync(container, cancellationToken))
                all.Add(new(kind, copy, kind != TraceKind.Landing && IsOf(copy.Name.Split('/'), ids)));
        }
        return new(all);
    }

    /// <summary>Whether the file of a release is kept.</summary>
    public bool IsKept(Release release) => _kept.Contains(release.BlobName);

    /// <summary>Finds the copies. Only blobs of the size of the file are read; where no size is known, all.</summary>
    /// <param name="content">How the SHA-256 of the content begins.</param>
    /// <param name="sizes">The sizes that are known; those that are found are added.</param>
    /// <param name="hashes">The MD5 of the content, where it is known; those that are found are added.</param>
    /// <param name="progress">Receives what is being looked at.</param>
    public async Task FindAsync(
        string content,
        HashSet<long> sizes,
        HashSet<string> hashes,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var found = _all.Where(b => b.IsNamed).ToList();
        // The file itself, among those kept under its id, has its details beside it.
        foreach (var file in found.Where(b => DropDetails.Read(b.Copy.Metadata) is not null))
            Learn(file.Copy);
        var alike = _all.Where(b => !b.IsNamed && (sizes.Count == 0 || sizes.Contains(b.Copy.Size)))
            .ToLookup(b => !b.Copy.IsDeleted && b.Copy.HasAddress);
        progress?.Report($"Comparing {alike[true].Count()} stored files of the same size");
        foreach (var blob in alike[true])
        {
            if (!await IsAsync(blob.Copy, content, cancellationToken))
                continue;
            found.Add(blob);
            Learn(blob.Copy);
        }
        // A deleted copy is known by its MD5 alone. One whose name leads elsewhere is never touched.
        var unread = alike[false]
            .ToLookup(b =>
                b.Copy.HasAddress && b.Copy.Md5 is { } md5 && hashes.Count > 0 ? hashes.Contains(md5) : (bool?)null
            );
        Found = [.. found, .. unread[true]];
        NotCompared = [.. unread[null]];

        void Learn(BlobCopy copy)
        {
            sizes.Add(copy.Size);
            if (copy.Md5 is { } md5)
                hashes.Add(md5);
        }
    }

    // Under another release's id, the names are those of its files.
    private static bool IsOf(string[] parts, IReadOnlyList<string> ids) =>
        ReleaseId.IsOne(parts[0])
            ? ids.Contains(parts[0])
            : parts.Any(part => ids.Contains(Path.GetFileNameWithoutExtension(part)));

    private static async Task<bool> IsAsync(BlobCopy copy, string content, CancellationToken cancellationToken)
    {
        if (await copy.OpenAsync(cancellationToken) is not { } stream)
            return false;
        await using var hashed = new HashingStream(stream);
        return (await hashed.ReadToEndAsync(cancellationToken)).StartsWith(content, StringComparison.Ordinal);
    }
}
