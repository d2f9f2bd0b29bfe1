using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>What became of a figure since the last snapshot, with its line in this one; without, where it is reported
/// no longer.</summary>
internal sealed record ChangedLine(RowDifference Difference, ReportLine? Line)
{
    /// <summary>The name, leading to charts and notes.</summary>
    public PageCell Link =>
        Line is { } line
            ? PageCell.To(line)
            : new(Difference.Part is { } part ? $"{Difference.Name}: {part}" : Difference.Name);

    /// <summary>A figure and its period.</summary>
    public PageCell Dated(DatedFigure? figure) =>
        new(Line is null || figure is null ? "no figure" : Line.Figure(figure.Value), figure?.Period);

    /// <summary>The period of a figure, within a sentence.</summary>
    public static string Period(DatedFigure? figure) => figure is null ? "" : Periods.Period.Within(figure.Period);

    /// <summary>What there was before, where the figure is gone or new; null for nothing.</summary>
    public string? Before() =>
        Difference switch
        {
            { Local: FigureChange.OtherAreas } => SinceText.Areas(Difference, Line?.Area ?? ""),
            { LocalNow: { } now } => $"{Dated(now).Text} for {Period(now)}",
            { Local: FigureChange.NoLongerCompared, Reason: { } reason } => reason,
            { LocalWas: { } was } => $"the last report had a figure for {Period(was)}",
            _ => null,
        };

    /// <summary>The figures that were revised: those of the same period that are not the same.</summary>
    public IEnumerable<PageRow> Revised()
    {
        if (Line is not { } line)
            yield break;
        (string Whose, DatedFigure? Was, DatedFigure? Now)[] all =
        [
            (line.Area, Difference.LocalWas, Difference.LocalNow),
            ("England", Difference.NationalWas, Difference.NationalNow),
            ("similar councils’ average", Difference.NeighboursWas, Difference.NeighboursNow),
        ];
        foreach (var (whose, was, now) in all)
        {
            if (was is null || now is null || was.Period != now.Period || was.Value == now.Value)
                continue;
            var (before, after) = line.Pair(was.Value, now.Value);
            yield return new(Link, whose, now.Period, before, after);
        }
    }
}
