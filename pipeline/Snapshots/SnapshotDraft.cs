using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Makes snapshots out of the evidence, one for each area. The same evidence gives the same
/// snapshots.</summary>
/// <param name="compiled">The compile date.</param>
internal sealed class SnapshotDraft(Reference reference, KnownData evidence, SnapshotRequest request, DateOnly compiled)
{
    private readonly ComparisonBasis _basis = new(
        reference,
        evidence.NeighbourSets,
        request.Average ?? reference.Catalogue.Neighbours.Average
    );

    /// <summary>Makes the snapshot of an area, with version 0.</summary>
    /// <param name="failures">Takes the indicators that could not be compared.</param>
    public Snapshot Make(Area area, ICollection<IndicatorFailure>? failures = null)
    {
        var comparer = new Comparer(_basis, area);
        var compared = reference
            .Catalogue.Reported.Where(i => i.IsReportedAt(request.AsAt))
            .Select(i => Compare(i, comparer, area, failures))
            .ToList();
        // The list of key actions is the council's own.
        var hasActions = area.Code == reference.Catalogue.Area;
        var comparisons = compared.ConvertAll(c => c.Comparison);
        var rows = compared.ConvertAll(c => c.Row);
        var used = comparisons
            .SelectMany(Releases)
            .Concat(evidence.NeighbourReleases)
            .Append(hasActions ? evidence.KeyActionRelease : null)
            .OfType<Release>()
            .DistinctBy(r => r.Id)
            .OrderBy(r => r.Feed)
            .ThenBy(r => r.Published)
            .ThenBy(r => r.Id, StringComparer.Ordinal)
            .ToList();
        return new()
        {
            Title = reference.Catalogue.TitleFor(area.Code, area.Name),
            AsAt = request.AsAt,
            Compiled = compiled,
            Version = 0,
            WhatIf =
                evidence.NeighbourSets.IsUnusualFor(area.Code)
                || _basis.Average != reference.Catalogue.Neighbours.Average,
            Cadence = request.Cadence ?? Cadence.Trust,
            Area = new(area.Code, area.Name),
            Catalogue = reference.Catalogue.Hash,
            Code = CodeVersion.Current,
            NeighbourSet = Neighbours(evidence.NeighbourSets, area),
            Summary = SnapshotSummary.Count(rows, r => r.VersusNational),
            SummaryNeighbours = SnapshotSummary.Count(rows, r => r.VersusNeighbours),
            Rows = rows,
            Due = [.. compared.Select(c => c.Due).OfType<SnapshotDue>()],
            Actions = evidence switch
            {
                _ when !hasActions => null,
                { KeyActionsUnreadable: true } => new(0, 0, 0, 0, [])
                {
                    Note =
                        "The list of key actions does not pass today's checks, so none is reported. Upload it "
                        + "again to see what to correct.",
                },
                { KeyActionRelease: not null } => Actions(evidence.KeyActions, reference.Catalogue),
                { OldKeyActions: { } old } => new(0, 0, 0, 0, [])
                {
                    Note = string.Create(
                        CultureInfo.InvariantCulture,
                        $"No list of key actions was given for this period; the newest is of {old:d MMMM yyyy}."
                    ),
                },
                _ => null,
            },
            Findings =
            [
                .. from release in used
                from total in evidence.Findings.GetValueOrDefault(release.Id) ?? []
                select new SnapshotFinding(
                    release.Id,
                    release.File,
                    total.Code,
                    total.Severity.ToString().ToLowerInvariant(),
                    total.Count
                ),
            ],
            Inputs =
            [
                .. used.Select(r => new SnapshotInput(
                    r.Id,
                    r.Feed.Folder(),
                    r.File,
                    r.Published,
                    r.PublishedFrom.Words(),
                    r.RevisionStatus?.Word(),
                    r.Notice,
                    r.Sha256
                )),
            ],
        };
    }

    private sealed record Compared(IndicatorComparison Comparison, SnapshotRow Row, SnapshotDue? Due);

    // What one indicator's figures do to the code must not take the others' places in the report.
    private Compared Compare(Indicator indicator, Comparer comparer, Area area, ICollection<IndicatorFailure>? failures)
    {
        try
        {
            var known = evidence.Series.GetValueOrDefault(indicator.Id) ?? [];
            var comparison = comparer.Compare(indicator, known);
            return new(
                comparison,
                Row(comparison, area),
                DueFigures.Find(indicator, known, area.Code, compiled, reference.Catalogue.Publications)
            );
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            failures?.Add(new(indicator.Id, area.Code, fault));
            var failed = IndicatorComparison.Failed(indicator, area);
            return new(failed, Row(failed, area), null);
        }
    }

    private static SnapshotNeighbourSet? Neighbours(NeighbourSets sets, Area area) =>
        sets.For(area.Code) is not { } set
            ? null
            : new(
                set.Id,
                set.From,
                [.. set.Of(area.Code).Select(n => new SnapshotNeighbour(n.Area.Code, n.Area.Name, n.Closeness))]
            )
            {
                NewerWithoutArea = [.. sets.NewerWithout(area.Code).Select(s => new SnapshotOtherSet(s.Id, s.From))],
            };

    private static IEnumerable<Release?> Releases(IndicatorComparison comparison) =>
        comparison
            .Places.Concat(comparison.Localities)
            .SelectMany(Figures)
            .Append(comparison.Return?.Figure)
            .Select(f => f?.Release);

    private static IEnumerable<Figure?> Figures(AreaComparison p) =>
        [
            p.Local,
            p.Return?.Figure,
            p.Previous,
            p.National,
            .. p.Neighbours?.Members.Select(m => m.Figure) ?? [],
            .. p.Comparators.Select(c => c.Published),
            .. p.Comparators.SelectMany(c => c.Group?.WithFigures ?? []),
            .. p.Revisions.Select(r => r.WasFigure),
        ];

    private SnapshotRow Row(IndicatorComparison c, Area area)
    {
        var (basis, counting) = (_basis, _basis.NeighbourSets.For(area.Code));
        var indicator = c.Indicator;
        var row = new SnapshotRow
        {
            Indicator = indicator.Id,
            Name = indicator.Name,
            Narrative = indicator.Narrative,
            Priority = reference.Catalogue.PriorityTitle(indicator.Priority),
            Origin = indicator.Origin.Word(),
            Polarity = indicator.Polarity,
            Unit = indicator.Unit.Text,
            Decimals = indicator.Decimals,
            Frequency = indicator.Frequency.Word(),
            ChangeTolerance = indicator.ChangeTolerance,
            About = indicator.NoteAt(compiled),
            CountsWith = indicator.CountsWith is { } other && !(request.AsAt < other.From) ? other.Indicator : null,
            VersusNational = c.VersusNational,
            VersusNeighbours = c.VersusNeighbours,
            Localities = c.Localities.All(p => p.Local is null)
                ? []
                : [.. c.Localities.Select(p => SnapshotPlaces.Part(p, basis, counting))],
            Sources = [.. Releases(c).OfType<Release>().Select(r => r.Id).Distinct().Order(StringComparer.Ordinal)],
        };
        if (!c.IsInParts)
            return SnapshotPlaces.Fill(row, c.Places[0], basis, counting);
        List<Note> notes = [.. PartVerdicts.Notes(c.Places), .. c.Return?.Notes(c.Indicator.Unit) ?? []];
        return row with
        {
            Return = SnapshotPlaces.Return(c.Return),
            Areas = [.. c.Places.Select(p => SnapshotPlaces.Part(p, basis, counting))],
            Outlook = c.Places.Select(p => p.Outlook).Distinct().ToList() is [var only] ? only : null,
            Notes = [.. notes.Select(n => n.Text)],
            NoteCodes = [.. notes.Select(n => n.Code)],
        };
    }

    private static SnapshotActions Actions(IReadOnlyList<KeyAction> actions, IndicatorCatalogue catalogue)
    {
        int Count(KeyActionStatus status) => actions.Count(a => a.Status == status);
        return new(
            actions.Count,
            Count(KeyActionStatus.Completed),
            Count(KeyActionStatus.OnSchedule),
            Count(KeyActionStatus.Behind),
            [
                .. actions.Select(a => new SnapshotAction(
                    catalogue.PriorityTitle(a.Priority),
                    a.Reference,
                    a.Action,
                    a.Lead,
                    a.Status,
                    a.Note
                )),
            ]
        );
    }
}
