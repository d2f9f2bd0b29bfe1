using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>Appendix 2: every figure by priority, with its period and its verdicts.</summary>
internal static class AppendixPerformance
{
    private const string NoFigure = "no figure";

    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        yield return Block.Heading("Appendix 2: overview of performance");
        var lines = ReportLine.All(snapshot);
        // What has no figure has a sentence, and no row of dashes.
        var without = lines.Where(l => !l.IsWhole && l.Place is { Local: null, Return: null }).ToList();
        var shown = lines.Except(without).ToList();
        if (shown.Count > 0)
        {
            yield return Block.Plain(
                "For England and the similar councils’ average, a period or status is shown only if it differs from "
                    + $"that for {snapshot.Area.Name}."
            );
            yield return Table(snapshot.Area.Name, shown);
        }
        if (without.Count > 0)
            yield return Block.Plain(
                $"No figure for {snapshot.Area.Name} to report: {string.Join("; ", without.Select(l => l.Name))}. "
                    + "Appendix 3 says why."
            );
    }

    private static Block.Table Table(string area, IReadOnlyList<ReportLine> lines) =>
        new(
            "The performance indicators, by priority",
            $"One row for each indicator, below the title of its priority: the figure for {area}, its change, "
                + "England’s figure and the average of similar councils, each with the verdict.",
            [
                new("Indicator", 34),
                new(area, 21, IsNumber: true, NoFigure),
                new("Change", 30, Otherwise: "not known"),
                new("England", 15, IsNumber: true, NoFigure),
                new("Compared with England", 15),
                new("Similar councils’ average", 15, IsNumber: true, NoFigure),
                new("Compared with similar councils", 15),
                new("Rank (1 is the best)", 13, IsNumber: true, Otherwise: "not ranked"),
            ],
            [
                .. lines
                    .GroupBy(l => l.Row.Priority)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .SelectMany(g => g.Select(Row).Prepend([g.Key])),
            ]
        );

    private static IReadOnlyList<string> Row(ReportLine line)
    {
        var place = line.Place;
        var own = PlaceText.Period(place.Local?.Period, place.Local?.Status);
        string Figure(decimal? value, params ReadOnlySpan<string> below) =>
            value is { } v ? Lines([FigureText.OnAxis(v, line.Decimals, line.Row.Unit), .. below])
            : line.IsWhole ? "see each area"
            : "";
        string Unless(string period, string known) => period == known ? "" : period;
        return
        [
            Lines(line.Name, About(line)),
            Lines(Figure(place.Local?.Value, own), PlaceText.Return(line.Row, place)),
            place.Change is not null ? Lines(line.Change, line.Previous)
            : line.IsWhole ? "see each area"
            : "",
            Figure(
                place.National?.Value,
                Unless(PlaceText.Period(place.National?.Period, place.National?.Status), own)
            ),
            place.VersusNational.Words(),
            Figure(
                place.Neighbours?.Shown,
                place.Neighbours?.Status is null
                    ? Unless(place.Neighbours?.Period ?? "", place.Local?.Period ?? "")
                    : Unless(PlaceText.Period(place.Neighbours.Period, place.Neighbours.Status), own),
                place.Neighbours is { } n && n.N < n.Of ? $"{n.N} of {n.Of}" : ""
            ),
            place.VersusNeighbours.Words(),
            place.Rank is { } rank ? $"{rank.Rank} of {rank.Of}" : "",
        ];
    }

    // Which way is good, and the unit where the figures do not show it.
    private static string About(ReportLine line) =>
        PlaceText.GoodIs(line.Row.Polarity)
        + line.Row.Unit switch
        {
            "%" or "score" => "",
            "pp" => "; percentage points",
            var unit => $"; {unit}",
        };

    private static string Lines(params ReadOnlySpan<string> parts)
    {
        var some = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
                some.Add(part);
        }
        return string.Join('\n', some);
    }
}
