using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds the rows of a release in the tables.</summary>
internal sealed class TracedRows(PipelineStorage storage)
{
    private const string Separator = "|";
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];
    private static readonly string[] KeysAndRelease = [.. Keys, "Release"];

    /// <summary>The rows of findings and series, of every catalogue it was read by, and of the ledger.</summary>
    /// <param name="ids">The ids of the release.</param>
    /// <param name="progress">Told what is being looked at.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<ReleaseTrace>> FindAsync(IReadOnlyList<string> ids, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var traces = new List<ReleaseTrace>();
        foreach (var id in ids)
        {
            var (first, after) = (StorageKey.Encode(id + Separator), StorageKey.Encode(id + (char)(Separator[0] + 1)));
            traces.AddRange(Traces(TraceKind.Findings, storage.Findings, await RowsAsync(storage.Findings, TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {after}"), cancellationToken)));
            var (feed, key) = (ReleaseId.FolderOf(id), StorageKey.Encode(id));
            traces.AddRange(Traces(TraceKind.Releases, storage.Releases, await RowsAsync(storage.Releases, TableClient.CreateQueryFilter($"PartitionKey eq {feed} and RowKey eq {key}"), cancellationToken)));
        }
        progress?.Report("Looking through the series");
        // A partition begins with its indicator, and those of an older catalogue are known nowhere.
        var marks = ids.Select(id => StorageKey.Encode(Separator + id + Separator)).ToList();
        var series = await storage.Series.QueryAsync<TableEntity>(select: Keys, cancellationToken: cancellationToken)
            .Where(e => marks.Exists(mark => e.PartitionKey.Contains(mark, StringComparison.Ordinal))).ToListAsync(cancellationToken);
        return [.. traces, .. Traces(TraceKind.Series, storage.Series, series)];
    }

    /// <summary>The rows that say what became of its copies in landing.</summary>
    /// <param name="ids">The ids of the release.</param>
    /// <param name="landingKeys">The keys of the copies that were found there, which may have failed and so name no release.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<ReleaseTrace>> DropsAsync(IReadOnlyList<string> ids, IReadOnlySet<string> landingKeys, CancellationToken cancellationToken)
    {
        var drops = await storage.Drops.QueryAsync<TableEntity>(select: KeysAndRelease, cancellationToken: cancellationToken)
            .Where(e => landingKeys.Contains(e.RowKey) || (e.GetString("Release") is { } release && ids.Contains(release))).ToListAsync(cancellationToken);
        return Traces(TraceKind.Drops, storage.Drops, drops);
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(TableClient table, string filter, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(filter, select: Keys, cancellationToken: cancellationToken).ToListAsync(cancellationToken);

    private static IReadOnlyList<ReleaseTrace> Traces(TraceKind kind, TableClient table, IReadOnlyList<TableEntity> rows) =>
        [.. rows.GroupBy(r => r.PartitionKey).Select(partition => new ReleaseTrace(kind, null, partition.Count(), async token =>
        {
            await TableBatches.DeleteAsync(table, partition, token);
            return null;
        }))];
}
