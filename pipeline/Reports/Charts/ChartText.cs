using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Charts;

/// <summary>Says in words what a chart shows.</summary>
internal static partial class ChartText
{
    /// <summary>What the thin line across a bar is.</summary>
    public const string Interval = "A thin line across the council’s bar is the 95% confidence interval of its figure.";

    /// <summary>The latest figures, the neighbours' range, and which neighbours do better.</summary>
    public static string Latest(ReportLine line)
    {
        var place = line.Place;
        var parts = new List<string> { $"{line.Area} {line.Figure(place.Local!.Value)}" };
        if (place.National?.Value is { } england)
            parts.Add($"England {line.Figure(england)}{Of(place.National.Period)}");
        if (place.Neighbours is { Shown: { } average, Figures: { Count: > 0 } figures })
            parts.Add(
                $"similar councils’ average {line.Figure(average)}, from {line.Figure(figures.Min(f => f.Value))} to "
                    + $"{line.Figure(figures.Max(f => f.Value))}{Of(place.Neighbours.Period)}"
            );
        return $"{place.Local.Period}: {string.Join("; ", parts)}.{Neighbours(line)}";

        string Of(string? period) => PlaceText.Elsewhen(place, period);
    }

    /// <summary>The first and the latest figures over time, and the breaks between them.</summary>
    public static string OverTime(ReportLine line) =>
        Ends(line) + string.Concat(Breaks(line).Select(b => $" Break in the series before {b.Words}"));

    /// <summary>The first and the latest figures over time.</summary>
    public static string Ends(ReportLine line)
    {
        var history = line.Place.History;
        return $"{Point(line, history.First(h => h.Local is not null))} "
            + Point(line, history.Last(h => h.Local is not null));
    }

    /// <summary>The breaks between the figures over time: which figure is the first after it, its period and the
    /// reason.</summary>
    public static IEnumerable<(int At, string Words)> Breaks(ReportLine line) =>
        from point in line.Place.History.Index().Skip(1)
        where point.Item.Break is not null
        select (point.Index, $"{point.Item.Period}: {point.Item.Break}");

    /// <summary>What the latest figure shows, in a line above the charts.</summary>
    public static string Finding(ReportLine line)
    {
        var place = line.Place;
        if (place.Local?.Value is not { } now)
            return "";
        var moved =
            place.Previous is { Value: { } was } && place.Change is { } change
                ? change == 0
                    ? $"Unchanged at {line.Text(now)}"
                    : Moved(line, change, line.Text(was), line.Text(now))
                : line.Text(now);
        return place.National?.Value is { } england
            ? $"{moved}, {(now > england ? "above" : now < england ? "below" : "the same as")} England’s "
                + $"{line.Text(england)}{PlaceText.Elsewhen(place, place.National.Period)}."
            : $"{moved}.";
    }

    private static string Moved(ReportLine line, decimal change, string was, string now) =>
        line.Movement == Direction.NoChange
            ? $"No clear change ({was} to {now})"
            : $"{(change > 0 ? "Rose" : "Fell")} from {was} to {now}";

    /// <summary>A period below an axis: its year and quarter, or the label where it has none.</summary>
    public static string Tick(string period) => YearOf().Match(period) is { Success: true } year ? year.Value : period;

    [GeneratedRegex(
        @"(?<![0-9])[12][0-9]{3}(?:/[0-9]{2})?(?: Q[1-4])?(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex YearOf();

    private static string Point(ReportLine line, HistoryPoint point) =>
        $"{point.Period}: {line.Area} {line.Figure(point.Local)}"
        + (point.National is { } england ? $", England {line.Figure(england)}" : "")
        + (point.Neighbours is { } average ? $", similar councils’ average {line.Figure(average)}" : "")
        + ".";

    private static string Neighbours(ReportLine line) =>
        NeighbourCount.For(line.Row, line.Place) is not { } count
            ? ""
            : $" {line.Area} is "
                + count.Words
                + (
                    count.Ahead.Count > 0 && count.Ahead.Count < count.Having
                        ? $". Those that do better: {string.Join(", ", count.Ahead)}."
                        : "."
                );
}
