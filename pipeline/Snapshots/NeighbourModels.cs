using ChildrensTrust.Pipeline.Formats.Neighbours;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>
/// The neighbour models that were known on a compile date, the one that counts first.
/// A publication date that was given, in the blob's metadata or the file's name, decides: a model published later is
/// not known. Where the date is only that of its arrival, nothing says when the model was published, and it counts as
/// known from the day on which it came into force: models are made years before they are dropped here. Such a one never
/// stands before one that is known by a given date and has the same in-force date.
/// </summary>
internal static class NeighbourModels
{
    /// <summary>The known models: the newest in-force date first; of the same, those with a given date, then those that
    /// had arrived, then the others; the newest first.</summary>
    /// <param name="complete">Releases of any feed.</param>
    public static IReadOnlyList<Release> Known(IEnumerable<Release> complete, DateOnly compiled) =>
        [
            .. complete
                .Where(r => r.Format == NeighbourModelReader.Name && IsKnown(r, compiled))
                .OrderByDescending(InForce)
                .ThenByDescending(HasGivenDate)
                .ThenByDescending(r => r.Published <= compiled)
                .ThenByDescending(r => r.Age, ReleaseAge.Order),
        ];

    /// <summary>The model that was asked for; null where none is known by that name.</summary>
    /// <param name="asked">A release id or the beginning of an in-force date.</param>
    public static Release? Find(IReadOnlyList<Release> known, string asked) =>
        known.FirstOrDefault(r =>
            r.Id == asked
            || (asked.Length >= 4 && InForce(r).ToString("yyyy-MM-dd").StartsWith(asked, StringComparison.Ordinal))
        );

    /// <summary>From when a model holds: its in-force date, or where nothing says that its publication.</summary>
    public static DateOnly InForce(Release model) => model.InForce ?? model.Published;

    private static bool IsKnown(Release model, DateOnly compiled) =>
        model.Published <= compiled || (!HasGivenDate(model) && InForce(model) <= compiled);

    private static bool HasGivenDate(Release model) => model.PublishedFrom != DateOrigin.Arrival;
}
