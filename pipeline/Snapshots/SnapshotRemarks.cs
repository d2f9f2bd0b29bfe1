using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>What a reader must know of how a version came to be, beside its figures: releases withdrawn or reinstated,
/// and a catalogue that could not be used.</summary>
/// <param name="Decided">The releases that someone withdrew or reinstated.</param>
/// <param name="CatalogueFault">Why the catalogue in config was not used; null where it was.</param>
internal sealed record SnapshotRemarks(IReadOnlyList<Release> Decided, string? CatalogueFault)
{
    public static SnapshotRemarks Of(KnownData evidence, Reference reference) =>
        new(evidence.Decided, reference.NotInUse);

    /// <summary>Adds the remarks to why a version was made.</summary>
    /// <param name="used">The releases that earlier versions used.</param>
    /// <param name="before">The releases that the version before used.</param>
    public SnapshotEdition AddTo(
        SnapshotEdition edition,
        IReadOnlySet<string> used,
        IReadOnlySet<string> before,
        IReadOnlySet<string> now
    )
    {
        var withdrawn = Decided
            .Where(r => r.Withdrawal!.IsInForce && used.Contains(r.Id))
            .OrderBy(r => r.Id, StringComparer.Ordinal)
            .ToList();
        var reinstated = Decided
            .Where(r => !r.Withdrawal!.IsInForce && now.Contains(r.Id) && used.Count > 0 && !before.Contains(r.Id))
            .OrderBy(r => r.Id, StringComparer.Ordinal);
        var sentences = withdrawn
            .Select(r => $"{r.File} was withdrawn on {Day(r)} and is no longer used.")
            .Concat(reinstated.Select(r => $"{r.File} was reinstated on {Day(r)}."))
            .Concat(
                CatalogueFault is null ? [] : ["The newest catalogue could not be used, so the last good one was."]
            );
        return edition with
        {
            Reason = string.Join(' ', sentences.Prepend(edition.Reason)),
            Withdrawn = [.. withdrawn.Select(r => r.Id)],
        };
    }

    private static string Day(Release release) =>
        release.Withdrawal!.Last!.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
