using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Html.Charts;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>A table. The first cell of a row is its heading.</summary>
/// <param name="Caption">What it shows; no two tables of the page have the same.</param>
internal sealed record PageTable(string Caption, IReadOnlyList<PageColumn> Columns, IReadOnlyList<PageGroup> Groups)
    : PageBlock
{
    /// <summary>A table with one group of rows.</summary>
    public static PageTable Create(string caption, IReadOnlyList<PageColumn> columns, IEnumerable<PageRow> rows) =>
        new(caption, columns, [new(null, [.. rows])]);

    /// <summary>Its id; null where nothing refers to it.</summary>
    public string? Id { get; init; }

    /// <summary>How it fits a narrow screen.</summary>
    public PageTableFit Fit { get; init; } = PageTableFit.Cards;

    /// <summary>The rows as the template wants them: their cells as html.</summary>
    public IEnumerable<object> Body =>
        Groups.Select(group => new
        {
            group.Heading,
            Rows = group.Rows.Select(row => new
            {
                row.Filter,
                Cells = new PageContent(to => PageCells.Write(to, row, this)),
            }),
        });

    /// <summary>Whether each row becomes a card.</summary>
    public bool IsCards => Fit == PageTableFit.Cards;

    /// <summary>Whether it scrolls by itself.</summary>
    public bool IsWide => Fit == PageTableFit.Scrolls;
}

/// <summary>How a table fits a narrow screen.</summary>
internal enum PageTableFit
{
    /// <summary>Each row becomes a card.</summary>
    Cards,

    /// <summary>The table scrolls in a region of its own.</summary>
    Scrolls,

    /// <summary>It is narrow enough.</summary>
    Narrow,
}

/// <summary>A column.</summary>
/// <param name="IsNumber">Whether its cells are figures, aligned to the right.</param>
/// <param name="IsSortable">Whether a reader may sort by it.</param>
internal sealed record PageColumn(string Title, bool IsNumber = false, bool IsSortable = false);

/// <summary>Rows under a heading of their own.</summary>
internal sealed record PageGroup(string? Heading, IReadOnlyList<PageRow> Rows);

/// <summary>A row.</summary>
internal sealed record PageRow(params IReadOnlyList<PageCell> Cells)
{
    /// <summary>What the row can be filtered by: the priority, and the verdicts against England and the neighbours;
    /// null where it cannot.</summary>
    public PageFilter? Filter { get; init; }
}

/// <summary>What a row can be filtered by.</summary>
internal sealed record PageFilter(string Priority, string National, string Neighbours);

/// <summary>A cell, or an item of a list.</summary>
/// <param name="Small">What it adds below, in smaller type.</param>
internal sealed record PageCell(string Text, string? Small = null)
{
    /// <summary>Where it leads; null for nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>A sign beside the words, which says no more than they do.</summary>
    public string? Mark { get; init; }

    /// <summary>"good", "bad" or "even"; null for plain.</summary>
    public string? Tone { get; init; }

    /// <summary>Whether it is the figure that the row is about.</summary>
    public bool IsStrong { get; init; }

    /// <summary>A small drawing instead of words; null for none.</summary>
    public CellDrawing? Drawing { get; init; }

    /// <summary>What it is sorted by; null for its text.</summary>
    public string? Sort { get; init; }

    /// <summary>A verdict, in its word, with its mark.</summary>
    public static PageCell Of(Verdict verdict) =>
        new(verdict.Words()) { Mark = PlaceText.Mark(verdict), Tone = PlaceText.Tone(verdict) };

    /// <summary>The name of a line, which leads to its charts and notes.</summary>
    public static PageCell To(ReportLine line) => new(line.Name) { Href = "#" + line.Anchor };

    /// <summary>Plain words.</summary>
    public static implicit operator PageCell(string text) => new(text);
}
