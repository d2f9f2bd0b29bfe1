using System.Runtime.CompilerServices;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Every page of the site, for where it is served as plain files.</summary>
public sealed class StaticSite(
    PageRouter site,
    AreaPages areas,
    ReferenceStore references,
    ReleaseLedger ledger,
    SnapshotStore store
)
{
    /// <summary>The page that a web server answers with where it has no file.</summary>
    public const string NotFound = "404.html";

    /// <summary>How many pages and files there are, for whoever waits for them.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var headers = await store.AllHeadersAsync(cancellationToken);
        var files = await store.AllFilesAsync(cancellationToken);
        var names =
            await NamesAsync(cancellationToken).CountAsync(cancellationToken)
            + headers.DistinctBy(h => h.Area).Count()
            + headers.DistinctBy(SnapshotLine.PageOf).Count();
        return (2 * names) + headers.Sum(h => files[h.Folder].Count(SnapshotFile.IsOpen)) + 1;
    }

    /// <summary>The pages with their JSON twins, the files of all snapshots, and the page that says there is no such
    /// page.</summary>
    public async IAsyncEnumerable<Page> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var name in NamesAsync(cancellationToken))
        {
            foreach (var page in await site.BothAsync(name, cancellationToken))
                yield return page;
        }
        var headers = await store.AllHeadersAsync(cancellationToken);
        var files = await store.AllFilesAsync(cancellationToken);
        await foreach (var page in areas.PagesAsync(headers, files, cancellationToken))
            yield return page;
        yield return PageRouter.NotFound(root: "/", asJson: false);
    }

    // The addresses without .html, other than those of areas and snapshots.
    private async IAsyncEnumerable<string> NamesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var link in PageLink.Everywhere)
            yield return NameOf(link.Path);
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
