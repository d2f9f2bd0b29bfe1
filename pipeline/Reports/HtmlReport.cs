using System.Text.Encodings.Web;
using System.Text.Unicode;
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
                AsAt = PlaceText.Date(snapshot.AsAt),
                Compiled = PlaceText.Date(snapshot.Compiled),
                snapshot.Version,
                snapshot.Catalogue,
                snapshot.Code,
                National = Narrative.National(snapshot),
                Neighbours = Narrative.Neighbours(snapshot),
                Groups = snapshot.Rows.GroupBy(r => r.Priority).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Group(g.Key, [.. g.SelectMany(r => Lines(r, snapshot.Area.Name))])).ToList(),
                NeighbourSetFrom = snapshot.NeighbourSet is { } set ? PlaceText.Date(set.From) : "",
                Members = snapshot.NeighbourSet?.Members ?? [],
                Actions = snapshot.Actions?.Items ?? [],
                snapshot.Findings,
                Inputs = snapshot.Inputs.Select(i => new Input(i.File, i.Feed, PlaceText.Date(i.Published), i.PublishedFrom, i.Status ?? "", i.Notice ?? "", i.Release)).ToList(),
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
            PlaceText.GoodIs(row.Polarity),
            Figure(place.Local?.Value), PlaceText.Period(place.Local?.Period, place.Local?.Status),
            place.Change is { } change ? $"{FigureText.Change(change, decimals, row.Unit)}, {place.Direction}" : "not known",
            place.Previous is { } previous ? $"from {Figure(previous.Value)} ({previous.Period})" : "",
            Figure(place.National?.Value), PlaceText.Period(place.National?.Period, place.National?.Status),
            Figure(place.Neighbours?.Value), place.Neighbours?.Period ?? "",
            place.Neighbours is { N: > 0 } n ? $"{n.N} of {n.Of}" : "",
            place.VersusNational.Words(), PlaceText.Mark(place.VersusNational), place.VersusNeighbours.Words(), PlaceText.Mark(place.VersusNeighbours),
            PlaceText.Test(place.Significance?.National, place.Significance?.NationalAt998), PlaceText.Test(place.Significance?.Neighbours, place.Significance?.NeighboursAt998),
            PlaceText.Standing(place),
            PlaceText.Tested(row, place),
            PlaceText.Source(place.Local?.Source),
            place.Notes, chart, chart is null ? null : DotChart.Describe(row, place, name));
    }

    private static IFluidTemplate Parse()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.liquid")!;
        using var text = new StreamReader(stream);
        return new FluidParser().Parse(text.ReadToEnd());
    }
}
