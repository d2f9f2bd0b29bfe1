using ChildrensTrust.Pipeline.Reports.Office.Charts;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading; no two of a table are the same.</param>
/// <param name="Width">How many characters of a text a line may have; the column is no wider than its texts.</param>
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
    /// <summary>What comes before the lines.</summary>
    public IReadOnlyList<Cell> Opening { get; init; } = [];

    /// <summary>The heading of the table, where there are others above it; null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>The sheet that a link below the lines leads back to; null for none.</summary>
    public string? Back { get; init; }

    /// <summary>The charts below the lines, two a row; null leaves the place of one empty.</summary>
    public IReadOnlyList<OfficeChart?> Charts { get; init; } = [];

    /// <summary>How many pages it takes side by side in print, so that its type stays large enough to read.</summary>
    public int PagesWide => Math.Max(1, (int)Math.Ceiling(Width / WidestPage));

    /// <summary>The width of its columns together, in characters.</summary>
    public double Width => Columns.Sum(c => c.Width);

    // On A3.
    private const double WidestPage = 270;

    /// <summary>Whether it holds more than its title.</summary>
    public bool HasContent => Rows.Count > 0 || Charts.Count > 0;

    /// <summary>Whether the table's header stays in sight. Below many lines it would leave no room on a small or
    /// magnified screen.</summary>
    public bool IsFrozen { get; init; } = true;

    /// <summary>The columns that are surely on the first of the pages side by side, in characters.</summary>
    public double FirstPage
    {
        get
        {
            var (page, width) = (Width / PagesWide, 0d);
            foreach (var column in Columns.TakeWhile(c => width + c.Width <= page))
                width += column.Width;
            return width;
        }
    }

    /// <summary>What is between the title and the table, a cell a row. A line runs on over the columns beside it; where
    /// it is longer than those of the first page it goes on in the next row, because paper would cut it off.</summary>
    public IReadOnlyList<Cell> Above =>
        [
            .. Opening.Concat(Lines.Select(l => (Cell)l)).SelectMany(Broken),
            .. Back is null ? Array.Empty<Cell>() : [new Cell.Link($"Go to {Back}", Back)],
            .. Heading is null ? Array.Empty<Cell>() : [new Cell.Heading(Heading)],
        ];

    private IEnumerable<Cell> Broken(Cell cell) =>
        cell is Cell.Text text && Columns.Count > 1
            ? TextLines.Break(text.Value, (int)FirstPage).Select(l => (Cell)l)
            : [cell];
}

/// <summary>The words of a sheet.</summary>
/// <param name="Lines">What a reader must know before the table.</param>
/// <param name="None">What is said where the table would be empty.</param>
internal sealed record SheetText(string Name, string Title, IReadOnlyList<string> Lines, string None)
{
    /// <summary>The sheet with a row for each item. A column in which no row has anything is left out, and the sheet
    /// says so.</summary>
    public Sheet Table<T>(IEnumerable<T> items, params IReadOnlyList<Column<T>> columns)
    {
        List<Cell[]> rows = [.. items.Select(item => columns.Select(column => column.Cell(item)).ToArray())];
        var kept = Enumerable.Range(0, columns.Count).Where(i => rows.Exists(r => !r[i].IsEmpty)).ToList();
        if (rows.Count == 0)
            return new(Name, Title, [None], [.. columns.Select(c => (c.Name, c.Width))], []);
        var without = columns.Select(c => c.Name).Except(kept.Select(i => columns[i].Name)).ToList();
        return new(
            Name,
            Title,
            without.Count == 0 ? Lines : [.. Lines, $"Left out, because no row has any: {string.Join("; ", without)}."],
            [
                .. kept.Select(i =>
                    (columns[i].Name, ColumnWidth.Of(columns[i].Name, rows.Select(r => r[i]), columns[i].Width))
                ),
            ],
            [.. rows.Select(r => kept.Select(i => r[i]).ToArray())]
        );
    }
}
