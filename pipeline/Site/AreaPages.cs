using System.Runtime.CompilerServices;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>The pages of every area that has snapshots, with the snapshots' files, for where the site is served as
/// plain files. What they share is read once, each file once, and only the snapshots of one date are held at a
/// time.</summary>
public sealed class AreaPages(ReferenceStore references, ReleaseLedger ledger, SnapshotStore store)
{
    private sealed record Version(
        SnapshotHeader Header,
        Snapshot Snapshot,
        IReadOnlyList<(string Name, BinaryData Body)> Files
    );

    /// <summary>The pages, area by area.</summary>
    /// <param name="headers">The headers of all areas.</param>
    /// <param name="files">The names of the files of each folder.</param>
    internal async IAsyncEnumerable<Page> PagesAsync(
        IReadOnlyList<SnapshotHeader> headers,
        ILookup<string, string> files,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var reference = await references.LoadAsync(cancellationToken);
        var withdrawn = await ledger.WithdrawnAsync(cancellationToken);
        var dates = headers
            .GroupBy(h => h.Area)
            .SelectMany(area => area.GroupBy(SnapshotLine.PageOf).Select(date => (Area: area, Date: date.ToList())))
            .ToList();
        var stories = new Dictionary<string, SnapshotStory>();

        // The next date's files are fetched while the pages of this one are written.
        var coming = dates.Count == 0 ? null : ReadAsync(dates[0].Date, files, cancellationToken);
        for (var i = 0; i < dates.Count; i++)
        {
            var (area, date) = dates[i];
            var versions = await coming!;
            coming = i + 1 < dates.Count ? ReadAsync(dates[i + 1].Date, files, cancellationToken) : null;
            foreach (var version in versions)
            foreach (var (name, body) in version.Files)
                yield return SnapshotPages.FilePage(version.Header, name, body);
            var model = SnapshotModel.Create(
                reference,
                [.. versions.Select(v => (v.Header, v.Snapshot, Names(v)))],
                withdrawn
            );
            foreach (var page in PageWriter.Both(model, reference, SnapshotLine.PageOf(date[0])))
                yield return page;
            if (versions.Find(v => v.Header == SnapshotStory.Newest(area, area.Key)) is { } newest)
                stories[area.Key] = SnapshotStory.Of(newest.Header, newest.Snapshot);
            if (i + 1 < dates.Count && dates[i + 1].Area.Key == area.Key)
                continue;
            var home = AreaModel.Find(reference, [.. area], area.Key)! with
            {
                Story = stories.GetValueOrDefault(area.Key),
            };
            stories.Remove(area.Key);
            foreach (var page in PageWriter.Both(home, reference, AreaModel.LinkTo(area.Key, area.Key).Path))
                yield return page;
        }
    }

    private static IReadOnlyList<string> Names(Version version) => [.. version.Files.Select(f => f.Name)];

    private async Task<List<Version>> ReadAsync(
        IEnumerable<SnapshotHeader> headers,
        ILookup<string, string> files,
        CancellationToken cancellationToken
    )
    {
        var versions = new List<Version>();
        foreach (var header in headers)
        {
            var bodies = await Task.WhenAll(
                files[header.Folder]
                    .Where(SnapshotFile.IsOpen)
                    .Select(async name => (name, Body: await store.FileAsync(header, name, cancellationToken)))
            );
            var read = bodies.Where(f => f.Body is not null).Select(f => (f.name, f.Body!)).ToList();
            var deciding = read.Find(f => f.name == SnapshotStore.Deciding);
            versions.Add(
                new(
                    header,
                    deciding.Item2 is { } json
                        ? SnapshotJson.Read(json)
                        : await store.ReadAsync(header, cancellationToken),
                    read
                )
            );
        }
        return versions;
    }
}
