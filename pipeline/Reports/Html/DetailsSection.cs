using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using ChildrensTrust.Pipeline.Snapshots;
using Fluid.Values;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>Each indicator by itself: charts, notes, other comparators, what another choice would have said, revisions,
/// localities and sources.</summary>
internal static class DetailsSection
{
    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot)
    {
        var published = snapshot.Inputs.DistinctBy(i => i.Release).ToDictionary(i => i.Release, SourceText.Dated);
        return new(
            "details",
            "Each indicator: charts and notes",
            [
                new PageText(
                    "Open an indicator for its charts, its notes and every figure behind them. The axes of the charts "
                        + "do not start at zero.",
                    "screen"
                ),
                .. Untested(snapshot) is { } untested ? [untested] : Array.Empty<PageBlock>(),
                .. IndicatorsSection
                    .Groups(ReportLine.WithFigures(snapshot))
                    .SelectMany(g =>
                        g.Select(l =>
                                (PageBlock)
                                    new PageIndicator(l.Anchor, l.Name, ChartText.Finding(l), [.. Blocks(l, published)])
                            )
                            .Prepend(new PageHeading(3, g.Key))
                    ),
            ]
        );
    }

    // Said once, and not at each indicator.
    private static PageText? Untested(Snapshot snapshot)
    {
        var figures = ReportLine.WithFigures(snapshot).Where(l => l.Place.Local?.Value is not null).ToList();
        var untested = figures.ConvertAll(l => PlaceText.WhyNotTested(l.Place.Significance)).OfType<string>().ToList();
        return untested.Count == 0
            ? null
            : new(
                $"{untested.Count} of {figures.Count} figures could not be tested for chance: "
                    + string.Join(
                        "; ",
                        untested
                            .GroupBy(why => why)
                            .OrderByDescending(same => same.Count())
                            .Select(same => $"for {same.Count()}, {same.Key["Not tested: ".Length..^1]}")
                    )
                    + "."
            );
    }

    private static IEnumerable<PageBlock> Blocks(ReportLine line, Dictionary<string, string> published)
    {
        var (row, place) = (line.Row, line.Place);
        if (row.About is { Length: > 0 } about)
            yield return new PageText(about);
        PageBlock?[] charts = [TrendChart.Draw(line), RankedBars.Draw(line)];
        if (charts.OfType<PageBlock>().ToList() is { Count: > 0 } drawn)
            yield return new PagePair(drawn);
        string[] notes = [.. !line.IsPart ? [] : row.Notes, .. place.Notes];
        if (notes.Length > 0)
            yield return PageList.From(notes);
        foreach (
            var text in new[]
            {
                PlaceText.Standing(place),
                PlaceText.Tested(row, place.Significance?.Lower is null ? place with { Significance = null } : place),
            }.Where(t => t.Length > 0)
        )
            yield return new PageText(text);
        foreach (var block in DetailTables.Blocks(line))
            yield return block;
        if (PlaceText.Source(place.Local?.Source) is { Length: > 0 } source)
        {
            var on = published.TryGetValue(place.Local!.Source.Release, out var day) ? $", {day}" : "";
            yield return new PageText($"Source: {source}{on}.", "meta");
        }
    }
}

/// <summary>One indicator's part of the page, folded on a screen.</summary>
/// <param name="Finding">What its latest figure shows.</param>
internal sealed record PageIndicator(string Anchor, string Name, string Finding, IReadOnlyList<PageBlock> Blocks)
    : PageBlock
{
    /// <summary>The blocks as html.</summary>
    public FluidValue Content => new PageContent(Blocks);
}
