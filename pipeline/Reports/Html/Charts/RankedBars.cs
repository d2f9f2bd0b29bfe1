using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>
/// Draws the latest figures of the area and of each similar council by name, the best first: a bar from England's
/// figure to theirs, so that its length is the difference. The area's confidence interval is a thin line across its
/// bar.
/// </summary>
internal static class RankedBars
{
    private const double Left = 142;
    private const double LeastRoom = 44;
    private const double Gap = 8;
    private const double Top = 20;
    private const double Lane = 18;
    private const double TextLine = 14;
    private const double Thickness = 12;

    private sealed record Bar(string Name, decimal Value, bool IsArea)
    {
        // The figure as it is written beside the bar.
        public string Figure { get; init; } = "";

        // A long name takes several lines.
        public IReadOnlyList<string> Lines { get; } = TextRoom.Lines(Name, Left - 6, IsArea);

        public double Height => Lane + ((Lines.Count - 1) * TextLine);

        public string? Kind => IsArea ? "own" : null;
    }

    // Where a bar begins and ends, and where its lane and its figure are.
    private readonly record struct Place(double From, double To, double Y, double Figure);

    /// <summary>The drawing; null where there is nothing to compare the figure with.</summary>
    public static PageDrawing? Draw(ReportLine line)
    {
        var place = line.Place;
        if (
            place.Local?.Value is not { } local
            || (place.National?.Value is null && place.Neighbours is not { Figures.Count: > 0 })
        )
            return null;
        return Draw(
            line,
            line.Anchor + "-bars",
            [
                new(line.Area, local, true),
                .. (place.Neighbours?.Figures ?? []).Select(f => new Bar(f.Name, f.Value, false)),
            ],
            ChartText.Latest(line)
        );
    }

    /// <summary>The districts of the area, beside the area itself; null where none has a figure.</summary>
    public static PageDrawing? DrawDistricts(ReportLine line)
    {
        Bar[] districts =
        [
            .. from district in line.Row.Localities
            where district.Local?.Value is not null
            select new Bar(district.Name, district.Local!.Value!.Value, false),
        ];
        return districts.Length == 0
            ? null
            : Draw(
                line,
                line.Anchor + "-districts",
                [
                    .. line.Place.Local?.Value is { } local ? [new Bar(line.Area, local, true)] : Array.Empty<Bar>(),
                    .. districts,
                ],
                $"{line.Row.Name}: the districts, the best first."
            );
    }

    private static PageDrawing Draw(ReportLine line, string id, IReadOnlyList<Bar> unsorted, string caption)
    {
        var place = line.Place;
        var england = place.National?.Value;
        var bars = Sorted([.. unsorted.Select(b => b with { Figure = Figure(line, b, unsorted) })], line.Row.Polarity);
        var interval =
            place.Significance is { Lower: { } lower, Upper: { } upper } && bars.Any(b => b.IsArea)
                ? (lower, upper)
                : ((decimal, decimal)?)null;
        var scale = ChartScale.For([
            .. bars.Select(b => b.Value),
            .. england is { } e ? [e] : Array.Empty<decimal>(),
            .. interval is var (low, high) ? [low, high] : Array.Empty<decimal>(),
        ]);
        var right = SvgDrawing.Width - Gap - Math.Max(LeastRoom, bars.Max(b => TextRoom.Of(b.Figure, b.IsArea)));
        double X(decimal value) => scale.At(value, Left, right);
        var (bottom, from) = (Top + bars.Sum(b => b.Height), X(england ?? scale.From));

        var svg = new SvgDrawing();
        (double X, string Text)[] marks =
        [
            .. scale.Marks.Select(m => (X(m), FigureText.OnAxis(m, scale.Decimals, line.Row.Unit))),
        ];
        var every = Every(marks);
        foreach (var (i, (x, text)) in marks.Index())
        {
            svg.Line("grid", x, Top, x, bottom);
            if (i % every == 0)
                svg.Text(x, bottom + 16, text, "middle");
        }
        foreach (var (bar, i) in bars.Select((b, i) => (b, i)))
            Lay(svg, bar, new(from, X(bar.Value), TopOf(bars, i), right + Gap));
        if (interval is var (least, most))
            svg.Line("interval", X(least), Middle(bars), X(most), Middle(bars));
        if (england is { } its)
        {
            var text = $"England {Figure(line, its)}";
            svg.Line("england", from, Top - 2, from, bottom)
                .Text(Math.Min(from, SvgDrawing.Width - (TextRoom.Of(text) / 2)), Top - 7, text, "middle");
        }
        return new(id, svg.ToString(), SvgDrawing.Width, (int)bottom + 24, caption);
    }

    // Where there is no room for the figure of each mark, every second one has its figure, or every third.
    private static int Every((double X, string Text)[] marks)
    {
        var widest = marks.Max(m => TextRoom.Of(m.Text)) + 6;
        return Enumerable.Range(1, marks.Length).First(n => n >= marks.Length || marks[n].X - marks[0].X >= widest);
    }

    private static double TopOf(IReadOnlyList<Bar> bars, int at) => Top + bars.Take(at).Sum(b => b.Height);

    // The middle of the area's bar.
    private static double Middle(IReadOnlyList<Bar> bars)
    {
        var (at, own) = bars.Index().First(b => b.Item.IsArea);
        return TopOf(bars, at) + (own.Height / 2);
    }

    private static IReadOnlyList<Bar> Sorted(IReadOnlyList<Bar> bars, Polarity polarity) =>
        [
            .. (polarity == Polarity.Low ? bars.OrderBy(b => b.Value) : bars.OrderByDescending(b => b.Value)).ThenBy(
                b => b.Name,
                StringComparer.Ordinal
            ),
        ];

    private static string Figure(ReportLine line, decimal value) =>
        FigureText.OnAxis(value, line.Decimals, line.Row.Unit);

    // The area's figure has enough decimals to differ from each of the others.
    private static string Figure(ReportLine line, Bar bar, IEnumerable<Bar> all) =>
        FigureText.OnAxis(
            bar.Value,
            line.DecimalsBeside(bar.IsArea ? all.Select(b => b.Value) : [bar.Value]),
            line.Row.Unit
        );

    private static void Lay(SvgDrawing svg, Bar bar, Place at)
    {
        var (from, to, y, figure) = at;
        var middle = y + (bar.Height / 2);
        foreach (var (i, part) in bar.Lines.Index())
            svg.Text(Left - 6, y + 13 + (i * TextLine), part, "end", bar.Kind);
        svg.Box(
            bar.IsArea ? "bar own" : "bar",
            Math.Min(to, from),
            middle - (Thickness / 2),
            Math.Max(Math.Abs(to - from), 1.5),
            Thickness
        );
        svg.Text(figure, middle + 4, bar.Figure, "start", bar.Kind);
    }
}
