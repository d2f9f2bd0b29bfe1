using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>What became of a figure between two snapshots.</summary>
public enum FigureChange
{
    /// <summary>A later period has come in.</summary>
    NewFigure,

    /// <summary>The same figure of the same period: nothing new was published. This is not "no change".</summary>
    NoNewFigure,

    /// <summary>The same period with another figure.</summary>
    Revised,

    /// <summary>The newer releases no longer have the figure, or an earlier period is the latest again.</summary>
    Withdrawn,

    /// <summary>The figure is still there and has become too old to be compared.</summary>
    NoLongerCompared,

    /// <summary>There was no previous figure.</summary>
    FirstFigure,

    /// <summary>There is no figure, as before.</summary>
    StillNoFigure,

    /// <summary>The indicator was not reported before.</summary>
    NewIndicator,

    /// <summary>The indicator is no longer reported.</summary>
    NoLongerReported,

    /// <summary>The indicator is measured over other areas than before, none of which is the same.</summary>
    OtherAreas,
}

/// <summary>A figure and its period.</summary>
public sealed record DatedFigure(decimal Value, string Period);

/// <summary>One indicator, or one of its areas, in two snapshots.</summary>
public sealed record RowDifference
{
    /// <summary>The indicator's id.</summary>
    public required string Indicator { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the part, where the indicator is measured over several areas.</summary>
    public string? Part { get; init; }

    /// <summary>The names of the areas that it was measured over before, where they are others; otherwise
    /// empty.</summary>
    public IReadOnlyList<string> AreasWas { get; init; } = [];

    /// <summary>What became of the area's figure.</summary>
    public required FigureChange Local { get; init; }

    /// <summary>The area's figure then; null where there was none.</summary>
    public DatedFigure? LocalWas { get; init; }

    /// <summary>The area's figure now.</summary>
    public DatedFigure? LocalNow { get; init; }

    /// <summary>Why there is no figure now, in the row's own sentence; null where there is one or nothing says
    /// why.</summary>
    public string? Reason { get; init; }

    /// <summary>England's figure then.</summary>
    public DatedFigure? NationalWas { get; init; }

    /// <summary>England's figure now.</summary>
    public DatedFigure? NationalNow { get; init; }

    /// <summary>The neighbours' average then.</summary>
    public DatedFigure? NeighboursWas { get; init; }

    /// <summary>The neighbours' average now.</summary>
    public DatedFigure? NeighboursNow { get; init; }

    /// <summary>The verdict against England then; null where the indicator was not reported.</summary>
    public Verdict? VersusNationalWas { get; init; }

    /// <summary>The verdict against England now.</summary>
    public Verdict? VersusNationalNow { get; init; }

    /// <summary>The verdict against the neighbours then.</summary>
    public Verdict? VersusNeighboursWas { get; init; }

    /// <summary>The verdict against the neighbours now.</summary>
    public Verdict? VersusNeighboursNow { get; init; }

    /// <summary>Whether a verdict is another one than before.</summary>
    public bool Flipped =>
        VersusNationalWas is { } national && VersusNationalNow is { } now && national != now
        || VersusNeighboursWas is { } neighbours && VersusNeighboursNow is { } then && neighbours != then;
}

/// <summary>What changed from one snapshot to a later one of the same area.</summary>
/// <param name="Rows">One an indicator or part, in the order of the later snapshot; what is no longer reported stands
/// last.</param>
public sealed record SnapshotDifference(
    DateOnly AsAt,
    DateOnly Compiled,
    int Version,
    IReadOnlyList<RowDifference> Rows
)
{
    /// <summary>The notices of the files behind the earlier snapshot's figures: they hold also where those figures are
    /// given again.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    private sealed record Item(string Indicator, string Name, string? Part, SnapshotPlace Place);

    /// <summary>Compares two snapshots.</summary>
    public static SnapshotDifference Between(Snapshot earlier, Snapshot later)
    {
        var (before, after) = (Items(earlier), Items(later));
        var was = before.ToDictionary(i => (i.Indicator, i.Part));
        var now = after.Select(i => (i.Indicator, i.Part)).ToHashSet();
        var moved = Moved(before, after);
        string[] AreasOf(string indicator) =>
            [.. before.Where(i => i.Indicator == indicator).Select(i => i.Part ?? earlier.Area.Name)];
        return new(
            earlier.AsAt,
            earlier.Compiled,
            earlier.Version,
            [
                .. after.Select(i =>
                    moved.Contains(i.Indicator)
                        ? Row(null, i) with
                        {
                            Local = FigureChange.OtherAreas,
                            AreasWas = AreasOf(i.Indicator),
                        }
                        : Row(was.GetValueOrDefault((i.Indicator, i.Part)), i)
                ),
                .. before
                    .Where(i => !now.Contains((i.Indicator, i.Part)) && !moved.Contains(i.Indicator))
                    .Select(i => Row(i, null)),
            ]
        )
        {
            Notices = [.. NoticesOf(earlier)],
        };
    }

    // Indicators of which no area is in both.
    private static HashSet<string> Moved(List<Item> before, List<Item> after)
    {
        var both = before.Select(i => (i.Indicator, i.Part)).Intersect(after.Select(i => (i.Indicator, i.Part)));
        return
        [
            .. before
                .Select(i => i.Indicator)
                .Intersect(after.Select(i => i.Indicator))
                .Except(both.Select(i => i.Indicator)),
        ];
    }

    private static IEnumerable<string> NoticesOf(Snapshot snapshot)
    {
        var used = snapshot.Rows.SelectMany(r => r.Sources).ToHashSet();
        return snapshot.Inputs.Where(i => used.Contains(i.Release)).Select(i => i.Notice).OfType<string>().Distinct();
    }

    private static List<Item> Items(Snapshot snapshot) =>
        [
            .. snapshot.Rows.SelectMany(r =>
                r.Areas.Count == 0
                    ? [new Item(r.Indicator, r.Name, null, r)]
                    : r.Areas.Select(a => new Item(r.Indicator, r.Name, a.Name, a))
            ),
        ];

    private static RowDifference Row(Item? was, Item? now)
    {
        var item = now ?? was!;
        var (before, after) = (Local(was), Local(now));
        return new()
        {
            Indicator = item.Indicator,
            Name = item.Name,
            Part = item.Part,
            Local =
                was is null ? FigureChange.NewIndicator
                : now is null ? FigureChange.NoLongerReported
                : Change(before, after, was, now),
            Reason = after is null && now?.Place.Notes is [var why, ..] ? why : null,
            LocalWas = before,
            LocalNow = after,
            NationalWas = National(was),
            NationalNow = National(now),
            NeighboursWas = Neighbours(was),
            NeighboursNow = Neighbours(now),
            VersusNationalWas = was?.Place.VersusNational,
            VersusNationalNow = now?.Place.VersusNational,
            VersusNeighboursWas = was?.Place.VersusNeighbours,
            VersusNeighboursNow = now?.Place.VersusNeighbours,
        };
    }

    // A label does not say which of two periods is later; one that the earlier snapshot's history holds is the earlier.
    private static FigureChange Change(DatedFigure? was, DatedFigure? now, Item before, Item later) =>
        (was, now) switch
        {
            (null, null) => FigureChange.StillNoFigure,
            (null, _) => FigureChange.FirstFigure,
            (_, null) => later.Place.NoteCodes.Contains(NoteCode.TooOld)
                ? FigureChange.NoLongerCompared
                : FigureChange.Withdrawn,
            _ when was.Period == now.Period => was.Value == now.Value ? FigureChange.NoNewFigure : FigureChange.Revised,
            _ => before.Place.History.Any(p => p.Period == now.Period)
                ? FigureChange.Withdrawn
                : FigureChange.NewFigure,
        };

    private static DatedFigure? Local(Item? item) =>
        item?.Place.Local is { Value: { } value, Period: var period } ? new(value, period) : null;

    private static DatedFigure? National(Item? item) =>
        item?.Place.National is { Value: { } value, Period: var period } ? new(value, period) : null;

    private static DatedFigure? Neighbours(Item? item) =>
        item?.Place.Neighbours is { Shown: { } value, Period: { } period } ? new(value, period) : null;
}
