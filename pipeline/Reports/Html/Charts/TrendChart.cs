using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Reports.Html;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>
/// Draws the figures over time: the area, England and the similar councils' average, each with its mark, its own kind
/// of line and its name at the end of it. No line crosses a missing figure, a period left out or a break in the
/// series, and each break has a number, by
/// which its reason stands below.
/// </summary>
internal static class TrendChart
{
    private const int Height = 222;
    private const double Left = 46;
    private const double Right = 228;
    private const double Top = 36;
    private const double Bottom = 190;
    private const double TextLine = 14;
    private const double LabelGap = 4;
    private const double LabelAt = Right + 8;

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
        if (line.Row.Unit is not ("%" or "score"))
            svg.Text(0, 12, line.Row.Unit == "pp" ? "percentage points" : line.Row.Unit);
        var breaks = ChartText.Breaks(line).ToList();
        foreach (var (number, (first, _)) in breaks.Index())
        {
            var x = (X(first - 1) + X(first)) / 2;
            svg.Line("break", x, Top - 4, x, Bottom).Text(x, Top - 9, $"{number + 1}", "middle", "own");
        }
        var ends = new List<LineEnd>();
        Series("of-england", "England", h => h.National, (x, y) => svg.England(x, y));
        Series("of-average", "similar councils", h => h.Neighbours, (x, y) => svg.Average(x, y));
        Series("of-local", line.Area, h => h.Local, (x, y) => svg.Local(x, y));
        Label(svg, ends);
        Ticks(svg, history, X);
        return new(line.Anchor + "-trend", svg.ToString(), SvgDrawing.Width, Height, ChartText.Ends(line))
        {
            Breaks = [.. breaks.Select(b => b.Words)],
        };

        void Series(string kind, string name, Func<HistoryPoint, decimal?> of, Action<double, double> mark)
        {
            if (history.LastOrDefault(h => of(h) is not null) is { } last)
                ends.Add(
                    new(
                        Y(of(last)!.Value),
                        FigureText.OnAxis(of(last)!.Value, line.Decimals, line.Row.Unit),
                        TextRoom.Lines(name, SvgDrawing.Width - LabelAt, kind == "of-local"),
                        kind == "of-local" ? "own" : null
                    )
                );
            foreach (var run in Runs(history, of, at).Where(r => r.Count > 1))
                svg.Through(kind, [.. run.Select(i => (X(i), Y(of(history[i])!.Value)))]);
            foreach (var (point, i) in history.Select((p, i) => (p, i)))
            {
                if (of(point) is { } value)
                    mark(X(i), Y(value));
            }
        }
    }

    // The figure and below it the name of the line, as near to its end as the others leave room.
    private static void Label(SvgDrawing svg, List<LineEnd> ends)
    {
        var free = double.MinValue;
        var sorted = ends.OrderBy(e => e.Y).ToList();
        foreach (var (i, end) in sorted.Index())
        {
            var last = Bottom + TextLine + LabelGap - sorted.Skip(i).Sum(e => e.Room);
            var at = Math.Max(free, Math.Min(end.Y, last));
            foreach (var (row, text) in end.Name.Prepend(end.Figure).Index())
                svg.Text(LabelAt, at + (row * TextLine), text, "start", end.Kind);
            free = at + end.Room;
        }
    }

    // The first and the last period, and those between that have room.
    private static void Ticks(SvgDrawing svg, IReadOnlyList<HistoryPoint> history, Func<int, double> x)
    {
        var last = history.Count - 1;
        var labels = history.Select(h => ChartText.Tick(h.Period)).ToList();
        double From(int i) => x(i) - (TextRoom.Of(labels[i]) / 2);
        double To(int i) => x(i) + (TextRoom.Of(labels[i]) / 2) + 6;
        var free = double.MinValue;
        for (var i = 0; i <= last; i++)
        {
            if (i > 0 && i < last && (From(i) < free || To(i) > From(last)))
                continue;
            free = To(i);
            svg.Line("grid", x(i), Bottom, x(i), Bottom + 4).Text(x(i), Bottom + 18, labels[i], "middle");
        }
    }

    // Where a line ends, and what it is.
    private sealed record LineEnd(double Y, string Figure, IReadOnlyList<string> Name, string? Kind)
    {
        public double Room => ((1 + Name.Count) * TextLine) + LabelGap;
    }

    // The points that a line may join.
    internal static List<List<int>> Runs(
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
