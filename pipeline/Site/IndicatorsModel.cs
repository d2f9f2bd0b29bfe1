using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Every indicator, with its figures by the newest snapshot. Those that the profile does not report are listed
/// too: their figures are read, so they have pages.</summary>
internal sealed record IndicatorsModel(string Area, PageLink? Snapshot, IReadOnlyList<PriorityIndicators> Priorities)
    : PageModel("Indicators", "indicators", [PageLink.Home])
{
    /// <summary>Whether the snapshot reports any.</summary>
    [JsonIgnore]
    public bool HasPlaces => Priorities.Any(p => p.Places.Count > 0);

    /// <summary>Whether there is any that the snapshot does not report.</summary>
    [JsonIgnore]
    public bool HasOthers => Priorities.Any(p => p.Others.Count > 0);

    /// <summary>Puts the page together.</summary>
    /// <param name="newest">The newest snapshot with its header; null where there is none.</param>
    public static IndicatorsModel Create(Reference reference, (SnapshotHeader Header, Snapshot Snapshot)? newest)
    {
        var rows = newest?.Snapshot.Rows ?? [];
        var area = reference.Areas.FindByCode(reference.Catalogue.Area)?.Name ?? reference.Catalogue.Area;
        return new(
            area,
            newest is { } n
                ? new(
                    $"as at {PlaceText.Date(n.Header.AsAt)}, version {n.Header.Version}",
                    SnapshotLine.PageOf(n.Header)
                )
                : null,
            [
                .. from id in reference.Catalogue.Priorities.Select(p => p.Id).Append(null)
                let indicators = reference.Catalogue.Indicators.Where(i => i.Priority == id).ToList()
                where indicators.Count > 0
                select new PriorityIndicators(
                    reference.Catalogue.PriorityTitle(id),
                    [
                        .. rows.Where(r => indicators.Exists(i => i.Id == r.Indicator))
                            .SelectMany(r => AreaView.AllOf(r, newest!.Value.Snapshot.Area)),
                    ],
                    [
                        .. indicators
                            .Where(i => rows.All(r => r.Indicator != i.Id))
                            .Select(i => PageLink.Indicator(i.Id, i.Name)),
                    ]
                ),
            ]
        );
    }
}

/// <summary>The indicators of one priority.</summary>
/// <param name="Title">The priority's title; null where the indicators are not grouped.</param>
/// <param name="Places">Those that the snapshot reports.</param>
/// <param name="Others">Those that it does not report.</param>
internal sealed record PriorityIndicators(
    string? Title,
    IReadOnlyList<AreaView> Places,
    IReadOnlyList<PageLink> Others
);
