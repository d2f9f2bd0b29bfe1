using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using Spectre.Console;

namespace ChildrensTrust.Local.Output;

/// <summary>A snapshot in words and as a table, for people. The table fits a terminal of 80 columns: a figure's period
/// or its verdict is in a second line.</summary>
internal static class SnapshotTable
{
    private const int Width = 80;
    private const int FigureWidth = 15;

    public static void Write(ConsoleOutput screen, Snapshot snapshot)
    {
        screen.Tell("");
        foreach (var line in Narrative.Text(snapshot).ReplaceLineEndings("\n").Split('\n'))
            screen.Tell(line, line.Length - line.TrimStart(' ', '-', '•', '*').Length);
        screen.Tell("");
        screen.Results.Write(Table(snapshot));
    }

    private static Table Table(Snapshot snapshot)
    {
        var table = new Table { Width = Width }
            .Border(TableBorder.Ascii2)
            .ShowRowSeparators();
        table.AddColumn("Indicator");
        foreach (var heading in new[] { snapshot.Area.Name, "England", "Similar councils" })
            table.AddColumn(new TableColumn(Markup.Escape(Plain.Line(heading))) { Width = FigureWidth });
        foreach (var row in snapshot.Rows)
        {
            Add(table, row, row.Name, row);
            foreach (var part in row.Areas)
                Add(table, row, $"  {part.Name}", part);
        }
        return table;
    }

    /// <param name="indicator">Gives the figures their unit.</param>
    /// <param name="place">The indicator's own figures, or those of one of its parts.</param>
    private static void Add(Table table, SnapshotRow indicator, string name, SnapshotPlace place)
    {
        string? Figure(decimal? value) =>
            value is { } figure
                ? Plain.Line(FigureText.Format(figure, FigureText.Decimals(indicator, place), indicator.Unit))
                : null;
        table.AddRow(
            new Text(Plain.Line(name)),
            Cell(Figure(place.Local?.Value), place.Local?.Period, null),
            Cell(Figure(place.National?.Value), OtherPeriod(place, place.National?.Period), place.VersusNational),
            Cell(
                Figure(place.Neighbours?.Shown),
                place.Neighbours is { N: var n, Of: var of } && n < of
                    ? $"from {n} of {of}"
                    : OtherPeriod(place, place.Neighbours?.Period),
                place.VersusNeighbours
            )
        );
    }

    private static string? OtherPeriod(SnapshotPlace place, string? period) =>
        period == place.Local?.Period ? null : period;

    private static Paragraph Cell(string? figure, string? below, Verdict? verdict)
    {
        var cell = new Paragraph(figure ?? "-");
        if (verdict is { } word)
            cell.Append($"\n{word.Words()}", new Style(ColorOf(word)));
        if (below is not null && figure is not null)
            cell.Append($"\n{Plain.Line(below)}");
        return cell;
    }

    private static Color ColorOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Exceeds => Color.Green,
            Verdict.DoesNotMeet => Color.Red,
            _ => Color.Default,
        };
}
