using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;
using Fluid;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Writes report.html: one file without scripts or outside parts, from the template report.liquid. Every text is encoded by the template engine.</summary>
public static class HtmlReport
{
    private static readonly IFluidTemplate Template = Parse();
    private static readonly TemplateOptions Options = new() { MemberAccessStrategy = new UnsafeMemberAccessStrategy() };
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private sealed record Group(string Priority, IReadOnlyList<Line> Lines);

    private sealed record Line(
        string Indicator, string? Part, string About, string GoodIs, string Local, string LocalPeriod, string Change, string Previous,
        string National, string NationalPeriod, string Neighbours, string NeighboursPeriod, string Count,
        string VersusNational, string NationalMark, string VersusNeighbours, string NeighboursMark, string NationalTest, string NeighboursTest, string Standing, string Tested, string Source, IReadOnlyList<string> Notes, string? Chart, string? ChartText);

    private sealed record Input(string File, string Feed, string Published, string Basis, string Status, string Notice, string Release);

    private sealed record Notice(string Text, string Files, string All);

    /// <summary>Writes the page.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static string Write(Snapshot snapshot)
    {
        var context = new TemplateContext(
            new
            {
                snapshot.Title,
                Area = snapshot.Area.Name,
                AsAt = Date(snapshot.AsAt),
                Compiled = Date(snapshot.Compiled),
                snapshot.Version,
                snapshot.Catalogue,
                snapshot.Code,
                National = Narrative.National(snapshot),
                Neighbours = Narrative.Neighbours(snapshot),
                Groups = snapshot.Rows.GroupBy(r => r.Priority).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Group(g.Key, [.. g.SelectMany(r => Lines(r, snapshot.Area.Name))])).ToList(),
                NeighbourSetFrom = snapshot.NeighbourSet is { } set ? Date(set.From) : "",
                Members = snapshot.NeighbourSet?.Members ?? [],
                Actions = snapshot.Actions?.Items ?? [],
                snapshot.Findings,
                Inputs = snapshot.Inputs.Select(i => new Input(i.File, i.Feed, Date(i.Published), i.PublishedFrom, i.Status ?? "", i.Notice ?? "", i.Release)).ToList(),
                Notices = snapshot.Inputs.Where(i => i.Notice is not null).GroupBy(i => i.Notice!).Select(g => new Notice(g.Key, NumberWords.Of(g.Count()), NumberWords.Of(snapshot.Inputs.Count))).ToList(),
            },
            Options);
        return Template.Render(context, Encoder);
    }

    private static IEnumerable<Line> Lines(SnapshotRow row, string area) => row.Areas.Count == 0
        ? [LineOf(row, row, null, area)]
        : row.Areas.Select(a => LineOf(row, a, a.Name, a.Name));

    private static Line LineOf(SnapshotRow row, SnapshotPlace place, string? part, string name)
    {
        var decimals = FigureText.Decimals(row, place);
        string Figure(decimal? value) => value is { } v ? FigureText.Of(v, decimals, row.Unit) : "no figure";
        var chart = DotChart.Draw(row, place);
        return new(
            row.Name, part, row.About ?? "",
            row.Polarity switch { Polarity.High => "High is good", Polarity.Low => "Low is good", _ => "Neither high nor low is good" },
            Figure(place.Local?.Value), Period(place.Local?.Period, place.Local?.Status),
            place.Change is { } change ? $"{FigureText.Change(change, decimals, row.Unit)}, {place.Direction}" : "not known",
            place.Previous is { } previous ? $"from {Figure(previous.Value)} ({previous.Period})" : "",
            Figure(place.National?.Value), Period(place.National?.Period, place.National?.Status),
            Figure(place.Neighbours?.Value), place.Neighbours?.Period ?? "",
            place.Neighbours is { N: > 0 } n ? $"{n.N} of {n.Of}" : "",
            place.VersusNational.Words(), Mark(place.VersusNational), place.VersusNeighbours.Words(), Mark(place.VersusNeighbours),
            Test(place.Significance?.National, place.Significance?.NationalAt998), Test(place.Significance?.Neighbours, place.Significance?.NeighboursAt998),
            place.Rank is { } rank ? $"Rank {rank.Rank} of {rank.Of} authorities (1 is the best){(place.Quartile is { } band ? $", quartile band {band} (A is the best)" : "")}." : "",
            Tested(place.Significance, place.Trend, row),
            place.Local is { } local ? $"{local.Source.File}, row {local.Source.Row}, {local.Source.Column}" : "",
            place.Notes, chart, chart is null ? null : DotChart.Describe(row, place, name));
    }

    private static string Period(string? period, string? status) => status is null ? period ?? "" : $"{period}, {status}";

    private static string Test(string? at95, string? at998) => at95 is null ? "" : at95 == "similar" ? "no significant difference" : $"significantly {at95}{(at998 is not null && at998 == at95 ? " (also at 99.8%)" : "")}";

    private static string Tested(SnapshotSignificance? significance, string? trend, SnapshotRow row)
    {
        var interval = significance is { Lower: { } lower, Upper: { } upper }
            ? $"95% confidence interval {FigureText.Of(lower, row.Decimals + 1, row.Unit)} to {FigureText.Of(upper, row.Decimals + 1, row.Unit)} ({significance.Method})."
            : significance is null ? "" : $"Statistical significance {significance.Method}.";
        return trend is null ? interval : $"{interval} Trend over the five latest periods: {trend}.".TrimStart();
    }

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Exceeds => "▲",
        Verdict.DoesNotMeet => "▼",
        Verdict.InLine => "=",
        Verdict.Mixed => "◆",
        _ => "–",
    };

    private static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static IFluidTemplate Parse()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.liquid")!;
        using var text = new StreamReader(stream);
        return new FluidParser().Parse(text.ReadToEnd());
    }
}
