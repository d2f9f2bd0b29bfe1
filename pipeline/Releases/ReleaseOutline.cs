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

    /// <summary>Whether it was refused because the same content counts already under another feed.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>The outline of a release.</summary>
    internal static ReleaseOutline Of(Release release) =>
        new(release.Id, release.Status, release.Published, release.Arrived, release.Catalogue)
        {
            IsDuplicate = release.SameAs is not null,
        };

    /// <summary>Tells which of two is the newer.</summary>
    internal ReleaseAge Age => new(Published, Arrived, Id);
}
