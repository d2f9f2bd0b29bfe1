using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>
/// The read-only site: it answers an address with a page. The functions, the local host and the static files all ask
/// here, so they serve the same. Every page has a JSON twin at the same address with .json instead of .html.
/// </summary>
public sealed partial class PageRouter
{
    private readonly ReferenceStore _references;
    private readonly SnapshotPages _snapshots;
    private readonly IReadOnlyList<Route> _routes;

    private sealed record Route(Regex Form, Func<GroupCollection, CancellationToken, Task<PageModel?>> OpenAsync);

    /// <summary>Puts the site together.</summary>
    public PageRouter(
        ReferenceStore references,
        SnapshotPages snapshots,
        IndicatorPages indicators,
        ReleasePages releases
    )
    {
        _references = references;
        _snapshots = snapshots;
        _routes =
        [
            new(Home(), (_, token) => snapshots.HomeAsync(token)),
            new(Area(), (found, token) => snapshots.AreaAsync(found["area"].Value, token)),
            new(
                Snapshot(),
                (found, token) =>
                    snapshots.SnapshotAsync(
                        found["area"].Value,
                        found["cadence"] is { Success: true } cadence ? cadence.Value : Cadence.Trust,
                        found["asAt"].Value,
                        token
                    )
            ),
            new(Indicators(), (_, token) => indicators.ListAsync(token)),
            new(Indicator(), (found, token) => indicators.IndicatorAsync(found["id"].Value, token)),
            new(Releases(), (_, token) => releases.ListAsync(token)),
            new(
                YearOfReleases(),
                (found, token) =>
                    releases.YearAsync(int.Parse(found["year"].Value, CultureInfo.InvariantCulture), token)
            ),
            new(Release(), (found, token) => releases.ReleaseAsync(found["id"].Value, token)),
            new(Due(), (_, token) => releases.DueAsync(token)),
        ];
    }

    /// <summary>Answers an address. Whatever it is, there is a page: one that says there is none, where there is
    /// none.</summary>
    /// <param name="address">The address beneath the site's root, once unescaped, without a slash in front; empty or
    /// null for the home page.</param>
    public async Task<Page> OpenAsync(string? address, CancellationToken cancellationToken)
    {
        if (PagePath.Read(address) is not { } path)
            return NotFound(PagePath.RootOf(address ?? ""), asJson: false);
        var page =
            SnapshotFile.Read(path) is { } file ? await _snapshots.FileAsync(file, cancellationToken)
            : path.Name is { } name && await ModelAsync(name, cancellationToken) is { } model
                ? PageWriter.Write(model, path.Text, path.Root, path.IsJson)
            : null;
        return page
            ?? PageWriter.Write(
                await WithNoticeAsync(new NotFoundModel(), cancellationToken),
                StaticSite.NotFound,
                path.Root,
                path.IsJson
            ) with
            {
                IsFound = false,
            };
    }

    /// <summary>A page and its JSON twin; neither where there is no such page.</summary>
    /// <param name="name">The address without .html.</param>
    internal async Task<IReadOnlyList<Page>> BothAsync(string name, CancellationToken cancellationToken) =>
        await ModelAsync(name, cancellationToken) is { } model
            ? PageWriter.Both(model, await _references.LoadAsync(cancellationToken), name + ".html")
            : [];

    /// <summary>The page that says there is no such page.</summary>
    /// <param name="root">The way to the site's root from where it is shown.</param>
    internal static Page NotFound(string root, bool asJson) =>
        PageWriter.Write(new NotFoundModel(), StaticSite.NotFound, root, asJson) with
        {
            IsFound = false,
        };

    private async Task<PageModel?> ModelAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var route in _routes)
        {
            if (route.Form.Match(name) is { Success: true } found)
                return await route.OpenAsync(found.Groups, cancellationToken) is { } model
                    ? await WithNoticeAsync(model, cancellationToken)
                    : null;
        }
        return null;
    }

    private async Task<PageModel> WithNoticeAsync(PageModel model, CancellationToken cancellationToken) =>
        model with
        {
            CatalogueNotInUse = (await _references.LoadAsync(cancellationToken)).NotInUse,
        };

    private const string AreaForm = @"\Asnapshots/(?<area>[A-Z0-9]{1,20})/";
    private const RegexOptions Named = RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\Aindex\z", Named, 60_000)]
    private static partial Regex Home();

    [GeneratedRegex(AreaForm + @"index\z", Named, 60_000)]
    private static partial Regex Area();

    [GeneratedRegex(
        AreaForm + @"((?<cadence>[a-z][a-z0-9-]*)/)?(?<asAt>[0-9]{4}-[0-9]{2}-[0-9]{2})/index\z",
        Named,
        60_000
    )]
    private static partial Regex Snapshot();

    [GeneratedRegex(@"\Aindicators/index\z", Named, 60_000)]
    private static partial Regex Indicators();

    [GeneratedRegex(@"\Aindicators/(?<id>[a-z0-9-]+)\z", Named, 60_000)]
    private static partial Regex Indicator();

    [GeneratedRegex(@"\Areleases/index\z", Named, 60_000)]
    private static partial Regex Releases();

    [GeneratedRegex(@"\Areleases/(?<year>[0-9]{4})\z", Named, 60_000)]
    private static partial Regex YearOfReleases();

    [GeneratedRegex(@"\Areleases/(?<id>[a-z-]+-[0-9a-f]{32})\z", Named, 60_000)]
    private static partial Regex Release();

    [GeneratedRegex(@"\Adue\z", Named, 60_000)]
    private static partial Regex Due();
}
