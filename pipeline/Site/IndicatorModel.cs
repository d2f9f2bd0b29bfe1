using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>One indicator: its figures by the newest snapshot, their history, every release that carries it and what
/// each revised.</summary>
internal sealed record IndicatorModel(string Id, string Name)
    : PageModel(Name, "indicator", [PageLink.Home, PageLink.Indicators])
{
    /// <summary>The title of its priority.</summary>
    public required string Priority { get; init; }

    /// <summary>What it measures, where that needs saying.</summary>
    public string? About { get; init; }

    /// <summary>Which way is good.</summary>
    public required string GoodIs { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>How often a figure is published.</summary>
    public required string Frequency { get; init; }

    /// <summary>The name of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The snapshot that the figures are from; null where none reports the indicator.</summary>
    public PageLink? Snapshot { get; init; }

    /// <summary>The area's figures, or those of its parts.</summary>
    public IReadOnlyList<AreaView> Places { get; init; } = [];

    /// <summary>What each snapshot said of it, the newest first.</summary>
    public IReadOnlyList<SnapshotMention> Said { get; init; } = [];

    /// <summary>The notices of the files that its figures are from.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The figure that comes next; null where that is not known.</summary>
    public DueFigure? Next { get; init; }

    /// <summary>The releases that carry the indicator, the newest first.</summary>
    public required IReadOnlyList<ReleaseLine> Releases { get; init; }

    /// <summary>What each release revised, the newest first.</summary>
    public required IReadOnlyList<RevisionLine> Revisions { get; init; }

    /// <summary>Puts the page together.</summary>
    /// <param name="newest">The newest snapshot that reports it, with its header; null where there is none.</param>
    public static IndicatorModel Create(
        Reference reference,
        Indicator indicator,
        (SnapshotHeader Header, Snapshot Snapshot)? newest,
        IReadOnlyList<Release> releases,
        IReadOnlyList<EditionDifference> differences
    )
    {
        var area = reference.Areas.FindByCode(reference.Catalogue.Area);
        var row = newest?.Snapshot.Rows.FirstOrDefault(r => r.Indicator == indicator.Id);
        return new(indicator.Id, indicator.Name)
        {
            Priority = reference.Catalogue.PriorityTitle(indicator.Priority),
            About = indicator.NoteAt(DateOnly.MaxValue),
            GoodIs = PlaceText.GoodIs(indicator.Polarity),
            Unit = indicator.Unit.Text,
            Frequency = indicator.Frequency.Word(),
            Area = area?.Name ?? reference.Catalogue.Area,
            Snapshot = row is null
                ? null
                : new(
                    $"as at {PlaceText.Date(newest!.Value.Header.AsAt)}, version {newest.Value.Header.Version}",
                    SnapshotLine.PageOf(newest.Value.Header)
                ),
            Places = row is null ? [] : AreaView.Drawn(row, newest!.Value.Snapshot.Area),
            Notices = row is null ? [] : [.. SnapshotNotices.For(newest!.Value.Snapshot, row)],
            Releases = ReleaseLine.List(releases.Where(r => r.Indicators.Contains(indicator.Id))),
            Revisions = [.. differences.Select(d => RevisionLine.From(d, reference))],
        };
    }
}
