using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The tables below an indicator's charts. Those that most readers skip are folded.</summary>
internal static class DetailTables
{
    /// <summary>The tables, each only where it has a row.</summary>
    public static IEnumerable<PageBlock> Blocks(ReportLine line)
    {
        (string Summary, PageTable? Table)[] folded =
        [
            ("Each similar council’s figure", Neighbours(line)),
            ("The figures over time", History(line)),
            ("Other comparisons", Comparators(line)),
            ("Results with other similar councils or averages", Alternatives(line)),
        ];
        List<PageBlock> shown =
        [
            .. folded.Where(f => f.Table is not null).Select(f => new PageDetails(f.Summary, [f.Table!])),
        ];
        return
        [
            .. Revisions(line) is { } revisions ? [revisions] : Array.Empty<PageBlock>(),
            .. shown.Count > 0 ? [new PagePair(shown)] : Array.Empty<PageBlock>(),
        ];
    }

    private static PageTable? Table(string caption, IReadOnlyList<PageColumn> columns, IEnumerable<PageRow> rows) =>
        rows.ToList() is { Count: > 0 } some
            ? PageTable.Create(caption, columns, some) with
            {
                Fit = PageTableFit.Narrow,
            }
            : null;

    private static PageTable? Neighbours(ReportLine line)
    {
        var figures = line.Place.Neighbours?.Figures ?? [];
        var bestFirst =
            line.Row.Polarity == Polarity.Low ? figures.OrderBy(f => f.Value) : figures.OrderByDescending(f => f.Value);
        return Table(
            $"{line.Name}: the similar councils’ figures",
            [new("Similar council"), new("Figure", IsNumber: true), new($"How {Heading(line.Area)} compares")],
            bestFirst.Select(f => new PageRow(
                f.Name,
                Against(line, f.Value),
                Versus(line, f.Value, NeighbourCount.Against(line.Row, line.Place, f))
            ))
        );
    }

    // On a narrow screen the name of a county may break.
    private static string Heading(string area) => area.Replace("shire", "\u00ADshire", StringComparison.Ordinal);

    // As many decimals as tell the figure from the area's own, so that no verdict stands beside two figures that look
    // the same.
    private static string Against(ReportLine line, decimal? value) =>
        value is not { } v ? "no figure"
        : line.Place.Local?.Value is { } local ? line.Pair(v, local).One
        : line.Figure(v);

    // The area's own figure again, with more decimals where only these show a difference.
    private static PageCell Versus(ReportLine line, decimal? value, Verdict verdict) =>
        PageCell.Of(verdict) with
        {
            Small =
                value is { } other
                && line.Place.Local?.Value is { } local
                && line.Pair(local, other).One is var own
                && own != line.Text(local)
                    ? $"{line.Area} {own}"
                    : null,
        };

    private static PageTable? History(ReportLine line) =>
        Table(
            $"{line.Name}: the figures over time",
            [
                new("Period"),
                new(Heading(line.Area), IsNumber: true),
                new("England", IsNumber: true),
                new("Similar councils’ average", IsNumber: true),
            ],
            line.Place.History.Select(h => new PageRow(
                new PageCell(h.Period, h.Break is { } note ? $"Break in the series: {note}" : null),
                line.Figure(h.Local),
                line.Figure(h.National),
                line.Figure(h.Neighbours)
            ))
        );

    private static PageTable? Comparators(ReportLine line) =>
        Table(
            $"{line.Name}: other comparators",
            [new("Compared with"), new("Figure", IsNumber: true), new($"How {Heading(line.Area)} compares")],
            line.Place.Comparators.Select(c => new PageRow(
                new PageCell(c.Name, Kind(c)),
                Against(line, c.Shown),
                Versus(line, c.Shown, c.Versus)
            ))
        );

    private static string Kind(SnapshotComparator c) =>
        c.Method is { } method ? $"{Words(method)} of {c.N} of {c.Of}"
        : c.Period is null ? ""
        : "published figure";

    private static PageTable? Alternatives(ReportLine line) =>
        Table(
            $"{line.Name}: other similar councils and averages",
            [new("Similar councils and average"), new("Figure", IsNumber: true), new("Verdict it would give")],
            line.Place.Alternatives.Select(a => new PageRow(
                new PageCell($"Similar councils of {PlaceText.Date(a.From)}, {Words(a.Method)}", $"{a.N} of {a.Of}"),
                Against(line, a.Shown),
                Versus(line, a.Shown, a.Versus)
            ))
        );

    private static string Words(AverageMethod method) => method.ToString().ToLowerInvariant();

    private static PageTable? Revisions(ReportLine line) =>
        Table(
            $"{line.Name}: figures that an earlier edition gave differently",
            [new("Whose figure"), new("Was", IsNumber: true), new("Is", IsNumber: true), new("Verdict")],
            line.Place.Revisions.Select(r => (Revision: r, Pair: line.Pair(r.Was, r.Now)))
                .Select(r => new PageRow(
                    new PageCell(Whose(r.Revision.Figure, line.Area), r.Revision.Period),
                    r.Pair.One,
                    r.Pair.Other,
                    PageCell.Of(r.Revision.VerdictNow) with
                    {
                        Small =
                            r.Revision.VerdictWas == r.Revision.VerdictNow
                                ? "as with the earlier figure"
                                : $"{r.Revision.VerdictWas.Words()} with the earlier figure",
                    }
                ))
        );

    private static string Whose(string figure, string area) =>
        figure switch
        {
            "national" => "England",
            "neighbours" => "Similar councils’ average",
            "previous" => $"{area}, the previous figure",
            _ => area,
        };
}
