using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>Which figures their publishers call provisional.</summary>
internal static class ProvisionalSection
{
    private const string Provisional = "provisional";
    private static readonly PageColumn[] Columns =
    [
        new("Indicator"),
        new("Whose figure"),
        new("Figure", IsNumber: true),
        new("Period"),
    ];

    private sealed record Item(ReportLine Line, string Whose, decimal? Value, string? Period, string? Status);

    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot)
    {
        var status = snapshot.Inputs.DistinctBy(i => i.Release).ToDictionary(i => i.Release, i => i.Status);
        var items = ReportLine
            .WithFigures(snapshot)
            .SelectMany(l => Items(l, status))
            .Where(i => i.Value is not null)
            .ToList();
        var provisional = items.Where(i => i.Status == Provisional).ToList();
        var unstated = items.Count(i => i.Status is null);
        return new(
            "provisional",
            "Provisional figures",
            [
                new PageText(
                    provisional.Count == 0
                        ? "No figure of this comparison is marked provisional by its publisher."
                        : "These figures are marked provisional by their publishers and may be revised. A verdict "
                            + "that rests on one may change."
                ),
                .. provisional.Count == 0
                    ? Array.Empty<PageBlock>()
                    : [PageTable.Create("Provisional figures", Columns, provisional.Select(Row))],
                .. unstated == 0
                    ? Array.Empty<PageBlock>()
                    :
                    [
                        new PageText(
                            $"Of the {items.Count} figures behind this comparison, {unstated} "
                                + $"{(unstated == 1 ? "comes" : "come")} from files that do not say whether they are "
                                + "provisional or final.",
                            "meta"
                        ),
                    ],
            ]
        );
    }

    private static IEnumerable<Item> Items(ReportLine line, Dictionary<string, string?> status)
    {
        string? Of(SnapshotSource source) => status.GetValueOrDefault(source.Release);
        var place = line.Place;
        if (place.Local is { } local)
            yield return new(line, line.Area, local.Value, local.Period, local.Status ?? Of(local.Source));
        if (place.Return is { } later)
            yield return new(
                line,
                $"{line.Area}, the council’s own later figure",
                later.Value,
                later.Period,
                later.Status ?? Of(later.Source)
            );
        if (place.Previous is { } previous)
            yield return new(
                line,
                $"{line.Area}, the previous figure",
                previous.Value,
                previous.Period,
                previous.Status ?? Of(previous.Source)
            );
        if (place.National is { } national)
            yield return new(line, "England", national.Value, national.Period, national.Status ?? Of(national.Source));
        foreach (var neighbour in place.Neighbours?.Figures ?? [])
            yield return new(
                line,
                neighbour.Name,
                neighbour.Value,
                place.Neighbours!.Period,
                neighbour.Status ?? Of(neighbour.Source)
            );
    }

    private static PageRow Row(Item item) =>
        new(PageCell.To(item.Line), item.Whose, item.Line.Figure(item.Value), item.Period ?? "");
}
