using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports.Html;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>
/// Draws the latest figures of one indicator, a lane each: the area a diamond, England a cross, the neighbours' average
/// a square, each neighbour a ring, before the quartile bands of all authorities. Shapes and lanes tell them apart, not
/// colours alone.
/// </summary>
internal static class DotChart
{
    private const int Width = 400;
    private const double Left = 118;
    private const double Right = 378;
    private const double Top = 18;
    private const double Lane = 26;
    private const double TextLine = 13;
    private const int LettersALine = 17;

    private sealed record Dots(
        string Name,
        IReadOnlyList<decimal> Values,
        Func<SvgDrawing, double, double, SvgDrawing> Mark,
        string? Label
    );

    /// <summary>The drawing; null where there are not two figures to compare.</summary>
    public static PageDrawing? Draw(ReportLine line)
    {
        var place = line.Place;
        var neighbours = place.Neighbours?.Figures.Select(f => f.Value).ToList() ?? [];
        if (place.Local?.Value is not { } local || (neighbours.Count == 0 && place.National?.Value is null))
            return null;
        Dots[] lanes =
        [
            new(line.Area, [local], (svg, x, y) => svg.Local(x, y), line.Figure(local)),
            .. place.National?.Value is { } england
                ? [new Dots("England", [england], (svg, x, y) => svg.England(x, y), line.Figure(england))]
                : Array.Empty<Dots>(),
            .. place.Neighbours?.Shown is { } average
                ? [new Dots("Neighbours’ average", [average], (svg, x, y) => svg.Average(x, y), line.Figure(average))]
                : Array.Empty<Dots>(),
            .. neighbours.Count > 0
                ? [new Dots("Each neighbour", neighbours, (svg, x, y) => svg.Neighbour(x, y), null)]
                : Array.Empty<Dots>(),
        ];
        var scale = ChartScale.For([
            .. lanes.SelectMany(l => l.Values),
            .. place.Spread is { } s ? new[] { s.Minimum, s.Maximum } : [],
        ]);
        double X(decimal value) => scale.At(value, Left, Right);

        var svg = new SvgDrawing();
        var heights = lanes.Select(l => Math.Max(Lane, TextLine * Wrapped(l.Name).Count)).ToList();
        var bottom = Top + heights.Sum();
        if (place is { Spread: { } spread, Quartile: not null })
            Bands(svg, line.Row, spread, X, bottom);
        foreach (var mark in scale.Marks)
            svg.Line("grid", X(mark), bottom, X(mark), bottom + 4)
                .Text(X(mark), bottom + 18, FigureText.OnAxis(mark, scale.Decimals, line.Row.Unit), "middle");
        svg.Line("axis", Left, bottom, Right, bottom);
        var y = Top;
        foreach (var (lane, height) in lanes.Zip(heights))
        {
            Lay(svg, lane, X, y + (height / 2));
            y += height;
        }
        return new(line.Anchor + "-dots", svg.ToString(), Width, (int)bottom + 24, ChartText.Latest(line));
    }

    // Low figures stand at the left, so the best band does where low is good.
    private static void Bands(SvgDrawing svg, SnapshotRow row, Spread spread, Func<decimal, double> x, double bottom)
    {
        decimal[] ends = [spread.Minimum, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.Maximum];
        var names = row.Polarity == Catalogue.Polarity.Low ? "ABCD" : "DCBA";
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
        {
            var (from, to) = (x(ends[i]), x(ends[i + 1]));
            svg.Box(i % 2 == 0 ? "band shade" : "band", from, Top, to - from, bottom - Top);
            if (to - from >= 10)
                svg.Text((from + to) / 2, Top - 5, $"{name}", "middle");
        }
    }

    private static void Lay(SvgDrawing svg, Dots lane, Func<decimal, double> x, double y)
    {
        var words = Wrapped(lane.Name);
        foreach (var (word, i) in words.Select((w, i) => (w, i)))
            svg.Text(0, y + 4 + (TextLine * (i - ((words.Count - 1) / 2.0))), word);
        foreach (var value in lane.Values)
            lane.Mark(svg, x(value), y);
        if (lane.Label is not { } label)
            return;
        var at = x(lane.Values[0]);
        svg.Text(at > (Left + Right) / 2 ? at - 11 : at + 11, y + 4, label, at > (Left + Right) / 2 ? "end" : "start");
    }

    private static List<string> Wrapped(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > LettersALine)
                lines.Add(word);
            else
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }
        return lines;
    }
}
