using Azure;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// The ledger of what is in landing: for each state of each blob whether it was taken in, and as which release, or
/// why not. A release is known by its content, which takes a whole read to tell; a blob is known by its name and ETag,
/// which a listing gives.
/// </summary>
public sealed class DropLedger(PipelineStorage storage)
{
    /// <summary>What the ledger knows of every file.</summary>
    public IAsyncEnumerable<DroppedFile> AllAsync(CancellationToken cancellationToken) =>
        storage.Drops.QueryAsync<TableEntity>(cancellationToken: cancellationToken).Select(Read);

    /// <summary>The files that were not ingested.</summary>
    public IAsyncEnumerable<DroppedFile> FailedAsync(CancellationToken cancellationToken) =>
        storage
            .Drops.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"Code gt {""}"),
                cancellationToken: cancellationToken
            )
            .Select(Read)
            .OrderBy(f => f.Feed);

    /// <summary>Notes that a file was taken in. What an earlier state of the same blob failed of is settled by
    /// it.</summary>
    internal async Task TakenInAsync(DroppedFile file, string release, CancellationToken cancellationToken)
    {
        await storage.Drops.UpsertEntityAsync(
            Entity(file with { Release = release, Fault = null, Failed = null }),
            TableUpdateMode.Replace,
            cancellationToken
        );
        // Files whose names are withheld share one: what is gone from landing is forgotten by the next sweep.
        if (file.ShownBlob != file.Blob)
            return;
        var (partition, blob) = (file.Feed.Folder(), file.Blob);
        await foreach (
            var settled in storage.Drops.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Blob eq {blob} and Code gt {""}"),
                cancellationToken: cancellationToken
            )
        )
            await storage.Drops.DeleteEntityAsync(settled, ETag.All, cancellationToken);
    }

    /// <summary>Notes that a file was not taken in, unless it has been since: that is never taken back.</summary>
    /// <returns>False where it has been taken in.</returns>
    internal async Task<bool> FailedAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        var entity = Entity(file);
        while (true)
        {
            try
            {
                var found = await storage.Drops.GetEntityIfExistsAsync<TableEntity>(
                    entity.PartitionKey,
                    entity.RowKey,
                    cancellationToken: cancellationToken
                );
                if (!found.HasValue)
                    await storage.Drops.AddEntityAsync(entity, cancellationToken);
                else if (Read(found.Value!).Fault is null)
                    return false;
                else
                    await storage.Drops.UpdateEntityAsync(
                        entity,
                        found.Value!.ETag,
                        TableUpdateMode.Replace,
                        cancellationToken
                    );
                return true;
            }
            catch (RequestFailedException fault) when (fault.IsOvertaken())
            {
                // Another instance wrote or deleted in between: what is there now decides.
            }
        }
    }

    /// <summary>Forgets a state of a blob that no longer is in landing.</summary>
    internal Task ForgetAsync(DroppedFile file, CancellationToken cancellationToken) =>
        storage.Drops.DeleteEntityAsync(file.Feed.Folder(), file.Key, ETag.All, cancellationToken);

    private static TableEntity Entity(DroppedFile file)
    {
        var entity = new TableEntity(file.Feed.Folder(), file.Key)
        {
            ["Blob"] = file.ShownBlob,
            ["BlobETag"] = file.ETag.ToString(),
        };
        if (file.Release is { } release)
            entity["Release"] = release;
        if (file.Fault is { } fault)
        {
            entity["Code"] = fault.Code;
            entity["Severity"] = fault.Severity.ToString();
            entity["Message"] = fault.Message;
            entity["Guidance"] = fault.Guidance;
            entity["Failed"] = file.Failed;
        }
        return entity;
    }

    private static DroppedFile Read(TableEntity e) =>
        new(
            FeedFolders.TryParse(e.PartitionKey, out var feed)
                ? feed
                : throw new InvalidOperationException("The ledger names a feed that this version does not know."),
            e.GetString("Blob"),
            new ETag(e.GetString("BlobETag"))
        )
        {
            Key = e.RowKey,
            Release = e.GetString("Release"),
            Fault = e.GetString("Code") is { } code
                ? new(code, Enum.Parse<Severity>(e.GetString("Severity")), e.GetString("Message"))
                : null,
            Failed = e.GetDateTimeOffset("Failed"),
        };
}
