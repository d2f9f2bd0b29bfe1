using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>One line of a report: an indicator, or one of the areas that it is measured over. Every form of the report
/// and the site show these.</summary>
/// <param name="Place">Whose figures the line holds.</param>
/// <param name="Code">The code of that area.</param>
/// <param name="Number">The number of the part, from 1; 0 for the area itself.</param>
internal sealed record ReportLine(SnapshotRow Row, SnapshotPlace Place, string Code, string Area, int Number)
{
    /// <summary>Everything, by priority and then in the order of the snapshot: the one order of every form. Where an
    /// indicator is measured over several areas, the verdict over all stands first.</summary>
    public static IReadOnlyList<ReportLine> All(Snapshot snapshot) =>
        [.. Sorted(snapshot).SelectMany(r => Parts(r).Prepend(new(r, r, snapshot.Area.Code, snapshot.Area.Name, 0)))];

    /// <summary>Other things that are about indicators, in the same order; last those of an indicator that the snapshot
    /// does not have.</summary>
    /// <param name="indicator">The id of an item's indicator.</param>
    public static IEnumerable<T> InOrder<T>(Snapshot snapshot, IEnumerable<T> items, Func<T, string> indicator)
    {
        var order = Sorted(snapshot)
            .Select(r => r.Indicator)
            .Distinct()
            .Index()
            .ToDictionary(p => p.Item, p => p.Index);
        return items.OrderBy(item => order.GetValueOrDefault(indicator(item), int.MaxValue));
    }

    /// <summary>The lines that have figures.</summary>
    public static IReadOnlyList<ReportLine> WithFigures(Snapshot snapshot) => [.. All(snapshot).Where(l => !l.IsWhole)];

    /// <summary>The lines of one row that have figures.</summary>
    /// <param name="area">The area of the snapshot.</param>
    public static IEnumerable<ReportLine> WithFigures(SnapshotRow row, SnapshotArea area) =>
        row.Areas.Count == 0 ? [new(row, row, area.Code, area.Name, 0)] : Parts(row);

    /// <summary>Whether it is an indicator of several areas, of which each has a line of its own: it has a verdict and
    /// no figure.</summary>
    public bool IsWhole => !IsPart && Row.Areas.Count > 0;

    /// <summary>Whether it is one of several areas.</summary>
    public bool IsPart => Number > 0;

    /// <summary>The indicator's name, with the area's where it is one of several.</summary>
    public string Name => IsPart ? $"{Row.Name}: {Area}" : Row.Name;

    /// <summary>The name, with the unit where the figures do not show it.</summary>
    public string NameAndUnit =>
        Row.Unit switch
        {
            "%" or "score" => Name,
            "pp" => $"{Name} (percentage points)",
            var unit => $"{Name} ({unit})",
        };

    /// <summary>Which way the figure has gone; no change where the figure before is inside the confidence interval of
    /// this one, so that the movement may be chance. Null where it is not known.</summary>
    public Direction? Movement => MovementOf(Place);

    /// <summary>The same of a place.</summary>
    public static Direction? MovementOf(SnapshotPlace place) =>
        place is { Direction: not null, Previous.Value: { } was, Significance: { Lower: { } lower, Upper: { } upper } }
        && was >= lower
        && was <= upper
            ? Direction.NoChange
            : place.Direction;

    /// <summary>The outlook; null where the movement may be chance.</summary>
    public Outlook? Outlook => Movement == Direction.NoChange ? null : Place.Outlook;

    /// <summary>What leads to its charts and notes on a page.</summary>
    public string Anchor
    {
        get
        {
            var id = Row.Indicator.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-');
            return $"indicator-{string.Concat(id)}{(IsPart ? $"-{Number}" : "")}";
        }
    }

    /// <summary>What a reader must know of the line: what the indicator measures, then the notes on the
    /// figures.</summary>
    public IEnumerable<string> Notes => new[] { Row.About }.OfType<string>().Concat(Place.Notes);

    /// <summary>Whose figures their publishers may revise, each with its period.</summary>
    public IEnumerable<(string Whose, string? Period)> Provisional =>
        from figure in new (string Whose, string? Period, string? Status)[]
        {
            (Area, Place.Local?.Period, Place.Local?.Status),
            ("the council’s own later figure", Place.Return?.Period, Place.Return?.Status),
            ($"{Area}, the previous figure", Place.Previous?.Period, Place.Previous?.Status),
            ("England", Place.National?.Period, Place.National?.Status),
            ("similar councils", Place.Neighbours?.Period, Place.Neighbours?.Status),
        }
        where figure.Status == SnapshotNeighbourFigure.Provisional
        select (figure.Whose, figure.Period);

    /// <summary>The decimal places to show its figures and its change with.</summary>
    public int Decimals => FigureText.Decimals(Row, Place);

    /// <summary>A figure with its unit.</summary>
    public string Text(decimal value) => FigureText.Format(value, Decimals, Row.Unit);

    /// <summary>A figure with its unit; "no figure" where there is none.</summary>
    public string Figure(decimal? value) => value is { } v ? Text(v) : "no figure";

    /// <summary>The decimal places that tell the area's figure from each of some others.</summary>
    public int DecimalsBeside(params IEnumerable<decimal> others) =>
        others.Select(o => FigureText.Decimals(Decimals, Place.Local?.Value, [o])).DefaultIfEmpty(Decimals).Max();

    /// <summary>Two figures with enough decimals to tell them apart.</summary>
    public (string One, string Other) Pair(decimal one, decimal other)
    {
        var decimals = FigureText.Decimals(Decimals, one, [other]);
        return (FigureText.Format(one, decimals, Row.Unit), FigureText.Format(other, decimals, Row.Unit));
    }

    /// <summary>The change since the previous figure and which way it went.</summary>
    public string Change =>
        Place.Change is { } change
            ? $"{FigureText.Change(change, Decimals, Row.Unit)}, {Movement?.Words()}"
            : "not known";

    /// <summary>The previous figure and its period; empty where there is none.</summary>
    public string Previous =>
        Place.Previous is { } previous ? $"from {Figure(previous.Value)} ({previous.Period})" : "";

    private static IEnumerable<SnapshotRow> Sorted(Snapshot snapshot) =>
        snapshot.Rows.OrderBy(r => r.Priority, StringComparer.Ordinal);

    private static IEnumerable<ReportLine> Parts(SnapshotRow row) =>
        row.Areas.Select((a, i) => new ReportLine(row, a, a.Code, a.Name, i + 1));
}
