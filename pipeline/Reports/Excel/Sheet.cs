using ChildrensTrust.Pipeline.Reports.Office.Charts;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading; no two of a table are the same.</param>
internal sealed record Column<T>(string Name, double Width, Func<T, Cell> Cell);

/// <summary>A sheet of the workbook: title, lines, and one table below them.</summary>
/// <param name="Name">The name on its tab, at most 31 characters.</param>
/// <param name="Lines">What a reader must know before the table.</param>
/// <param name="Rows">The table; empty where there is nothing to say.</param>
internal sealed record Sheet(
    string Name,
    string Title,
    IReadOnlyList<string> Lines,
    IReadOnlyList<(string Name, double Width)> Columns,
    IReadOnlyList<IReadOnlyList<Cell>> Rows
)
{
    /// <summary>The sheet that a link below the lines leads back to; null for none.</summary>
    public string? Back { get; init; }

    /// <summary>The charts below the lines.</summary>
    public IReadOnlyList<OfficeChart> Charts { get; init; } = [];

    /// <summary>What stands between the title and the table, a cell a row.</summary>
    public IReadOnlyList<Cell> Above =>
        [.. Lines, .. Back is null ? Array.Empty<Cell>() : [new Cell.Link($"Go to {Back}", Back)]];
}

/// <summary>The words of a sheet.</summary>
/// <param name="Lines">What a reader must know before the table.</param>
/// <param name="None">What is said where the table would be empty.</param>
internal sealed record SheetText(string Name, string Title, IReadOnlyList<string> Lines, string None)
{
    /// <summary>The sheet with a row for each item.</summary>
    public Sheet Table<T>(IEnumerable<T> items, params IReadOnlyList<Column<T>> columns)
    {
        List<IReadOnlyList<Cell>> rows =
        [
            .. items.Select(item => columns.Select(column => column.Cell(item)).ToArray()),
        ];
        return new(Name, Title, rows.Count > 0 ? Lines : [None], [.. columns.Select(c => (c.Name, c.Width))], rows);
    }
}
