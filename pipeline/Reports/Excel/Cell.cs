namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>What a cell of the workbook holds.</summary>
internal abstract record Cell
{
    /// <summary>A text.</summary>
    public sealed record Text(string Value) : Cell;

    /// <summary>A heading above the table.</summary>
    public sealed record Heading(string Value) : Cell;

    /// <summary>A word in the place of a text that is not there.</summary>
    public sealed record Blank(string Value) : Cell
    {
        /// <inheritdoc />
        public override bool IsEmpty => Marker.IsEmpty(Value);
    }

    /// <summary>A marker in the place of a figure.</summary>
    public sealed record Sign(string Value) : Cell
    {
        /// <inheritdoc />
        public override bool IsEmpty => Marker.IsEmpty(Value);
    }

    /// <summary>A number as published, shown with so many decimal places; a change is shown with its sign.</summary>
    public sealed record Number(decimal Value, int Decimals, bool IsChange) : Cell
    {
        /// <summary>Whether it says how many; otherwise it is a figure, and 0 is as much a figure as any.</summary>
        public bool IsCount { get; init; }

        /// <inheritdoc />
        public override bool IsEmpty => IsCount && Value == 0;
    }

    /// <summary>A day.</summary>
    public sealed record Day(DateOnly Value) : Cell;

    /// <summary>A text that leads to another sheet.</summary>
    public sealed record Link(string Value, string Sheet) : Cell;

    /// <summary>Whether it says nothing: a column of such cells alone is left out.</summary>
    public virtual bool IsEmpty => false;

    public static implicit operator Cell(string text) => new Text(text);

    public static implicit operator Cell(long number) => new Number(number, 0, false) { IsCount = true };

    public static implicit operator Cell(DateOnly day) => new Day(day);

    /// <summary>A figure, or the marker for why there is none.</summary>
    public static Cell Figure(decimal? value, int decimals, string otherwise = Marker.NotAvailable) =>
        value is { } number ? new Number(number, decimals, false) : new Sign(otherwise);

    /// <summary>A change, or the marker for why there is none.</summary>
    public static Cell Change(decimal? value, int decimals, string otherwise = Marker.NotAvailable) =>
        value is { } number ? new Number(number, decimals, true) : new Sign(otherwise);

    /// <summary>A count, or the marker for why there is none.</summary>
    public static Cell Count(long? value, string otherwise = Marker.NotAvailable) =>
        value is { } number ? number : new Sign(otherwise);

    /// <summary>A text, or what stands for an empty one: no cell of a table is blank.</summary>
    public static Cell Words(string? text, string otherwise = "none") =>
        string.IsNullOrWhiteSpace(text) ? new Blank(otherwise) : text;
}
