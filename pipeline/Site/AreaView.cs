using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Html;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>One place's comparison for one indicator, as people are shown it. Everything in it is in the
/// snapshot.</summary>
internal sealed record AreaView
{
    /// <summary>The indicator's page.</summary>
    public required PageLink Indicator { get; init; }

    /// <summary>The name of the place.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is one of several areas over which the indicator is measured.</summary>
    public required bool IsPart { get; init; }

    /// <summary>The unit of its figures, where it is not % and not a score; otherwise empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Its figure; null where there is none.</summary>
    public FigureView? Local { get; init; }

    /// <summary>England's figure.</summary>
    public FigureView? National { get; init; }

    /// <summary>The neighbours' average.</summary>
    public FigureView? Neighbours { get; init; }

    /// <summary>How many of the neighbours have a figure, such as "9 of 10".</summary>
    public string Count { get; init; } = "";

    /// <summary>The change since the period before, in words; empty where it is not known.</summary>
    public string Change { get; init; } = "";

    /// <summary>The verdict against England.</summary>
    public required VerdictView VersusNational { get; init; }

    /// <summary>The verdict against the neighbours' average.</summary>
    public required VerdictView VersusNeighbours { get; init; }

    /// <summary>Rank and band, in a sentence; empty where there is none.</summary>
    public string Standing { get; init; } = "";

    /// <summary>Interval and trend, in sentences; empty where there is neither.</summary>
    public string Tested { get; init; } = "";

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The figures over time, the latest first.</summary>
    public IReadOnlyList<ShownPoint> History { get; init; } = [];

    /// <summary>Its drawings: the latest figures, and the figures over time; none where the page shows none.</summary>
    public IReadOnlyList<ChartView> Charts { get; init; } = [];

    /// <summary>The places of a snapshot, in the one order of every form.</summary>
    public static IReadOnlyList<AreaView> AllOf(Snapshot snapshot) =>
        [.. ReportLine.WithFigures(snapshot).Select(Create)];

    /// <summary>The places of a row: the area itself, or its parts.</summary>
    public static IReadOnlyList<AreaView> AllOf(SnapshotRow row, SnapshotArea area) =>
        [.. ReportLine.WithFigures(row, area).Select(Create)];

    /// <summary>The places of a row with their drawings.</summary>
    public static IReadOnlyList<AreaView> Drawn(SnapshotRow row, SnapshotArea area) =>
        [.. ReportLine.WithFigures(row, area).Select(line => Create(line) with { Charts = Draw(line) })];

    private static IReadOnlyList<ChartView> Draw(ReportLine line) =>
        [
            .. new[] { TrendChart.Draw(line), RankedBars.Draw(line) }
                .OfType<PageDrawing>()
                .Select(d => new ChartView(d.Caption, d.Html())),
        ];

    private static AreaView Create(ReportLine line)
    {
        var (row, place) = (line.Row, line.Place);
        FigureView? Figure(decimal? value, string? period, string? status, SnapshotSource? source) =>
            value is { } v ? new(v, Text(v), PlaceText.Period(period, status), source) : null;
        ShownNumber? Number(decimal? value) => value is { } v ? new(v, Text(v)) : null;
        string Text(decimal value) => FigureText.OnAxis(value, line.Decimals, row.Unit);
        var local = Figure(place.Local?.Value, place.Local?.Period, place.Local?.Status, place.Local?.Source);
        return new()
        {
            Indicator = PageLink.Indicator(row.Indicator, row.Name),
            Name = line.Area,
            IsPart = line.IsPart,
            Unit = FigureText.UnitInHeading(row.Unit),
            Local = local is null ? null : local with { Later = PlaceText.Return(row, place) },
            National = Figure(
                place.National?.Value,
                place.National?.Period,
                place.National?.Status,
                place.National?.Source
            ),
            Neighbours = Figure(place.Neighbours?.Shown, place.Neighbours?.Period, place.Neighbours?.Status, null),
            Count = place.Neighbours is { N: > 0 } n ? $"{n.N} of {n.Of}" : "",
            Change = place.Change is null ? "" : $"{line.Change}, {line.Previous}",
            VersusNational = VerdictView.From(
                place.VersusNational,
                PlaceText.Test(place.Significance?.National, place.Significance?.NationalAt998)
            ),
            VersusNeighbours = VerdictView.From(
                place.VersusNeighbours,
                PlaceText.Test(place.Significance?.Neighbours, place.Significance?.NeighboursAt998)
            ),
            Standing = PlaceText.Standing(place),
            Tested = PlaceText.Tested(row, place),
            Notes = place.Notes,
            History =
            [
                .. place
                    .History.Reverse()
                    .Select(p => new ShownPoint(
                        p.Period,
                        Number(p.Local),
                        Number(p.National),
                        Number(p.Neighbours),
                        p.Break
                    )),
            ],
        };
    }
}
