using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>Draws the figures over time very small, to see many at once: the area and, dashed, England; the last figure
/// of the area is a dot.</summary>
internal static class SmallTrend
{
    private const int Width = 200;
    private const int Height = 72;
    private const double Margin = 8;

    /// <summary>The drawing; null where there are not two periods with a figure.</summary>
    public static CellDrawing? Draw(ReportLine line)
    {
        var history = line.Place.History;
        if (history.Count(h => h.Local is not null) < 2)
            return null;
        var values = history.SelectMany(h => new[] { h.Local, h.National }).OfType<decimal>().ToList();
        var (low, high) = (values.Min(), values.Max());
        var at = TimeAxis.For([.. history.Select(h => h.Period)]);
        double X(int i) => Margin + (at.Share(i) * (Width - (2 * Margin)));
        double Y(decimal value) =>
            low == high
                ? Height / 2
                : Height - Margin - ((double)((value - low) / (high - low)) * (Height - (2 * Margin)));

        var svg = new SvgDrawing();
        Series("of-england", h => h.National);
        Series("of-local", h => h.Local);
        var last = history.Index().Last(h => h.Item.Local is not null);
        svg.Dot("local", X(last.Index), Y(last.Item.Local!.Value), 4.5);
        return new(svg.ToString(), Width, Height, ChartText.OverTime(line));

        void Series(string kind, Func<HistoryPoint, decimal?> of)
        {
            foreach (var run in TrendChart.Runs(history, of, at).Where(r => r.Count > 1))
                svg.Through(kind, [.. run.Select(i => (X(i), Y(of(history[i])!.Value)))]);
        }
    }
}
