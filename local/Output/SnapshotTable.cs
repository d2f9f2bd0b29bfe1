using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using Spectre.Console;

namespace ChildrensTrust.Local.Output;

/// <summary>A snapshot in words and as a table, for people.</summary>
internal static class SnapshotTable
{
    public static void Write(IAnsiConsole console, Snapshot snapshot)
    {
        console.WriteLine();
        console.WriteLine(Plain.Text(Narrative.Text(snapshot)));
        console.WriteLine();
        console.Write(Table(snapshot));
    }

    private static Table Table(Snapshot snapshot)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (
            var heading in new[]
            {
                "Indicator",
                snapshot.Area.Name,
                "England",
                "Neighbours",
                "Against England",
                "Against neighbours",
            }
        )
            table.AddColumn(Markup.Escape(heading));

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
        string[] cells =
        [
            name,
            Figure(indicator, place, place.Local?.Value, place.Local?.Period),
            Figure(indicator, place, place.National?.Value, place.National?.Period),
            place.Neighbours is { Shown: not null } mean
                ? $"{Figure(indicator, place, mean.Shown, mean.Period)}, {mean.N} of {mean.Of}"
                : "-",
            place.VersusNational.Words(),
            place.VersusNeighbours.Words(),
        ];
        table.AddRow(Array.ConvertAll(cells, cell => Markup.Escape(Plain.Line(cell))));
    }

    private static string Figure(SnapshotRow row, SnapshotPlace place, decimal? value, string? period) =>
        value is { } figure
            ? $"{FigureText.Format(figure, FigureText.Decimals(row, place), row.Unit)} ({period})"
            : "-";
}
