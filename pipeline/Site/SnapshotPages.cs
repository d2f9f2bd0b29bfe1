using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Opens the home page, the pages of areas and snapshots, and the files of snapshots.</summary>
public sealed class SnapshotPages(
    ReferenceStore references,
    ReleaseLedger ledger,
    DropLedger drops,
    SnapshotStore store,
    DueOutlook outlook,
    TimeProvider time
)
{
    /// <summary>The home page.</summary>
    internal async Task<PageModel?> HomeAsync(CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var headers = await store.AllHeadersAsync(cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var due = await outlook.ListAsync(reference, today, cancellationToken);
        return HomeModel.Create(
            reference,
            headers,
            await ledger.OutlineAsync(cancellationToken),
            await drops.FailedAsync(cancellationToken).CountAsync(cancellationToken)
        ) with
        {
            Story = await StoryAsync(headers, reference.Catalogue.Area, cancellationToken),
            Overdue = FiguresOfFile.Group(due.Where(f => f.IsOverdue)),
            Ended = [.. due.Where(f => f.IsEnded)],
        };
    }

    /// <summary>The page of an area; null where it has no snapshot.</summary>
    internal async Task<PageModel?> AreaAsync(string area, CancellationToken cancellationToken)
    {
        var headers = await store.AllHeadersAsync(cancellationToken);
        return AreaModel.Find(await references.LoadAsync(cancellationToken), headers, area) is { } page
            ? page with
            {
                Story = await StoryAsync(headers, area, cancellationToken),
            }
            : null;
    }

    private Task<SnapshotStory?> StoryAsync(
        IEnumerable<SnapshotHeader> headers,
        string area,
        CancellationToken cancellationToken
    ) => SnapshotStory.FindAsync(headers, area, header => store.ReadAsync(header, cancellationToken));

    /// <summary>The page of a snapshot; null where there is none.</summary>
    /// <param name="asAt">The as-at date, as 2012-09-30.</param>
    internal async Task<PageModel?> SnapshotAsync(
        string area,
        string cadence,
        string asAt,
        CancellationToken cancellationToken
    )
    {
        var versions = new List<(SnapshotHeader Header, Snapshot Snapshot, IReadOnlyList<string> Files)>();
        foreach (var header in await HeadersAsync(area, cadence, asAt, cancellationToken))
            versions.Add(
                (
                    header,
                    await store.ReadAsync(header, cancellationToken),
                    [.. (await store.FilesAsync(header, cancellationToken)).Where(SnapshotFile.IsOpen)]
                )
            );
        return versions.Count == 0
            ? null
            : SnapshotModel.Create(
                await references.LoadAsync(cancellationToken),
                versions,
                await ledger.WithdrawnAsync(cancellationToken)
            );
    }

    /// <summary>A file of a version; null where there is none, or where the version is not complete.</summary>
    internal async Task<Page?> FileAsync(SnapshotFile file, CancellationToken cancellationToken)
    {
        var headers = await HeadersAsync(file.Area, file.Cadence, file.AsAt, cancellationToken);
        return
            headers.FirstOrDefault(h => h.Version == file.Version) is { } header
            && await store.FileAsync(header, file.Name, cancellationToken) is { } content
            ? FilePage(header, file.Name, content)
            : null;
    }

    /// <summary>A file of a version, which never changes.</summary>
    internal static Page FilePage(SnapshotHeader header, string name, BinaryData content) =>
        new($"snapshots/{header.Folder}{name}", SnapshotFile.ContentTypeOf(name), content) { IsLasting = true };

    private async Task<IEnumerable<SnapshotHeader>> HeadersAsync(
        string area,
        string cadence,
        string asAt,
        CancellationToken cancellationToken
    ) =>
        DateOnly.TryParseExact(asAt, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (await store.HeadersAsync(area, cadence, cancellationToken)).Where(h => h.AsAt == date)
            : [];
}
