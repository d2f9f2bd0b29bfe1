using Azure;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Neighbours;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// The index of the ledger: which releases may carry a topic, which is an indicator or one of those named here. Its
/// rows are written before the entry that they are about, and are never taken away while the release is kept.
/// </summary>
internal sealed class ReleaseIndex(PipelineStorage storage)
{
    // No indicator's id has a space.
    public const string NeighbourModels = "neighbour models";
    public const string KeyActions = "key actions";
    public const string Decisions = "decisions";

    private const string Partition = "index";
    private const string Whole = "whole";
    private const string Covers = "Covers";

    // Whoever reads a topic mostly needs its newest releases.
    private const int RowsOfTopicAtOnce = 30;
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];
    private static readonly string[] KeyAndCoverage = ["RowKey", Covers];

    /// <summary>The rows that an entry of the ledger bears out.</summary>
    public static IEnumerable<IndexedRelease> RowsOf(Release release)
    {
        IndexedRelease Row(string topic, string? coverage = null) =>
            new(topic, release.Id, release.Published, release.Arrived, coverage);
        if (release.Withdrawal is not null)
            yield return Row(Decisions);
        if (!release.IsAccepted)
            yield break;
        if (release.Format == NeighbourModelReader.Name)
            yield return Row(NeighbourModels);
        if (release.Feed == Feed.KeyActions)
            yield return Row(KeyActions);
        // Where it is too long for the entry, the index has none either.
        var isKept = Coverage.Write(release.Coverage) is not null;
        foreach (var indicator in release.Indicators)
            yield return Row(
                indicator,
                isKept && release.Coverage.TryGetValue(indicator, out var coverage)
                    ? Coverage.Write(new Dictionary<string, Coverage> { [indicator] = coverage })
                    : null
            );
    }

    /// <summary>Whether an entry bears out a row: it says the same, and counts.</summary>
    public static bool IsBorneOut(IndexedRelease row, Release? entry) =>
        entry is not null
        && (row.Topic == Decisions || entry.Status == ReleaseStatus.Complete)
        && RowsOf(entry).Any(r => r.Topic == row.Topic && r.Key == row.Key);

    /// <summary>Writes the rows of an entry, before the entry. Written twice, the index is the same.</summary>
    public Task WriteAsync(Release release, CancellationToken cancellationToken) =>
        WriteAsync(RowsOf(release), cancellationToken);

    /// <summary>Every row; null where the index is not whole.</summary>
    public async Task<IReadOnlyList<IndexedRelease>?> AllAsync(CancellationToken cancellationToken)
    {
        var (rows, isWhole) = (new List<IndexedRelease>(), false);
        await foreach (
            var row in storage.Series.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"),
                select: KeyAndCoverage,
                cancellationToken: cancellationToken
            )
        )
        {
            if (row.RowKey == Whole)
                isWhole = true;
            else
                rows.Add(Read(row));
        }
        return isWhole ? rows : null;
    }

    /// <summary>The rows of a topic, the newest publication first. Stops fetching when the caller stops
    /// reading.</summary>
    public IAsyncEnumerable<IndexedRelease> OfAsync(string topic, CancellationToken cancellationToken)
    {
        var (from, to) = IndexedRelease.Range(topic);
        return storage
            .Series.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}"),
                RowsOfTopicAtOnce,
                KeyAndCoverage,
                cancellationToken
            )
            .Select(Read)
            .Where(r => r.Topic == topic);
    }

    /// <summary>Whether every entry of the ledger has its rows.</summary>
    public async Task<bool> IsWholeAsync(CancellationToken cancellationToken) =>
        (await storage.Series.GetEntityIfExistsAsync<TableEntity>(Partition, Whole, Keys, cancellationToken)).HasValue;

    /// <summary>Adds the rows that are missing.</summary>
    /// <param name="ledger">Every entry of it.</param>
    public async Task CompleteAsync(IAsyncEnumerable<Release> ledger, CancellationToken cancellationToken)
    {
        var there = await KeysAsync(cancellationToken)
            .Select(r => r.RowKey)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        var rows = await ledger
            .SelectMany(r => RowsOf(r).ToAsyncEnumerable())
            .Where(r => !there.Contains(r.Key))
            .ToListAsync(cancellationToken);
        await WriteAsync(rows, cancellationToken);
        if (!there.Contains(Whole))
            await storage.Series.UpsertEntityAsync(
                new TableEntity(Partition, Whole),
                TableUpdateMode.Replace,
                cancellationToken
            );
    }

    /// <summary>Removes every row of a release.</summary>
    public async Task RemoveAsync(string releaseId, CancellationToken cancellationToken)
    {
        var rows = await KeysAsync(cancellationToken)
            .Where(r => r.RowKey != Whole && IndexedRelease.Read(r.RowKey, null).ReleaseId == releaseId)
            .ToListAsync(cancellationToken);
        await TableBatches.DeleteAsync(storage.Series, rows, cancellationToken);
    }

    private Task WriteAsync(IEnumerable<IndexedRelease> rows, CancellationToken cancellationToken) =>
        TableBatches.UpsertAsync(storage.Series, [rows.Select(Entity)], cancellationToken);

    private AsyncPageable<TableEntity> KeysAsync(CancellationToken cancellationToken) =>
        storage.Series.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"),
            select: Keys,
            cancellationToken: cancellationToken
        );

    private static IndexedRelease Read(TableEntity row) => IndexedRelease.Read(row.RowKey, row.GetString(Covers));

    private static TableEntity Entity(IndexedRelease row)
    {
        var entity = new TableEntity(Partition, row.Key);
        if (row.CoverageText is { } coverage)
            entity[Covers] = coverage;
        return entity;
    }
}
