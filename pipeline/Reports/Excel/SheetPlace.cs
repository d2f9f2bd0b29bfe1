namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>Where the parts of a sheet stand.</summary>
/// <param name="ColumnsOfFirstPage">The columns on the first of two printed pages side by side; all of them where there
/// is one.</param>
internal sealed record SheetPlace(string Name, int Columns, uint? Header, uint Last, int ColumnsOfFirstPage)
{
    private int Repeated { get; init; }

    /// <summary>The places of a sheet's parts.</summary>
    public static SheetPlace For(Sheet sheet)
    {
        var header = (uint)sheet.Above.Count + 2;
        return new(
            sheet.Name,
            sheet.Columns.Count,
            sheet.Rows.Count > 0 ? header : null,
            sheet.Rows.Count > 0 ? header + (uint)sheet.Rows.Count : header - 1 + (uint)ChartsPart.RowsOf(sheet),
            sheet.ColumnsOfFirstPage
        )
        {
            Repeated = sheet.Repeated,
        };
    }

    /// <summary>The whole sheet.</summary>
    public string Range => $"A1:{Reference(Columns - 1, Last)}";

    /// <summary>The table with its header.</summary>
    public string Table => $"A{Header}:{Reference(Columns - 1, Last)}";

    private bool IsTwoPagesWide => Header is not null && ColumnsOfFirstPage < Columns;

    /// <summary>The whole sheet, as a name of the workbook gives it. Of two pages side by side, the second begins with
    /// the table: what is above it stands on the first, and would be cut off.</summary>
    public string PrintArea =>
        Printed(0, 1, IsTwoPagesWide ? ColumnsOfFirstPage : Columns)
        + (IsTwoPagesWide ? $",{Printed(ColumnsOfFirstPage, Header!.Value, Columns)}" : "");

    private string Printed(int from, uint row, int to) =>
        $"{Quoted(Name)}!${Letters(from)}${row}:${Letters(to - 1)}${Last}";

    /// <summary>What each printed page repeats, as a name of the workbook gives it: the header's row and, where the
    /// sheet is more than one page wide, the columns that say what a row is about.</summary>
    public string PrintTitles =>
        (IsTwoPagesWide ? $"{Quoted(Name)}!$A:${Letters(Repeated - 1)}," : "") + $"{Quoted(Name)}!${Header}:${Header}";

    /// <summary>A cell's reference.</summary>
    public static string Reference(int column, uint row) => $"{Letters(column)}{row}";

    /// <summary>A sheet's name in a reference.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{Letters((column / 26) - 1)}{(char)('A' + (column % 26))}";
}
