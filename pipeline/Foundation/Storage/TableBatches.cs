using Azure.Data.Tables;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>Writes entities in transactions, within the limits that Azure sets and an emulator may not, and deletes
/// them.</summary>
internal static class TableBatches
{
    private const int OperationsPerTransaction = 100;
    private const int BytesPerTransaction = 3_500_000;
    private const int Writers = 8;

    /// <summary>
    /// Upserts every entity, one partition a transaction, several at once. Run twice it leaves the same. The entities
    /// of a partition are made when they are due, so that making some and writing others happen side by side.
    /// </summary>
    public static Task UpsertAsync(
        TableClient table,
        IEnumerable<IEnumerable<TableEntity>> partitions,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            partitions.SelectMany(Transactions),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (batch, token) =>
                await table.SubmitTransactionAsync(
                    batch.Select(e => new TableTransactionAction(TableTransactionActionType.UpsertReplace, e)),
                    token
                )
        );

    /// <summary>Deletes entities, several at once. One that is gone already does no harm.</summary>
    /// <param name="keys">The entities, of which only the keys are looked at.</param>
    public static Task DeleteAsync(
        TableClient table,
        IEnumerable<TableEntity> keys,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (key, token) => await table.DeleteEntityAsync(key.PartitionKey, key.RowKey, cancellationToken: token)
        );

    private static IEnumerable<List<TableEntity>> Transactions(IEnumerable<TableEntity> partition)
    {
        var batch = new List<TableEntity>(OperationsPerTransaction);
        var bytes = 0;
        foreach (var entity in partition)
        {
            var size = entity.Sum(p => (2 * p.Key.Length) + (p.Value is string text ? 2 * text.Length : 16));
            if (batch.Count == OperationsPerTransaction || (batch.Count > 0 && bytes + size > BytesPerTransaction))
            {
                yield return batch;
                (batch, bytes) = (new(OperationsPerTransaction), 0);
            }
            batch.Add(entity);
            bytes += size;
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
