using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>An indicator or, where it is measured over several areas, one of them: what a line of a table is
/// about.</summary>
/// <param name="Part">The name of the part; null for the area itself.</param>
/// <param name="Anchor">The id of its charts and notes.</param>
internal sealed record PageLine(SnapshotRow Row, SnapshotPlace Place, string? Part, string Area, string Anchor)
{
    /// <summary>The indicator's name, with the part's.</summary>
    public string Name => Part is null ? Row.Name : $"{Row.Name}: {Part}";

    /// <summary>The name as a cell that leads to the charts and notes.</summary>
    public PageCell Link => new(Name) { Href = "#" + Anchor };

    /// <summary>A figure with its unit; "no figure" where there is none.</summary>
    public string Figure(decimal? value) =>
        value is { } v ? FigureText.Format(v, FigureText.Decimals(Row, Place), Row.Unit) : "no figure";

    /// <summary>Two figures with enough decimals to tell them apart.</summary>
    public (string One, string Other) Pair(decimal one, decimal other)
    {
        var decimals = FigureText.Decimals(FigureText.Decimals(Row, Place), one, [other]);
        return (FigureText.Format(one, decimals, Row.Unit), FigureText.Format(other, decimals, Row.Unit));
    }

    /// <summary>The change since the previous figure and which way it went.</summary>
    public string Change =>
        Place.Change is { } change
            ? $"{FigureText.Change(change, FigureText.Decimals(Row, Place), Row.Unit)}, {Place.Direction}"
            : "not known";

    /// <summary>The previous figure and its period; empty where there is none.</summary>
    public string Previous =>
        Place.Previous is { } previous ? $"from {Figure(previous.Value)} ({previous.Period})" : "";

    /// <summary>The lines of a snapshot, in its order.</summary>
    public static IReadOnlyList<PageLine> All(Snapshot snapshot) =>
        [
            .. snapshot.Rows.SelectMany(row =>
                row.Areas.Count == 0
                    ? [new PageLine(row, row, null, snapshot.Area.Name, Id(row.Indicator))]
                    : row.Areas.Select(
                        (part, i) => new PageLine(row, part, part.Name, part.Name, $"{Id(row.Indicator)}-{i + 1}")
                    )
            ),
        ];

    private static string Id(string indicator) =>
        "indicator-" + string.Concat(indicator.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-'));
}
