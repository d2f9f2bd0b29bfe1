using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Html;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>
/// Draws the figures over time: the area, England and the neighbours' average, each with its mark and its own kind of
/// line. No line crosses a missing figure, a period left out or a break in the series, and a break is marked.
/// </summary>
internal static class TrendChart
{
    private const int Width = 400;
    private const int Height = 190;
    private const double Left = 48;
    private const double Right = 388;
    private const double Top = 18;
    private const double Bottom = 158;

    /// <summary>The drawing; null where there are not two periods with a figure.</summary>
    public static PageDrawing? Draw(ReportLine line)
    {
        var history = line.Place.History;
        if (history.Count(h => h.Local is not null) < 2)
            return null;
        var scale = ChartScale.For([
            .. history.SelectMany(h => new[] { h.Local, h.National, h.Neighbours }).OfType<decimal>(),
        ]);
        var at = TimeAxis.For([.. history.Select(h => h.Period)]);
        double X(int i) => Left + 8 + (at.Share(i) * (Right - Left - 16));
        double Y(decimal value) => scale.At(value, Bottom, Top);

        var svg = new SvgDrawing();
        foreach (var mark in scale.Marks)
            svg.Line("grid", Left, Y(mark), Right, Y(mark))
                .Text(Left - 5, Y(mark) + 4, FigureText.OnAxis(mark, scale.Decimals, line.Row.Unit), "end");
        foreach (var (point, i) in history.Select((p, i) => (p, i)).Where(p => p.p.Break is not null && p.i > 0))
            svg.Line("break", (X(i - 1) + X(i)) / 2, Top - 4, (X(i - 1) + X(i)) / 2, Bottom)
                .Text((X(i - 1) + X(i)) / 2, Top - 7, "break", "middle");
        Series("of-england", h => h.National, (x, y) => svg.England(x, y));
        Series("of-average", h => h.Neighbours, (x, y) => svg.Average(x, y));
        Series("of-local", h => h.Local, (x, y) => svg.Local(x, y));
        svg.Text(Left, Height - 8, history[0].Period).Text(Right, Height - 8, history[^1].Period, "end");
        return new(line.Anchor + "-trend", svg.ToString(), Width, Height, ChartText.OverTime(line))
        {
            Key = new(line.Area, history.Any(h => h.National is not null), history.Any(h => h.Neighbours is not null)),
        };

        void Series(string kind, Func<HistoryPoint, decimal?> of, Action<double, double> mark)
        {
            foreach (var run in Runs(history, of, at).Where(r => r.Count > 1))
                svg.Through(kind, [.. run.Select(i => (X(i), Y(of(history[i])!.Value)))]);
            foreach (var (point, i) in history.Select((p, i) => (p, i)))
            {
                if (of(point) is { } value)
                    mark(X(i), Y(value));
            }
        }
    }

    // The points that a line may join.
    private static List<List<int>> Runs(
        IReadOnlyList<HistoryPoint> history,
        Func<HistoryPoint, decimal?> of,
        TimeAxis at
    )
    {
        var runs = new List<List<int>>();
        for (var i = 0; i < history.Count; i++)
        {
            if (of(history[i]) is null)
                continue;
            if (runs.Count == 0 || runs[^1][^1] != i - 1 || history[i].Break is not null || at.IsGapBefore(i))
                runs.Add([]);
            runs[^1].Add(i);
        }
        return runs;
    }
}
