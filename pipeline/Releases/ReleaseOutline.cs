namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What of a release is needed to count and to order it: a seventh of its entry.</summary>
public sealed record ReleaseOutline(
    string Id,
    ReleaseStatus Status,
    DateOnly Published,
    DateTimeOffset Arrived,
    string Catalogue
)
{
    /// <summary>So many releases a list shows at once.</summary>
    public const int MostShown = 50;

    /// <summary>The outline of a release.</summary>
    internal static ReleaseOutline Of(Release release) =>
        new(release.Id, release.Status, release.Published, release.Arrived, release.Catalogue);

    /// <summary>The newest first, as <see cref="ReleaseAge"/> has it.</summary>
    public static Comparer<ReleaseOutline> NewestFirst { get; } =
        Comparer<ReleaseOutline>.Create(
            (one, other) =>
            {
                var published = other.Published.CompareTo(one.Published);
                var arrived = published != 0 ? published : other.Arrived.CompareTo(one.Arrived);
                return arrived != 0 ? arrived : string.CompareOrdinal(other.Id, one.Id);
            }
        );
}
