using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>
/// Finds the versions of snapshots that name a release, and removes them where that is asked for. They are the
/// council's record, so a purge of the release alone leaves them. The number of a removed version stays taken, by a
/// file in its folder that says so: no other report ever has it.
/// </summary>
public sealed class SnapshotPurge(PipelineStorage storage, SnapshotStore store, TimeProvider time)
{
    private const string RemovedMark = "removed.json";
    private const int Readers = 8;

    private sealed record Removed(DateTimeOffset At);

    private sealed record Named(string Folder, IReadOnlyList<BlobCopy> Copies);

    /// <summary>Finds the versions that name a release anywhere in their snapshot.json, finished or not.</summary>
    /// <param name="progress">Receives what is being looked at.</param>
    /// <returns>Each version, by the name of its folder.</returns>
    public async Task<IReadOnlyList<ReleaseTrace>> FindAsync(
        IReadOnlyList<string> ids,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var folders = await BlobCopy
            .AllAsync(storage.Snapshots, cancellationToken)
            .GroupBy(c => c.Name[..(c.Name.LastIndexOf('/') + 1)])
            .ToListAsync(cancellationToken);
        progress?.Report($"Looking through {folders.Count(f => f.Any(IsDeciding))} snapshots");
        var named = new Named?[folders.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, folders.Count),
            atOnce,
            async (i, token) => named[i] = await NamedAsync(folders[i].Key, [.. folders[i]], ids, token)
        );
        return
        [
            .. named
                .OfType<Named>()
                .OrderBy(n => n.Folder, StringComparer.Ordinal)
                .Select(n => new ReleaseTrace(TraceKind.Snapshots, n.Folder, 1, token => RemoveAsync(n, token))),
        ];
    }

    private static bool IsDeciding(BlobCopy copy) =>
        copy.Name.EndsWith($"/{SnapshotStore.Deciding}", StringComparison.Ordinal);

    private static async Task<Named?> NamedAsync(
        string folder,
        IReadOnlyList<BlobCopy> copies,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        foreach (var copy in copies.Where(c => IsDeciding(c) && !c.IsDeleted))
        {
            if (await copy.OpenAsync(cancellationToken) is not { } stream)
                continue;
            await using var content = stream;
            var json = await BinaryData.FromStreamAsync(content, cancellationToken);
            if (!ids.Any(id => json.ToMemory().Span.IndexOf(Encoding.UTF8.GetBytes(id)) >= 0))
                continue;
            return new(folder, copies);
        }
        return null;
    }

    // What it is found by goes last, so that a removal that broke off is found again.
    private async Task<Remainder?> RemoveAsync(Named version, CancellationToken cancellationToken)
    {
        var mark = version.Folder + RemovedMark;
        var others = version.Copies.Where(c => !IsDeciding(c) && c.Name != mark);
        var left = await RemoveAsync(others, cancellationToken);
        var headers = await store.AllHeadersAsync(cancellationToken);
        if (headers.FirstOrDefault(h => h.Folder == version.Folder) is { } header)
        {
            await PointElsewhereAsync(header, headers, cancellationToken);
            var (partition, row) = (header.Key.Partition, header.Key.RowOf(header.Version));
            await storage.SnapshotHeaders.DeleteEntityAsync(partition, row, cancellationToken: cancellationToken);
        }
        var removed = BinaryData.FromObjectAsJson(new Removed(time.GetUtcNow()), JsonSerializerOptions.Web);
        await storage.Snapshots.GetBlobClient(mark).UploadAsync(removed, overwrite: true, cancellationToken);
        return left is { CanBeRead: true }
            ? left
            : await RemoveAsync(version.Copies.Where(IsDeciding), cancellationToken) ?? left;
    }

    private static async Task<Remainder?> RemoveAsync(IEnumerable<BlobCopy> copies, CancellationToken cancellationToken)
    {
        Remainder? left = null;
        foreach (var copy in copies)
        {
            if (await copy.RemoveAsync(cancellationToken) is { } remainder && left is not { CanBeRead: true })
                left = remainder;
        }
        return left;
    }

    // What pointed to it points to the newest finished version that is left, or is gone: the schedule then makes what
    // it owes again.
    private async Task PointElsewhereAsync(
        SnapshotHeader removed,
        IReadOnlyList<SnapshotHeader> all,
        CancellationToken cancellationToken
    )
    {
        await UnpointAsync(SnapshotStore.ScheduledMark);
        if (await UnpointAsync(SnapshotPointer.FileName) is not { } latest)
            return;
        if (all.Where(h => h.Key == removed.Key && h.Version < removed.Version).MaxBy(h => h.Version) is { } newest)
            await new SnapshotPointer(newest.Version, newest.Folder).WriteAsync(latest, cancellationToken);

        async Task<BlobClient?> UnpointAsync(string name)
        {
            var pointer = storage.Snapshots.GetBlobClient(removed.Key.Folder + name);
            if (await SnapshotPointer.VersionAsync(pointer, cancellationToken) != removed.Version)
                return null;
            await pointer.DeleteIfExistsAsync(cancellationToken: cancellationToken);
            return pointer;
        }
    }
}
