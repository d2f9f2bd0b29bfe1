using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>The home page: what the newest snapshot of the council's own area says, what is overdue, the snapshots, and
/// the way to everything else.</summary>
/// <param name="Title">The catalogue's heading.</param>
/// <param name="OtherAreas">The pages of other areas that have snapshots, by name.</param>
/// <param name="Complete">How many files count.</param>
/// <param name="Quarantined">How many were refused.</param>
/// <param name="Reading">How many are being read.</param>
/// <param name="Failed">How many were not taken in, because every try failed.</param>
internal sealed record HomeModel(
    string Title,
    string Area,
    IReadOnlyList<SnapshotLine> Snapshots,
    IReadOnlyList<PageLink> OtherAreas,
    int Complete,
    int Quarantined,
    int Withdrawn,
    int Reading,
    int Failed
) : PageModel(Title, "home", [])
{
    private const int LongList = 8;

    /// <summary>How many files another folder had already received.</summary>
    public int Duplicates { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool HasFilter => OtherAreas.Count > LongList;

    /// <summary>What the newest snapshot says; null where there is none.</summary>
    public SnapshotStory? Story { get; init; }

    /// <summary>The figures that are overdue today, by the file that brings them.</summary>
    public IReadOnlyList<FiguresOfFile> Overdue { get; init; } = [];

    /// <summary>The figures that are no longer expected.</summary>
    public IReadOnlyList<DueFigure> Ended { get; init; } = [];

    /// <summary>The heading of those.</summary>
    [JsonIgnore]
    public string EndedTitle { get; } = DueText.Ended;

    /// <summary>Why a figure is among those.</summary>
    [JsonIgnore]
    public string EndedBecause { get; } = DueText.EndedBecause;

    /// <summary>Puts the page together.</summary>
    /// <param name="failed">How many files in landing were not taken in.</param>
    public static HomeModel Create(
        Reference reference,
        IReadOnlyList<SnapshotHeader> headers,
        IReadOnlyList<ReleaseOutline> releases,
        int failed
    )
    {
        var code = reference.Catalogue.Area;
        var name = reference.Areas.FindByCode(code)?.Name ?? code;
        int Count(ReleaseStatus status) => releases.Count(r => r.Status == status);
        var duplicates = releases.Count(r => r.IsDuplicate);
        return new(
            reference.Catalogue.TitleFor(code, name),
            name,
            SnapshotLine.List(headers.Where(h => h.Area == code), reference.Catalogue),
            [
                .. headers
                    .Where(h => h.Area != code)
                    .DistinctBy(h => h.Area)
                    .OrderBy(h => h.AreaName, StringComparer.Ordinal)
                    .Select(h => AreaModel.LinkTo(h.Area, h.AreaName)),
            ],
            Count(ReleaseStatus.Complete),
            Count(ReleaseStatus.Quarantined) - duplicates,
            Count(ReleaseStatus.Withdrawn),
            Count(ReleaseStatus.Reading),
            failed
        )
        {
            Duplicates = duplicates,
        };
    }
}

/// <summary>What the newest snapshot of an area says, and the list of its snapshots.</summary>
internal sealed record AreaModel(string Title, SnapshotArea Area, IReadOnlyList<SnapshotLine> Snapshots)
    : PageModel(Title, "area", [PageLink.Home])
{
    /// <summary>What the newest one says; null where that is not known.</summary>
    public SnapshotStory? Story { get; init; }

    /// <summary>Puts the page together; null where the area has no snapshot.</summary>
    public static AreaModel? Find(Reference reference, IReadOnlyList<SnapshotHeader> headers, string area) =>
        headers.FirstOrDefault(h => h.Area == area) is { } any
            ? new(
                $"{any.AreaName}: snapshots",
                new(area, any.AreaName),
                SnapshotLine.List(headers.Where(h => h.Area == area), reference.Catalogue)
            )
            : null;

    internal static PageLink LinkTo(string code, string name) => new(name, $"snapshots/{code}/{PagePath.Index}");
}
