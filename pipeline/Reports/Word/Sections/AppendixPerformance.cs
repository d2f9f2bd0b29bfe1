using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>Appendix 2: a table a priority, with every figure, its period and its verdicts.</summary>
internal static class AppendixPerformance
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot) =>
        [
            Block.Heading("Appendix 2: overview of performance"),
            .. ReportLine
                .All(snapshot)
                .GroupBy(l => l.Row.Priority)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Table(snapshot.Area.Name, g.Key, [.. g])),
        ];

    private static Block.Table Table(string area, string priority, IReadOnlyList<ReportLine> lines) =>
        new(
            priority,
            $"One row for each indicator of {priority}: the figure for {area}, its change, England’s figure and "
                + "the average of the statistical neighbours, each with its period and the verdict.",
            [
                ("Indicator", 30, false),
                (area, 18, true),
                ("Change", 24, false),
                ("England", 18, true),
                ("Compared with England", 16, false),
                ("Neighbours’ average", 20, true),
                ("Compared with neighbours", 16, false),
            ],
            [.. lines.Select(Row)]
        );

    private static string[] Row(ReportLine line)
    {
        var place = line.Place;
        string Figure(decimal? value, string? period) =>
            value is { } v ? $"{line.Text(v)}\n{period}"
            : line.IsWhole ? "see each area"
            : "no figure";
        return
        [
            $"{line.Name}\n{PlaceText.GoodIs(line.Row.Polarity)}",
            Figure(place.Local?.Value, PlaceText.Period(place.Local?.Period, place.Local?.Status))
                + (PlaceText.Return(line.Row, place) is { Length: > 0 } later ? $"\n{later}" : ""),
            place.Change is not null ? $"{line.Change}\n{line.Previous}"
            : line.IsWhole ? "see each area"
            : "not known",
            Figure(place.National?.Value, PlaceText.Period(place.National?.Period, place.National?.Status)),
            place.VersusNational.Words(),
            Figure(place.Neighbours?.Shown, place.Neighbours is { } n ? $"{n.Period}, {n.N} of {n.Of}" : null),
            place.VersusNeighbours.Words(),
        ];
    }
}
