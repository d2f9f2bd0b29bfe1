using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The narrative against the statistical neighbours, and on how many indicators the area does better and worse
/// than each of them.</summary>
internal static class NeighboursSection
{
    private static PageColumn[] Columns(string area) =>
        [
            new("Similar council"),
            new("How close"),
            new($"{area} is better on", IsNumber: true),
            new("The same on", IsNumber: true),
            new($"{area} is worse on", IsNumber: true),
            new("No verdict", IsNumber: true),
            new("No figure for", IsNumber: true),
        ];

    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot) =>
        new("neighbours", "Against similar councils", [.. Blocks(snapshot)]);

    private static IEnumerable<PageBlock> Blocks(Snapshot snapshot)
    {
        if (snapshot.SummaryNeighbours.WithComparison > 0)
            yield return new PageText(
                Scorecard.Sentence(snapshot.Area.Name, "similar councils", snapshot.SummaryNeighbours) + "."
            );
        PageBlock[] narrative = [.. Narrative.Neighbours(snapshot).SelectMany(SummarySection.Blocks)];
        if (snapshot.SummaryNeighbours.WithComparison > 0)
            yield return new PageDetails("The indicators by name", narrative);
        else
        {
            foreach (var block in narrative)
                yield return block;
        }
        if (snapshot.NeighbourSet is not { Members.Count: > 0 } set)
            yield break;
        yield return new PageText(
            $"The similar councils (statistical neighbours) are the {NumberWords.For(set.Members.Count)} most like "
                + $"{snapshot.Area.Name}, by the model in force since "
                + $"{PlaceText.Date(set.From)}.{PlaceText.NewerSets(snapshot)} {Average(snapshot)}"
        );
        yield return new PageDetails(
            $"{snapshot.Area.Name} against each similar council",
            [
                PageTable.Create(
                    $"{snapshot.Area.Name} against each similar council: number of indicators",
                    Columns(snapshot.Area.Name),
                    set.Members.Select(m => Row(snapshot, m))
                ),
                new PageText(
                    "Better and worse follow whether high or low is good for the indicator. There is no verdict where "
                        + "neither is good, or where the areas disagree. Indicators that overlap are all counted here.",
                    "meta"
                ),
            ]
        );
        if (
            ReportLine.WithFigures(snapshot).Where(l => l.Place.Alternatives.Count > 0).ToList()
            is not { Count: > 0 } lines
        )
            yield break;
        var otherwise = lines.SelectMany(Otherwise).ToList();
        yield return new PageDetails(
            "Would other similar councils change the result?",
            [
                new PageText(
                    otherwise.Count == 0
                        ? "No. Every other known set of similar councils, and every other average, gives the same "
                            + "verdicts."
                        : "Yes, for these indicators. With another set of similar councils, or another average, the "
                            + "verdict changes:"
                ),
                .. otherwise.Count > 0 ? [new PageList(otherwise)] : Array.Empty<PageBlock>(),
            ]
        );
    }

    private static string Average(Snapshot snapshot) =>
        snapshot
            .Rows.SelectMany(r => r.Areas.Append<SnapshotPlace>(r))
            .Select(p => p.Neighbours?.Method)
            .FirstOrDefault(m => m is not null) switch
        {
            null => "",
            AverageMethod.Pooled =>
                "Their average is pooled: the sum of their numerators over the sum of their denominators.",
            AverageMethod.Median => "Their average is the median of those that have a figure.",
            _ => "Their average is the mean of those that have a figure.",
        };

    private static IEnumerable<PageCell> Otherwise(ReportLine line)
    {
        var others = line
            .Place.Alternatives.Where(a => a.Versus != line.Place.VersusNeighbours && a.Versus != Verdict.NoComparison)
            .GroupBy(a => a.Versus, a => $"the {Average(a.Method)} of the similar councils of {PlaceText.Date(a.From)}")
            .Select(g => $"{g.Key.Words()} with {string.Join(", ", g)}")
            .ToList();
        return others.Count == 0
            ? []
            :
            [
                PageCell.To(line) with
                {
                    Small = $"{line.Place.VersusNeighbours.Words()}; {string.Join("; ", others)}",
                },
            ];
    }

    private static string Average(AverageMethod method) =>
        method == AverageMethod.Pooled ? "pooled average" : method.ToString().ToLowerInvariant();

    private static PageRow Row(Snapshot snapshot, SnapshotNeighbour neighbour)
    {
        var verdicts = snapshot.Rows.Select(r => Against(r, neighbour.Code)).ToList();
        string Count(params Verdict[] wanted) => $"{verdicts.Count(wanted.Contains)}";
        return new(
            neighbour.Name,
            neighbour.Closeness.Length == 0 ? "not stated" : neighbour.Closeness,
            Count(Verdict.Exceeds),
            Count(Verdict.InLine),
            Count(Verdict.DoesNotMeet),
            Count(Verdict.Mixed, Verdict.NoJudgement),
            Count(Verdict.NoComparison)
        );
    }

    private static Verdict Against(SnapshotRow row, string neighbour) =>
        Verdicts.Combine(
            (row.Areas.Count == 0 ? [row] : row.Areas.AsEnumerable<SnapshotPlace>()).Select(p =>
                p.Neighbours?.Figures.FirstOrDefault(f => f.Code == neighbour) is { } figure
                    ? NeighbourCount.Against(row, p, figure)
                    : Verdict.NoComparison
            )
        );
}
