using System.Collections.Concurrent;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What one snapshot said of one indicator in one place.</summary>
/// <param name="VersusNational">The verdict against England.</param>
/// <param name="VersusNeighbours">The verdict against the neighbours' average.</param>
internal sealed record SnapshotMention(
    PageLink Snapshot,
    int Version,
    string Name,
    FigureView? Local,
    FigureView? National,
    FigureView? Neighbours,
    VerdictView VersusNational,
    VerdictView VersusNeighbours
);

/// <summary>Tells what the snapshots of an area said of an indicator. A snapshot never changes, so each is read once
/// and what it said is kept.</summary>
public sealed class SnapshotHistory(SnapshotStore store)
{
    // Ten years of two a year.
    private const int MaxKept = 20;
    private readonly ConcurrentDictionary<string, ILookup<string, SnapshotMention>> _read = [];

    /// <summary>What the version that counts of each snapshot said, the newest first.</summary>
    /// <param name="headers">The headers of one area and cadence, the newest as-at date first, and of it the version
    /// that counts.</param>
    internal async Task<IReadOnlyList<SnapshotMention>> OfAsync(
        string indicator,
        IEnumerable<SnapshotHeader> headers,
        CancellationToken cancellationToken
    )
    {
        var said = new List<SnapshotMention>();
        foreach (var header in headers.DistinctBy(h => h.AsAt).Take(MaxKept))
        {
            if (!_read.TryGetValue(header.Folder, out var lines))
                lines = _read[header.Folder] = Lines(header, await store.ReadAsync(header, cancellationToken));
            said.AddRange(lines[indicator]);
        }
        return said;
    }

    private static ILookup<string, SnapshotMention> Lines(SnapshotHeader header, Snapshot snapshot)
    {
        PageLink page = new(PlaceText.Date(header.AsAt), SnapshotLine.PageOf(header));
        return snapshot
            .Rows.SelectMany(row =>
                AreaView
                    .AllOf(row, snapshot.Area)
                    .Select(place =>
                        (
                            row.Indicator,
                            Line: new SnapshotMention(
                                page,
                                header.Version,
                                place.Name,
                                place.Local,
                                place.National,
                                place.Neighbours,
                                place.VersusNational,
                                place.VersusNeighbours
                            )
                        )
                    )
            )
            .ToLookup(each => each.Indicator, each => each.Line);
    }
}
