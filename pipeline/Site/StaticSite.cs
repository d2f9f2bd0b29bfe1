using System.Runtime.CompilerServices;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Every page of the site, for where it is served as plain files.</summary>
public sealed class StaticSite(PageRouter site, ReferenceStore references, ReleaseLedger ledger, SnapshotStore store)
{
    /// <summary>The page that a web server answers with where it has no file.</summary>
    public const string NotFound = "404.html";

    /// <summary>The pages with their JSON twins, the files of all snapshots, and the page that says there is no such
    /// page.</summary>
    public async IAsyncEnumerable<Page> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var headers = await store.AllHeadersAsync(cancellationToken);
        await foreach (var name in NamesAsync(headers, cancellationToken))
        {
            foreach (var page in await site.BothAsync(name, cancellationToken))
                yield return page;
        }
        foreach (var header in headers)
        {
            foreach (var file in (await store.FilesAsync(header, cancellationToken)).Where(SnapshotFile.IsOpen))
                yield return await site.OpenAsync($"snapshots/{header.Folder}{file}", cancellationToken);
        }
        yield return PageRouter.NotFound(root: "/", asJson: false);
    }

    // The addresses without .html.
    private async IAsyncEnumerable<string> NamesAsync(
        IReadOnlyList<SnapshotHeader> headers,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var link in PageLink.Everywhere)
            yield return NameOf(link.Path);
        foreach (var area in headers.Select(h => h.Area).Distinct())
            yield return NameOf(AreaModel.LinkTo(area, area).Path);
        foreach (var page in headers.Select(SnapshotLine.PageOf).Distinct())
            yield return NameOf(page);
        foreach (var indicator in (await references.LoadAsync(cancellationToken)).Catalogue.Indicators)
            yield return NameOf(PageLink.Indicator(indicator.Id, indicator.Name).Path);
        var releases = await ledger.OutlineAsync(cancellationToken);
        foreach (var year in ReleaseYear.List(releases))
            yield return NameOf(year.Page.Path);
        foreach (var release in releases)
            yield return NameOf(PageLink.Release(release.Id, "").Path);
    }

    private static string NameOf(string path) => path[..^".html".Length];
}
