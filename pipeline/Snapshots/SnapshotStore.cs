using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Storage;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>The header of a snapshot, as the table Snapshots has it.</summary>
/// <param name="Area">The area's code.</param>
/// <param name="AsAt">The as-at date.</param>
/// <param name="Version">The version.</param>
/// <param name="InputsHash">The hash of everything it was made of.</param>
/// <param name="Folder">Its folder in the container snapshots.</param>
public sealed record SnapshotHeader(string Area, DateOnly AsAt, int Version, string InputsHash, string Folder);

/// <summary>Keeps snapshots: each file is written once and never again; a snapshot is there once its header is.</summary>
public sealed class SnapshotStore(PipelineStorage storage)
{
    /// <summary>The headers of an area's snapshots, in the order of date and version.</summary>
    /// <param name="area">The area's code.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<SnapshotHeader>> HeadersAsync(string area, CancellationToken cancellationToken)
    {
        var partition = StorageKey.Encode(area);
        var headers = new List<SnapshotHeader>();
        await foreach (var e in storage.SnapshotHeaders.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken))
            headers.Add(new(area, DateOnly.ParseExact(e.GetString("AsAt"), "yyyy-MM-dd", CultureInfo.InvariantCulture), e.GetInt32("Version")!.Value, e.GetString("InputsHash"), e.GetString("Folder")));
        return headers;
    }

    /// <summary>Reads a snapshot.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Snapshot> ReadAsync(SnapshotHeader header, CancellationToken cancellationToken) =>
        SnapshotJson.Read((await storage.Snapshots.GetBlobClient($"{header.Folder}snapshot.json").DownloadContentAsync(cancellationToken)).Value.Content);

    /// <summary>Writes the files of a snapshot, and then its header.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="inputsHash">The hash of everything it was made of.</param>
    /// <param name="files">Its files, by name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its header, or null where the version was taken by something else; nothing is ever overwritten.</returns>
    public async Task<SnapshotHeader?> TryWriteAsync(Snapshot snapshot, string inputsHash, IReadOnlyDictionary<string, BinaryData> files, CancellationToken cancellationToken)
    {
        var header = new SnapshotHeader(snapshot.Area.Code, snapshot.AsAt, snapshot.Version, inputsHash, FolderOf(snapshot));
        foreach (var (name, content) in files)
        {
            if (!await TryWriteOnceAsync(storage.Snapshots.GetBlobClient(header.Folder + name), name, content, cancellationToken))
                return null;
        }
        var entity = new TableEntity(StorageKey.Encode(header.Area), StorageKey.Encode($"{Day(header.AsAt)}|v{header.Version:0000}"))
        {
            ["AsAt"] = Day(header.AsAt),
            ["Compiled"] = Day(snapshot.Compiled),
            ["Version"] = header.Version,
            ["InputsHash"] = inputsHash,
            ["Folder"] = header.Folder,
            ["AreaName"] = snapshot.Area.Name,
            ["Catalogue"] = snapshot.Catalogue,
            ["NeighbourSet"] = snapshot.NeighbourSet?.Id ?? "",
            ["WithComparison"] = snapshot.Summary.WithComparison,
            ["Exceeds"] = snapshot.Summary.Exceeds,
            ["DoesNotMeet"] = snapshot.Summary.DoesNotMeet,
        };
        try
        {
            await storage.SnapshotHeaders.AddEntityAsync(entity, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            // Another instance was first, with the same files.
        }
        return header;
    }

    private static string FolderOf(Snapshot snapshot) => $"{snapshot.Area.Code}/{Day(snapshot.AsAt)}/v{snapshot.Version}/";

    private static async Task<bool> TryWriteOnceAsync(BlobClient blob, string name, BinaryData content, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                HttpHeaders = new() { ContentType = ContentType(name) },
            };
            await blob.UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            var there = (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
            return there.ToMemory().Span.SequenceEqual(content.ToMemory().Span);
        }
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        _ => "application/json",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
