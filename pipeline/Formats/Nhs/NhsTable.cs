using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// A table that was made for people: titles above, a header of one to four rows whose merged cells stand once at their
/// left end, then areas, then footnotes. Each column is known by its texts from the top row of the header to the
/// lowest.
/// </summary>
internal sealed class NhsTable
{
    private const int MaxBelow = 2;
    private const int AreaColumns = 3;
    private const int LongestHeading = 40;
    private readonly CsvRows _rows;
    private bool _waiting;

    private NhsTable(
        CsvRows rows,
        IReadOnlyList<string> titles,
        IReadOnlyList<NhsColumn> columns,
        NhsSection section
    ) => (_rows, Titles, Columns, Section) = (rows, titles, columns, section);

    /// <summary>What stands above the table, in one text, then the sheet's name and the file's.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<NhsColumn> Columns { get; }

    /// <summary>What the headings between the rows say of the present row.</summary>
    public NhsSection Section { get; }

    /// <summary>Reads the rest of the header, of which the recognised row is one.</summary>
    public static async Task<NhsTable> OpenAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var levels = new List<IReadOnlyList<string>> { rows.Header.Names };
        foreach (var row in rows.Above.Reverse().TakeWhile(IsLevel))
        {
            levels.Insert(0, row);
            reading.Titles.RemoveAll(row.Contains);
        }
        var waiting = false;
        for (var below = 0; below < MaxBelow && !waiting && await rows.NextAsync(cancellationToken); below++)
        {
            waiting = !GoesOn(rows);
            if (waiting)
                break;
            levels.Add([.. Enumerable.Range(0, rows.CellCount).Select(rows.Text)]);
            reading.Rows.Skip("title or header row");
        }
        var titles = rows
            .Above.Where(row => !levels.Contains(row))
            .Select(row => string.Join(' ', row.Where(c => c.Length > 0)))
            .Where(t => t.Length > 0);
        var columns = Columned(levels);
        rows.Rename([.. columns.Select(c => c.Name)]);
        var section = new NhsSection(reading.Reference.Areas);
        section.TakeSheet(reading.SheetName, reading.Titles);
        return new(rows, [string.Join(" | ", titles), reading.SheetName, reading.File], columns, section)
        {
            _waiting = waiting,
        };
    }

    /// <summary>What the present row, or a heading above it, says of its period; empty for nothing.</summary>
    public string PeriodOfRow => NhsAreas.Period(_rows, Columns) is { Length: > 0 } own ? own : Section.Period;

    /// <summary>Steps to the next row below the header.</summary>
    /// <returns>False at the end of the table.</returns>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (!_waiting && !await _rows.NextAsync(cancellationToken))
            return false;
        _waiting = false;
        if (IsHeading(out var text))
            Section.Take(text, _rows.Row);
        return true;
    }

    private bool IsHeading(out string text)
    {
        var texts = Enumerable.Range(0, _rows.CellCount).Select(_rows.Text).Where(t => t.Length > 0).Take(2).ToList();
        text = texts.FirstOrDefault("");
        return texts.Count == 1;
    }

    // A merged heading may be alone in its row, right of the areas; a title is long, or stands at the left.
    private static bool IsLevel(IReadOnlyList<string> row) =>
        row.Count(c => c.Length > 0) > 1
        || row.Index().FirstOrDefault(c => c.Item.Length > 0) is { Index: > 0, Item.Length: > 0 and <= LongestHeading };

    // A row goes on with the header where it has words right of the areas and neither a figure, a symbol nor an area.
    private static bool GoesOn(CsvRows rows)
    {
        var texts = Enumerable.Range(0, rows.CellCount).Select(rows.Text).ToList();
        return texts.Skip(1).Any(t => t.Length > 0)
            && !texts.Exists(NhsAreas.IsEngland)
            && !texts.Take(AreaColumns).Any(NhsAreas.HasFormOfCode)
            && Enumerable.Range(0, texts.Count).All(i => texts[i].Length == 0 || !NhsCell.TryRead(rows, i, out _));
    }

    private static List<NhsColumn> Columned(List<IReadOnlyList<string>> levels)
    {
        var texts = Enumerable.Range(0, levels.Max(l => l.Count)).Select(_ => new List<string>()).ToList();
        for (var level = 0; level < levels.Count; level++)
        {
            var carried = "";
            for (var column = 0; column < texts.Count; column++)
            {
                var own = Own(levels[level], column);
                // A merged cell reaches to the next cell of its row, and no further than the merged cell above it.
                if (own.Length > 0 || levels.Take(level).Any(above => Own(above, column).Length > 0))
                    carried = own;
                if (own.Length > 0 || levels.Skip(level + 1).Any(below => Own(below, column).Length > 0))
                    texts[column].Add(carried);
            }
        }
        return [.. texts.Select((t, i) => new NhsColumn(i, [.. t.Where(x => x.Length > 0)]))];
    }

    private static string Own(IReadOnlyList<string> level, int column) =>
        column < level.Count ? level[column].Trim() : "";
}

/// <summary>One column.</summary>
/// <param name="Texts">What stands over it, from the top row of the header to the lowest.</param>
internal sealed record NhsColumn(int Index, IReadOnlyList<string> Texts)
{
    /// <summary>All of it as one name.</summary>
    public string Name { get; } =
        string.Join(' ', string.Join(' ', Texts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the lowest text says of which anything can be said: the text nearest to the figures
    /// decides.</summary>
    /// <param name="read">Reads a text; null where it says nothing.</param>
    public T? Nearest<T>(Func<string, T?> read)
        where T : struct => Texts.Reverse().Select(read).FirstOrDefault(found => found is not null);
}
