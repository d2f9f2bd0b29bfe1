using System.Collections.Concurrent;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Chooses releases by the index and believes only the ledger: drops any row that its entry does not confirm,
/// and chooses again.</summary>
internal sealed class ReleaseChoice(ReleaseLedger ledger, IEnumerable<IndexedRelease> rows)
{
    private const int Readers = 8;
    private readonly ConcurrentDictionary<string, Release?> _entries = [];
    private List<IndexedRelease> _possible = [.. rows.OrderByDescending(r => r.Age, ReleaseAge.Order)];

    /// <summary>The releases that are chosen, each with its row.</summary>
    /// <param name="choose">Chooses from rows, the newest first. A row that it leaves out must not affect what else it
    /// chooses.</param>
    public async Task<IReadOnlyList<(IndexedRelease Row, Release Release)>> ChooseAsync(
        Func<IReadOnlyList<IndexedRelease>, IEnumerable<IndexedRelease>> choose,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var chosen = choose(_possible).ToList();
            await Parallel.ForEachAsync(
                chosen.Select(r => r.ReleaseId).Distinct().Where(id => !_entries.ContainsKey(id)),
                new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
                async (id, token) => _entries[id] = await ledger.FindAsync(id, token)
            );
            var wrong = chosen.Where(r => !ReleaseIndex.IsBorneOut(r, _entries[r.ReleaseId])).ToHashSet();
            if (wrong.Count == 0)
                return [.. chosen.Select(r => (r, _entries[r.ReleaseId]!))];
            _possible = _possible.FindAll(r => !wrong.Contains(r));
        }
    }
}
