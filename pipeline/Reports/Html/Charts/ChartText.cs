using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Html;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>Says in words what a chart shows.</summary>
internal static class ChartText
{
    /// <summary>The latest figures, the neighbours' range, and which neighbours do better.</summary>
    public static string Latest(ReportLine line)
    {
        var place = line.Place;
        var parts = new List<string> { $"{line.Area} {line.Figure(place.Local!.Value)}" };
        if (place.National?.Value is { } england)
            parts.Add($"England {line.Figure(england)}{Of(place.National.Period)}");
        if (place.Neighbours is { Shown: { } average, Figures: { Count: > 0 } figures })
            parts.Add(
                $"neighbours’ average {line.Figure(average)}, from {line.Figure(figures.Min(f => f.Value))} to "
                    + $"{line.Figure(figures.Max(f => f.Value))}{Of(place.Neighbours.Period)}"
            );
        return $"{place.Local.Period}: {string.Join("; ", parts)}.{Neighbours(line)}{Band(line)}";

        string Of(string? period) => PlaceText.Elsewhen(place, period);
    }

    /// <summary>The first and the latest figures over time, and the breaks between them.</summary>
    public static string OverTime(ReportLine line)
    {
        var history = line.Place.History;
        var (first, last) = (history.First(h => h.Local is not null), history.Last(h => h.Local is not null));
        var breaks = history
            .Skip(1)
            .Where(h => h.Break is not null)
            .Select(h => $" Break in the series before {h.Period}: {h.Break}");
        return $"{Point(line, first)} {Point(line, last)}{string.Concat(breaks)}";
    }

    private static string Point(ReportLine line, HistoryPoint point) =>
        $"{point.Period}: {line.Area} {line.Figure(point.Local)}"
        + (point.National is { } england ? $", England {line.Figure(england)}" : "")
        + (point.Neighbours is { } average ? $", neighbours’ average {line.Figure(average)}" : "")
        + ".";

    private static string Neighbours(ReportLine line) =>
        NeighbourCount.For(line.Row, line.Place) is not { } count
            ? ""
            : $" {line.Area} is "
                + count.Words
                + (count.Ahead.Count > 0 ? $". Those that do better: {string.Join(", ", count.Ahead)}." : ".");

    private static string Band(ReportLine line) =>
        line.Place is { Quartile: { } band, Spread: not null } ? $" It is in band {band} of all authorities." : "";
}
