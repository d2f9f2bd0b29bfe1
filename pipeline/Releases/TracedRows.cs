using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds the rows of a release in the tables.</summary>
internal sealed class TracedRows(PipelineStorage storage)
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];
    private static readonly string[] KeysAndRelease = [.. Keys, "Release"];
    private readonly ReleaseIndex _index = new(storage);
    private readonly Turns _turns = new(storage);

    /// <summary>The rows of findings and series, of every catalogue it was read by, and of the ledger.</summary>
    /// <param name="progress">Receives what is being looked at.</param>
    public async Task<IReadOnlyList<ReleaseTrace>> FindAsync(
        IReadOnlyList<string> ids,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var (findings, releases) = (new List<TableEntity>(), new List<TableEntity>());
        foreach (var id in ids)
        {
            findings.AddRange(await FindingsAsync(id, cancellationToken));
            var (feed, key) = (ReleaseId.FolderOf(id), StorageKey.Encode(id));
            var release = await storage.Releases.GetEntityIfExistsAsync<TableEntity>(
                feed,
                key,
                Keys,
                cancellationToken
            );
            if (release.HasValue)
                releases.Add(release.Value!);
        }
        progress?.Report("Looking through the series");
        // A partition begins with its indicator, and which ones an older catalogue had is known nowhere.
        var marks = ids.Select(id => SeriesStore.PartitionsOf(Release.SeriesVersionsOf(id))).ToList();
        var series = await storage
            .Series.QueryAsync<TableEntity>(cancellationToken: cancellationToken, select: Keys)
            .Where(e => marks.Exists(mark => e.PartitionKey.Contains(mark, StringComparison.Ordinal)))
            .ToListAsync(cancellationToken);
        return
        [
            .. Traces(TraceKind.Findings, storage.Findings, findings),
            .. Traces(TraceKind.Series, storage.Series, series),
            .. releases.Select(Entry),
        ];
    }

    /// <summary>The rows that say what became of its copies in landing.</summary>
    /// <param name="landed">The keys of the copies there, which may have failed and so name no release.</param>
    public async Task<IReadOnlyList<ReleaseTrace>> DropsAsync(
        IReadOnlyList<string> ids,
        IReadOnlySet<string> landed,
        CancellationToken cancellationToken
    )
    {
        var all = storage.Drops.QueryAsync<TableEntity>(cancellationToken: cancellationToken, select: KeysAndRelease);
        var drops = await all.Where(e => landed.Contains(e.RowKey) || ids.Contains(e.GetString("Release") ?? ""))
            .ToListAsync(cancellationToken);
        return Traces(TraceKind.Drops, storage.Drops, drops);
    }

    private async Task<IReadOnlyList<TableEntity>> FindingsAsync(string id, CancellationToken cancellationToken)
    {
        var from = StorageKey.Encode(Release.SeriesVersionsOf(id));
        var to = from[..^1] + (char)(from[^1] + 1);
        var rows = storage.Findings.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"),
            select: Keys,
            cancellationToken: cancellationToken
        );
        return await rows.ToListAsync(cancellationToken);
    }

    // Deciding about a release adds to its rows in the index, so they are looked for when they are removed.
    private ReleaseTrace Entry(TableEntity entry) =>
        new(
            TraceKind.Releases,
            null,
            1,
            async token =>
            {
                var id = StorageKey.Decode(entry.RowKey);
                await _index.RemoveAsync(id, token);
                await _turns.EndAsync(id, token);
                await TableBatches.DeleteAsync(storage.Releases, [entry], token);
                return null;
            }
        );

    private static IReadOnlyList<ReleaseTrace> Traces(TraceKind kind, TableClient table, List<TableEntity> rows)
    {
        return
        [
            .. rows.GroupBy(r => r.PartitionKey).Select(p => new ReleaseTrace(kind, null, p.Count(), RemoveAsync(p))),
        ];

        Func<CancellationToken, Task<Remainder?>> RemoveAsync(IEnumerable<TableEntity> partition) =>
            async token =>
            {
                await TableBatches.DeleteAsync(table, partition, token);
                return null;
            };
    }
}
