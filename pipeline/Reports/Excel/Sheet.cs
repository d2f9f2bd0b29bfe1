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

    /// <summary>Whether it takes two pages side by side in print, so that its type stays large enough to
    /// read.</summary>
    public bool IsTwoPagesWide => Width > WidestPage;

    /// <summary>The width of its columns together, in characters.</summary>
    public double Width => Columns.Sum(c => c.Width);

    // On A3.
    private const double WidestPage = 300;

    /// <summary>How many columns say what a row is about: the second of two pages side by side has them too, and on the
    /// screen they stay in sight.</summary>
    public int Repeated { get; init; } = 2;

    /// <summary>Whether it holds more than its title.</summary>
    public bool HasContent => Rows.Count > 0 || Charts.Count > 0;

    /// <summary>Whether the table's header stays in sight. Below many lines it would leave no room on a small or
    /// magnified screen.</summary>
    public bool IsFrozen { get; init; } = true;

    /// <summary>How many columns are on the first of the pages side by side: as many as make both pages most nearly of
    /// one width.</summary>
    public int ColumnsOfFirstPage =>
        IsTwoPagesWide
            ? Enumerable
                .Range(Repeated, Columns.Count - Repeated)
                .MinBy(count => Math.Max(WidthOf(0, count), WidthOf(0, Repeated) + WidthOf(count, Columns.Count)))
            : Columns.Count;

    /// <summary>The width of the columns of that page, in characters.</summary>
    public double FirstPage => WidthOf(0, ColumnsOfFirstPage);

    private double WidthOf(int from, int to) => Columns.Take(from..to).Sum(c => c.Width);

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
