using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>Finds the snapshots that were made with a release.</summary>
public sealed class SnapshotUse(SnapshotStore store)
{
    private const int Readers = 8;

    /// <summary>The versions that use a release, in the order of area, cadence, date and version.</summary>
    public async Task<IReadOnlyList<SnapshotHeader>> OfAsync(string releaseId, CancellationToken cancellationToken)
    {
        var headers = await store.AllHeadersAsync(cancellationToken);
        var uses = new bool[headers.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, headers.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (i, token) => uses[i] = (await store.UsesAsync(headers[i], token)).Contains(releaseId)
        );
        return
        [
            .. headers
                .Where((_, i) => uses[i])
                .OrderBy(h => h.Area, StringComparer.Ordinal)
                .ThenBy(h => h.Cadence, StringComparer.Ordinal)
                .ThenBy(h => h.AsAt)
                .ThenBy(h => h.Version),
        ];
    }
}
