using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Which releases a snapshot needs: those that can affect a figure or a revision, every neighbour model, the
/// newest key actions, and every release that was withdrawn or reinstated.</summary>
internal static class SnapshotNeeds
{
    /// <summary>Chooses them.</summary>
    /// <param name="rows">Rows of the index, the newest first.</param>
    /// <param name="compiled">Releases published later are not known; <see cref="NeighbourModels"/> looks at the models
    /// itself.</param>
    public static IEnumerable<IndexedRelease> Choose(
        IReadOnlyList<IndexedRelease> rows,
        IEnumerable<Indicator> indicators,
        DateOnly compiled
    )
    {
        var (all, known) = (
            rows.ToLookup(r => r.Topic),
            rows.Where(r => r.Published <= compiled).ToLookup(r => r.Topic)
        );
        return
        [
            .. indicators.SelectMany(i => RelevantReleases.For(known[i.Id])),
            .. all[ReleaseIndex.NeighbourModels],
            .. known[ReleaseIndex.KeyActions].Take(1),
            .. all[ReleaseIndex.Decisions],
        ];
    }
}
