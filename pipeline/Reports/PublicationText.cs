using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Where an officer finds a publication.</summary>
internal static class PublicationText
{
    /// <summary>Its title, its publisher and the name of its page; a page that is named by the title is named
    /// once.</summary>
    public static string Where(SnapshotPublication publication) =>
        publication.Page.Contains(publication.Title, StringComparison.OrdinalIgnoreCase)
            ? $"{publication.Page} ({publication.Publisher})"
            : $"{publication.Title} ({publication.Publisher}); its page is “{publication.Page}”";
}
