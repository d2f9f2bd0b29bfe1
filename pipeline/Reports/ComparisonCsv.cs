using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>
/// Writes comparison.csv: tidy, one row a figure, each with the file and the row it comes from. "place" is whose figure
/// it is, or whose verdict:
/// where it is the area itself, the verdicts are those that the narrative counts, one an indicator against each other
/// figure.
/// </summary>
internal static class ComparisonCsv
{
    private static readonly string[] Header =
    [
        "as_at",
        "compiled",
        "area_code",
        "area_name",
        "indicator_id",
        "indicator",
        "priority",
        "unit",
        "good_is",
        "place_code",
        "place_name",
        "figure",
        "figure_area_code",
        "figure_area_name",
        "period",
        "value",
        "status",
        "verdict",
        "n",
        "of",
        "feed",
        "series",
        "release",
        "file",
        "row",
        "column",
        "compared_as",
        "england_newest",
        "counted_with",
    ];

    private sealed record Line(string Figure, string? Code, string? Name)
    {
        public string? Period { get; init; }
        public decimal? Value { get; init; }
        public string? Status { get; init; }
        public Verdict? Verdict { get; init; }
        public int? N { get; init; }
        public int? Of { get; init; }
        public SnapshotSource? Source { get; init; }

        /// <summary>What the verdict compares with.</summary>
        public decimal? Compared { get; init; }
    }

    /// <summary>Writes the file.</summary>
    public static BinaryData Write(Snapshot snapshot)
    {
        using var file = new MemoryStream();
        using (var csv = SafeCsv.Create(file, Header))
        {
            foreach (var place in ReportLine.All(snapshot))
            {
                foreach (var line in place.IsWhole ? Verdicts(place) : Figures(place))
                    WriteLine(csv, snapshot, place, line);
            }
        }
        return new(file.ToArray());
    }

    // An indicator of several areas has verdicts and no figures: a row for a figure would look like one that is
    // missing.
    private static IEnumerable<Line> Verdicts(ReportLine line)
    {
        var row = line.Row;
        if (row.Return is { } later)
            yield return Return(line, later);
        yield return National(row);
        if (row.Areas.Select(a => a.Neighbours).FirstOrDefault(n => n is not null) is { } neighbours)
            yield return Neighbours(neighbours.Method, row.VersusNeighbours);
    }

    private static IEnumerable<Line> Figures(ReportLine line)
    {
        var (place, code, name) = (line.Place, line.Code, line.Area);
        yield return new("local", code, name)
        {
            Period = place.Local?.Period,
            Value = place.Local?.Value,
            Status = place.Local?.Status,
            Source = place.Local?.Source,
        };
        if (place.Return is { } later)
            yield return Return(line, later);
        if (place.Previous is { } previous)
            yield return new("previous", code, name)
            {
                Period = previous.Period,
                Value = previous.Value,
                Status = previous.Status,
                Source = previous.Source,
            };
        if (place.Change is { } change)
            yield return new("change", code, name)
            {
                Period = place.Local?.Period,
                Value = change,
                Status = ReportLine.MovementOf(place)?.Words(),
            };
        yield return National(place);
        if (place.Neighbours is not { } neighbours)
            yield break;
        yield return Neighbours(neighbours.Method, place.VersusNeighbours) with
        {
            Period = neighbours.Period,
            Value = neighbours.Value,
            Status = neighbours.Status,
            N = neighbours.N,
            Of = neighbours.Of,
            Compared = neighbours.Shown,
        };
        foreach (var figure in neighbours.Figures)
            yield return new("neighbour", figure.Code, figure.Name)
            {
                Period = neighbours.Period,
                Value = figure.Value,
                Status = figure.Status,
                Source = figure.Source,
            };
    }

    private static Line National(SnapshotPlace place) =>
        new("national", AreaRegister.England, "England")
        {
            Period = place.National?.Period,
            Value = place.National?.Value,
            Status = place.National?.Status,
            Verdict = place.VersusNational,
            Source = place.National?.Source,
            Compared = place.National?.Value,
        };

    private static Line Return(ReportLine line, SnapshotReturn later) =>
        new("council return", line.Code, line.Area)
        {
            Period = later.Period,
            Value = later.Value,
            Status = later.Status,
            Source = later.Source,
        };

    private static Line Neighbours(AverageMethod method, Verdict verdict) =>
        new($"neighbours {method.ToString().ToLowerInvariant()}", null, "Similar councils") { Verdict = verdict };

    private static void WriteLine(CsvWriter csv, Snapshot snapshot, ReportLine place, Line line)
    {
        var row = place.Row;
        csv.WriteField(snapshot.AsAt, "yyyy-MM-dd");
        csv.WriteField(snapshot.Compiled, "yyyy-MM-dd");
        csv.WriteText(snapshot.Area.Code);
        csv.WriteText(snapshot.Area.Name);
        csv.WriteText(row.Indicator);
        csv.WriteText(row.Name);
        csv.WriteText(row.Priority);
        csv.WriteText(row.Unit);
        csv.WriteField(row.Polarity.ToString().ToLowerInvariant());
        csv.WriteText(place.Code);
        csv.WriteText(place.Area);
        csv.WriteText(line.Figure);
        csv.WriteText(line.Code);
        csv.WriteText(line.Name);
        csv.WriteText(line.Period);
        csv.WriteField(line.Value);
        csv.WriteText(line.Status);
        csv.WriteField(line.Verdict?.Words() ?? "");
        csv.WriteField(line.N);
        csv.WriteField(line.Of);
        csv.WriteText(line.Source?.Feed);
        csv.WriteText(line.Source?.Series);
        csv.WriteText(line.Source?.Release);
        csv.WriteText(line.Source?.File);
        csv.WriteField(line.Source?.Row);
        csv.WriteText(line.Source?.ColumnAndRow);
        csv.WriteField(line.Compared);
        csv.WriteText(
            line.Verdict is null ? null
            : place.IsWhole ? row.NewestOfEngland
            : place.Place.NewerNational
        );
        csv.WriteText(line.Verdict is null ? null : row.CountsWith);
        csv.EndRecord();
    }
}
