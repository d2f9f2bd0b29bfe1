using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds the blobs of a release: those kept under its id, and every copy of its content under whatever name.</summary>
internal sealed class TracedBlobs(PipelineStorage storage)
{
    /// <summary>A blob of one of the containers.</summary>
    /// <param name="Kind">Where it is.</param>
    /// <param name="Copy">The blob.</param>
    /// <param name="IsNamed">Whether it is kept under an id of the release.</param>
    internal sealed record Listed(TraceKind Kind, BlobCopy Copy, bool IsNamed)
    {
        public ReleaseTrace Trace => new(Kind, ShownName.Of(Copy.Name) + (Copy.IsDeleted ? " (deleted)" : Copy.IsCurrent ? "" : " (older version)"), 1, Copy.RemoveAsync);
    }

    /// <summary>All that the containers hold.</summary>
    /// <param name="All">The blobs.</param>
    internal sealed record Listing(IReadOnlyList<Listed> All)
    {
        private readonly HashSet<string> _names = [.. All.Where(l => l.Kind != TraceKind.Landing && l.Copy.IsCurrent).Select(l => l.Copy.Name)];

        /// <summary>Whether any is kept under an id of the release.</summary>
        public bool AreNamed => All.Any(l => l.IsNamed);

        /// <summary>Whether the file of a release is kept.</summary>
        public bool IsKept(Release release) => _names.Contains(release.BlobName);
    }

    /// <summary>What was found of the release.</summary>
    /// <param name="Traces">The blobs to remove.</param>
    /// <param name="LandingKeys">The keys under which the ledger of drops has those in landing.</param>
    /// <param name="NotCompared">Blobs of the same size that cannot be read, by name.</param>
    /// <param name="Sizes">The sizes that the file is known to have.</param>
    /// <param name="Hashes">The MD5 of its content, where storage had one.</param>
    internal sealed record Found(
        IReadOnlyList<ReleaseTrace> Traces, IReadOnlySet<string> LandingKeys, IReadOnlyList<string> NotCompared, IReadOnlyList<long> Sizes, IReadOnlyList<string> Hashes);

    /// <summary>Lists the containers that may hold copies of a file.</summary>
    public async Task<Listing> ListAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var all = new List<Listed>();
        foreach (var (kind, container) in new[] { (TraceKind.Landing, storage.Landing), (TraceKind.Quarantine, storage.Quarantine), (TraceKind.Restricted, storage.Restricted), (TraceKind.Archive, storage.Archive) })
        {
            // The names in landing are its uploaders' own.
            await foreach (var copy in BlobCopy.AllAsync(container, null, cancellationToken))
                all.Add(new(kind, copy, kind != TraceKind.Landing && IsOf(copy.Name.Split('/'), ids)));
        }
        return new(all);
    }

    /// <summary>Finds the copies. Only blobs of the size of the file are read; where no size is known, all.</summary>
    /// <param name="listing">What the containers hold.</param>
    /// <param name="content">How the SHA-256 of the content begins.</param>
    /// <param name="sizes">The sizes that are known.</param>
    /// <param name="hashes">The MD5 of the content, where it is known.</param>
    /// <param name="progress">Told what is being looked at.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<Found> FindAsync(Listing listing, string content, HashSet<long> sizes, HashSet<string> hashes, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // The file itself, among those kept under its id, has its details beside it.
        var files = listing.All.Where(l => l.IsNamed && DropDetails.Read(l.Copy.Metadata) is not null).Select(l => l.Copy).ToList();
        sizes.UnionWith(files.Select(f => f.Size));
        hashes.UnionWith(files.Select(f => f.Md5).OfType<string>());
        var alike = listing.All.Where(l => !l.IsNamed && (sizes.Count == 0 || sizes.Contains(l.Copy.Size))).ToLookup(l => l.Copy.IsDeleted || !l.Copy.HasAddress);
        var found = listing.All.Where(l => l.IsNamed).ToList();
        progress?.Report($"Comparing {alike[false].Count()} blobs of the same size");
        foreach (var listed in alike[false])
        {
            if (!await IsAsync(listed.Copy, content, cancellationToken))
                continue;
            found.Add(listed);
            sizes.Add(listed.Copy.Size);
            if (listed.Copy.Md5 is { } hash)
                hashes.Add(hash);
        }
        found.AddRange(alike[true].Where(l => l.Copy.HasAddress && l.Copy.Md5 is { } hash && hashes.Contains(hash)));
        return new(
            [.. found.Select(l => l.Trace)],
            found.Where(l => l.Kind == TraceKind.Landing).Select(l => DroppedFile.In(l.Copy.Name, l.Copy.ETag)?.Key).OfType<string>().ToHashSet(),
            [.. alike[true].Where(l => !l.Copy.HasAddress || l.Copy.Md5 is null || hashes.Count == 0).Select(l => $"{l.Kind.ToString().ToLowerInvariant()}/{ShownName.Of(l.Copy.Name)}")],
            [.. sizes],
            [.. hashes]);
    }

    // Under another release's id, the names are those of its files.
    private static bool IsOf(string[] parts, IReadOnlyList<string> ids) =>
        ReleaseId.IsOne(parts[0]) ? ids.Contains(parts[0]) : parts.Any(part => ids.Contains(Path.GetFileNameWithoutExtension(part)));

    private static async Task<bool> IsAsync(BlobCopy copy, string content, CancellationToken cancellationToken)
    {
        if (await copy.OpenAsync(cancellationToken) is not { } stream)
            return false;
        await using var hashed = new HashingStream(stream);
        await hashed.CopyToAsync(Stream.Null, cancellationToken);
        return hashed.HashInHex().StartsWith(content, StringComparison.Ordinal);
    }
}
