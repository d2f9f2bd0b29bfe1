namespace ChildrensTrust.Pipeline.Releases;

/// <summary>The part of a release that is needed to count and sort it, about a seventh of its entry.</summary>
public sealed record ReleaseOutline(
    string Id,
    ReleaseStatus Status,
    DateOnly Published,
    DateTimeOffset Arrived,
    string Catalogue
)
{
    /// <summary>How many releases a list shows at once.</summary>
    public const int MostShown = 50;

    /// <summary>The outline of a release.</summary>
    internal static ReleaseOutline Of(Release release) =>
        new(release.Id, release.Status, release.Published, release.Arrived, release.Catalogue);

    /// <summary>Tells which of two is the newer.</summary>
    internal ReleaseAge Age => new(Published, Arrived, Id);
}
