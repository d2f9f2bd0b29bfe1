using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>
/// Keeps snapshots. Every file is written once and never again.
/// <para>
/// One blob decides what a version is: its snapshot.json, which is written only where none is, and whole or not at all.
/// Whoever comes second, at the same moment or after a run that died, takes the one that lies there and completes it:
/// the other files are made of it alone. Then the pointer to the newest version is moved, and last the header is
/// written; a snapshot is there once its header is. Each step may be done twice and by several instances, so none waits
/// for another and there is no lock that a dead one could hold.
/// </para>
/// </summary>
public sealed class SnapshotStore(PipelineStorage storage)
{
    /// <summary>The file that decides what a version is.</summary>
    public const string Deciding = "snapshot.json";

    /// <summary>The file that names the version which is what the schedule owed.</summary>
    internal const string ScheduledMark = "scheduled.json";

    /// <summary>The headers of an area's snapshots, in the order of date and version.</summary>
    public async Task<IReadOnlyList<SnapshotHeader>> HeadersAsync(
        string area,
        string cadence,
        CancellationToken cancellationToken
    )
    {
        var partition = SnapshotKey.PartitionOf(area, cadence);
        var headers = new List<SnapshotHeader>();
        await foreach (
            var entity in storage.SnapshotHeaders.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
                cancellationToken: cancellationToken
            )
        )
            headers.Add(SnapshotHeader.Read(entity, area, cadence));
        return headers;
    }

    /// <summary>The headers of every area and cadence.</summary>
    public async Task<IReadOnlyList<SnapshotHeader>> AllHeadersAsync(CancellationToken cancellationToken)
    {
        var headers = new List<SnapshotHeader>();
        await foreach (
            var entity in storage.SnapshotHeaders.QueryAsync<TableEntity>(cancellationToken: cancellationToken)
        )
        {
            var (area, cadence) = SnapshotKey.ReadPartition(entity.PartitionKey);
            headers.Add(SnapshotHeader.Read(entity, area, cadence));
        }
        return headers;
    }

    /// <summary>The names of the files of a snapshot, in order.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(SnapshotHeader header, CancellationToken cancellationToken) =>
        await NamesAsync(header.Folder, cancellationToken);

    /// <summary>The names of the files of every snapshot, by its folder.</summary>
    public async Task<ILookup<string, string>> AllFilesAsync(CancellationToken cancellationToken) =>
        (
            await storage
                .Snapshots.GetBlobsAsync(new GetBlobsOptions(), cancellationToken)
                .Select(b => b.Name)
                .ToListAsync(cancellationToken)
        ).ToLookup(name => name[..(name.LastIndexOf('/') + 1)], name => name[(name.LastIndexOf('/') + 1)..]);

    /// <summary>One file of a snapshot; null where it has none of that name.</summary>
    public async Task<BinaryData?> FileAsync(SnapshotHeader header, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await ContentAsync(header.Folder + name, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Reads a snapshot.</summary>
    public async Task<Snapshot> ReadAsync(SnapshotHeader header, CancellationToken cancellationToken) =>
        SnapshotJson.Read(await ContentAsync(header.Folder + Deciding, cancellationToken));

    /// <summary>The ids of the releases that a snapshot uses. A header from before it said so is answered by the
    /// snapshot itself.</summary>
    public async Task<IReadOnlyList<string>> UsesAsync(SnapshotHeader header, CancellationToken cancellationToken) =>
        header.Uses ?? [.. (await ReadAsync(header, cancellationToken)).Inputs.Select(i => i.Release)];

    /// <summary>Takes a version for a snapshot, or finds which one has it.</summary>
    /// <param name="files">The files of all folders, where they were listed already; null to look.</param>
    /// <returns>This snapshot, where the version was free; the one that has it; or null where something is in its
    /// folder that is no snapshot.</returns>
    public async Task<Snapshot?> ClaimAsync(
        Snapshot snapshot,
        ILookup<string, string>? files,
        CancellationToken cancellationToken
    )
    {
        var folder = SnapshotKey.From(snapshot).FolderOf(snapshot.Version);
        var there = files?[folder].ToList() ?? await NamesAsync(folder, cancellationToken);
        if (
            there.Count == 0
            && await TryWriteOnceAsync(folder, Deciding, SnapshotJson.Write(snapshot), cancellationToken)
        )
            return snapshot;
        return there.Count == 0 || there.Contains(Deciding)
            ? SnapshotIn(folder, await ContentAsync(folder + Deciding, cancellationToken))
            : null;
    }

    /// <summary>Writes what a claimed version still lacks: files, pointer, header.</summary>
    /// <param name="files">The other files, which are made of it, by name.</param>
    public async Task<SnapshotHeader> CompleteAsync(
        Snapshot snapshot,
        string inputsHash,
        IReadOnlyDictionary<string, BinaryData> files,
        CancellationToken cancellationToken
    )
    {
        var header = SnapshotHeader.From(snapshot, inputsHash);
        foreach (var (name, content) in files)
            await TryWriteOnceAsync(header.Folder, name, content, cancellationToken);
        await new SnapshotPointer(header.Version, header.Folder).WriteAsync(
            storage.Snapshots.GetBlobClient(header.Key.Folder + SnapshotPointer.FileName),
            cancellationToken
        );
        try
        {
            await storage.SnapshotHeaders.AddEntityAsync(header.Entity(snapshot), cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.IsAlreadyThere())
        {
            // Another instance was first, or this one was and did not hear of it; the header is the same.
        }
        return header;
    }

    /// <summary>Notes that a snapshot which was asked for is also what the schedule owed: in a file beside the
    /// versions, and then in its header.</summary>
    public async Task MarkScheduledAsync(SnapshotHeader header, CancellationToken cancellationToken)
    {
        await new SnapshotPointer(header.Version, header.Folder).WriteAsync(
            storage.Snapshots.GetBlobClient(header.Key.Folder + ScheduledMark),
            cancellationToken
        );
        await storage.SnapshotHeaders.UpdateEntityAsync(
            new TableEntity(header.Key.Partition, header.Key.RowOf(header.Version)) { ["Scheduled"] = true },
            ETag.All,
            TableUpdateMode.Merge,
            cancellationToken
        );
    }

    /// <summary>Writes the header of a snapshot that lies there, from what lies there.</summary>
    /// <returns>The header; null where the snapshot was not finished: the pointer is moved when all its files are
    /// written.</returns>
    internal async Task<SnapshotHeader?> WriteHeaderAsync(
        Snapshot snapshot,
        string inputsHash,
        CancellationToken cancellationToken
    )
    {
        var header = SnapshotHeader.From(snapshot, inputsHash);
        Task<int> PointedAsync(string name) =>
            SnapshotPointer.VersionAsync(storage.Snapshots.GetBlobClient(header.Key.Folder + name), cancellationToken);
        if (await PointedAsync(SnapshotPointer.FileName) < header.Version)
            return null;
        if (await PointedAsync(ScheduledMark) == header.Version)
            header = header with { Scheduled = true };
        await storage.SnapshotHeaders.UpsertEntityAsync(
            header.Entity(snapshot),
            TableUpdateMode.Replace,
            cancellationToken
        );
        return header;
    }

    private async Task<bool> TryWriteOnceAsync(
        string folder,
        string name,
        BinaryData content,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                HttpHeaders = new() { ContentType = ContentType(name) },
            };
            await storage.Snapshots.GetBlobClient(folder + name).UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsAlreadyThere())
        {
            return false;
        }
    }

    private async Task<List<string>> NamesAsync(string folder, CancellationToken cancellationToken) =>
        await storage
            .Snapshots.GetBlobsAsync(new GetBlobsOptions { Prefix = folder }, cancellationToken)
            .Select(b => b.Name[folder.Length..])
            .ToListAsync(cancellationToken);

    private async Task<BinaryData> ContentAsync(string name, CancellationToken cancellationToken) =>
        (await storage.Snapshots.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;

    /// <summary>The snapshot that a folder's deciding file holds; null where it cannot be read, or is another
    /// folder's.</summary>
    internal static Snapshot? SnapshotIn(string folder, BinaryData json)
    {
        try
        {
            return
                SnapshotJson.Read(json) is { Area: not null, Summary: not null, Inputs: not null } found
                && SnapshotKey.From(found).FolderOf(found.Version) == folder
                ? found
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string ContentType(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".csv" => "text/csv; charset=utf-8",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _ => "application/json",
        };
}
