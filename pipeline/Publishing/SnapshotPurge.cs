using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>
/// Finds the versions of snapshots that name a release, and removes them where that is asked for. They are the
/// council's record, so a purge of the release alone leaves them. The number of a removed version stays taken, by a
/// file in its folder that says so: no other report ever has it.
/// </summary>
public sealed class SnapshotPurge(PipelineStorage storage, TimeProvider time)
{
    private const string RemovedMark = "removed.json";
    private const int Readers = 8;

    private sealed record Removed(DateTimeOffset At);

    private sealed record Named(string Folder, IReadOnlyList<BlobCopy> Copies, SnapshotKey? Key, int Version);

    /// <summary>Finds the versions that name a release anywhere in their snapshot.json, finished or not.</summary>
    /// <param name="progress">Told what is being looked at.</param>
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
            return Read(json) is { } snapshot
                ? new(folder, copies, SnapshotKey.From(snapshot), snapshot.Version)
                : new(folder, copies, null, 0);
        }
        return null;
    }

    private static Snapshot? Read(BinaryData json)
    {
        try
        {
            return SnapshotJson.Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What it is found by goes last, so that a removal that broke off is found again.
    private async Task<Remainder?> RemoveAsync(Named version, CancellationToken cancellationToken)
    {
        var mark = version.Folder + RemovedMark;
        var others = version.Copies.Where(c => !IsDeciding(c) && c.Name != mark);
        var left = await RemoveAsync(others, cancellationToken);
        if (version.Key is { } key)
        {
            var row = key.RowOf(version.Version);
            await storage.SnapshotHeaders.DeleteEntityAsync(key.Partition, row, cancellationToken: cancellationToken);
            await PointElsewhereAsync(key, version.Version, cancellationToken);
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

    // What pointed to it points to the newest that is there, or is gone: the schedule then makes what it owes again.
    private async Task PointElsewhereAsync(SnapshotKey key, int version, CancellationToken cancellationToken)
    {
        await UnpointAsync(SnapshotStore.ScheduledMark);
        if (await UnpointAsync(SnapshotPointer.FileName) is not { } latest)
            return;
        var all = storage.Snapshots.GetBlobsAsync(new GetBlobsOptions { Prefix = key.Folder }, cancellationToken);
        var newest = await all.Select(b => b.Name[key.Folder.Length..].Split('/'))
            .Where(parts => parts is [_, SnapshotStore.Deciding])
            .Select(parts => NumberOf(parts[0]))
            .Where(number => number < version)
            .DefaultIfEmpty(0)
            .MaxAsync(cancellationToken: cancellationToken);
        if (newest > 0)
            await new SnapshotPointer(newest, key.FolderOf(newest)).WriteAsync(latest, cancellationToken);

        async Task<BlobClient?> UnpointAsync(string name)
        {
            var pointer = storage.Snapshots.GetBlobClient(key.Folder + name);
            if (await SnapshotPointer.VersionAsync(pointer, cancellationToken) != version)
                return null;
            await pointer.DeleteIfExistsAsync(cancellationToken: cancellationToken);
            return pointer;
        }

        static int NumberOf(string folder) =>
            int.TryParse(folder.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
    }
}
