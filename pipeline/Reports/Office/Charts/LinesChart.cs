using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>The figures over time: the area, England and the similar councils' average. No line crosses a missing
/// figure, a period left out or a break in the series.</summary>
internal static class LinesChart
{
    private const int Trend = 3;

    // What stands on the axis where a line must not go on.
    private static readonly (string Label, HistoryPoint? Point) Break = ("break", null);
    private static readonly (string Label, HistoryPoint? Point) Gap = ("…", null);

    /// <summary>The chart; null where there are not two periods with a figure.</summary>
    public static OfficeChart? For(ReportLine line)
    {
        var history = line.Place.History;
        if (history.Count(h => h.Local is not null) < 2)
            return null;
        var points = Points(history).ToList();
        ChartSeries Series(string name, SeriesLook look, Func<HistoryPoint, decimal?> of) =>
            new(name, look, [.. points.Select(p => p.Point is { } point ? of(point) : null)]);
        var last = points.FindLastIndex(p => p.Point?.Local is not null);
        List<ChartSeries> series =
        [
            Series(line.Area, SeriesLook.Own, h => h.Local) with
            {
                Labelled = last,
                IsLabelBelow = points[last].Point is { Local: var own } end && own < (end.National ?? end.Neighbours),
            },
            Series("England", SeriesLook.England, h => h.National),
            Series("Similar councils", SeriesLook.Similar, h => h.Neighbours),
        ];
        series.RemoveAll(s => s.Values.All(v => v is null));
        return new(
            ChartTitle.OverTime(line),
            Subtitle(line, points),
            $"{line.Name}. {ChartText.OverTime(line)}",
            [.. points.Select(p => p.Label)],
            series
        )
        {
            IsLines = true,
            Scale = Scale(series),
            Decimals = line.Decimals,
            IsPercent = line.Row.Unit == "%",
        };
    }

    // A figure that is written below the lowest point would be on the periods, so the axis goes on below it.
    private static ChartScale Scale(List<ChartSeries> series)
    {
        var scale = ChartScale.For([.. series.SelectMany(s => s.Values).OfType<decimal>()]);
        return
            series[0] is { IsLabelBelow: true, Labelled: { } at } own && own.Values[at] < scale.From + (scale.Step / 2)
            ? scale with
            {
                From = scale.From - scale.Step,
            }
            : scale;
    }

    /// <summary>Whether the area's latest figures make a trend: three periods without a gap or a break between
    /// them.</summary>
    public static bool IsTrend(ReportLine line) =>
        Points(line.Place.History).TakeLast(Trend).Count(p => p.Point?.Local is not null) == Trend;

    // The periods, the unit where the axis does not show it, and which way is good.
    private static string Subtitle(ReportLine line, List<(string Label, HistoryPoint? Point)> points)
    {
        var unit = line.Row.Unit switch
        {
            "%" or "score" => "",
            "pp" => ", percentage points",
            var other => $", {other}",
        };
        return $"{points[0].Label} to {points[^1].Label}{unit}. {PlaceText.GoodIs(line.Row.Polarity)}.";
    }

    private static IEnumerable<(string Label, HistoryPoint? Point)> Points(IReadOnlyList<HistoryPoint> history)
    {
        var axis = TimeAxis.For([.. history.Select(h => h.Period)]);
        for (var i = 0; i < history.Count; i++)
        {
            if (i > 0 && history[i].Break is not null)
                yield return Break;
            else if (axis.IsGapBefore(i))
                yield return Gap;
            yield return (ChartText.Tick(history[i].Period), history[i]);
        }
    }
}
