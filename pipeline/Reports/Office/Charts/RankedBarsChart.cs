using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>The latest figures of the area and of each similar council by name, the best first: a bar from England's
/// figure to theirs, so that its length is the difference. The area's confidence interval is a line across its
/// bar.</summary>
internal static class RankedBarsChart
{
    private sealed record Bar(string Name, decimal Value, SeriesLook Look);

    /// <summary>The chart; null where no similar council has a figure.</summary>
    public static OfficeChart? For(ReportLine line)
    {
        var place = line.Place;
        var england = place.National?.Value;
        var neighbours = place.Neighbours?.Figures ?? [];
        if (place.Local is not { Value: { } local } || neighbours.Count == 0)
            return null;
        var bars = Sorted(
            [
                new(line.Area, local, SeriesLook.Own),
                .. neighbours.Select(f => new Bar(f.Name, f.Value, SeriesLook.Similar)),
            ],
            line.Row.Polarity
        );
        var interval = place.Significance is { Lower: { } lower, Upper: { } upper }
            ? (local - lower, upper - local)
            : ((decimal, decimal)?)null;
        return new(
            ChartTitle.Beside(line),
            Subtitle(line),
            $"{line.Name}. {ChartText.Latest(line)}",
            // A figure at the end of its bar would be under the interval.
            [.. bars.Select(b => $"{b.Name} {FigureText.OnAxis(b.Value, Decimals(b), line.Row.Unit)}")],
            [
                Series(line.Area, SeriesLook.Own) with
                {
                    Interval = interval,
                },
                Series("Similar councils", SeriesLook.Similar),
            ]
        )
        {
            IsLines = false,
            Scale = ChartScale.For([
                .. bars.Select(b => b.Value),
                england ?? 0,
                place.Significance?.Lower ?? local,
                place.Significance?.Upper ?? local,
            ]),
            Decimals = line.Decimals,
            IsPercent = line.Row.Unit == "%",
            From = england,
        };

        // The area's figure has enough decimals to differ from each of the others.
        int Decimals(Bar bar) =>
            line.DecimalsBeside(bar.Look == SeriesLook.Own ? bars.Select(b => b.Value) : [bar.Value]);

        ChartSeries Series(string name, SeriesLook look) =>
            new(name, look, [.. bars.Select(b => b.Look == look ? b.Value : (decimal?)null)]);
    }

    private static string Subtitle(ReportLine line)
    {
        var place = line.Place;
        var order = line.Row.Polarity == Polarity.Neutral ? "highest first" : "best first";
        return $"{place.Local!.Period}, {order}."
            + (
                place.National?.Value is { } england
                    ? $" Line: England {FigureText.OnAxis(england, line.Decimals, line.Row.Unit)}"
                        + $"{PlaceText.Elsewhen(place, place.National.Period)}."
                    : ""
            );
    }

    private static List<Bar> Sorted(IReadOnlyList<Bar> bars, Polarity polarity) =>
        [
            .. (polarity == Polarity.Low ? bars.OrderBy(b => b.Value) : bars.OrderByDescending(b => b.Value)).ThenBy(
                b => b.Name,
                StringComparer.Ordinal
            ),
        ];
}
