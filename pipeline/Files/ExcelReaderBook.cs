using System.Runtime.InteropServices;
using System.Text;
using ExcelDataReader;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A workbook in a form that ExcelDataReader reads: of Excel 97 to 2003, or encrypted with the password that
/// every copy of Excel tries.</summary>
internal sealed class ExcelReaderBook : OpenedBook
{
    private static readonly (int Rows, int Columns) Excel97 = (1 << 16, 1 << 8);
    private static readonly (int Rows, int Columns) Excel2007 = (1 << 20, SheetCells.MostColumns);

    private readonly IExcelDataReader _book;
    private readonly OldWorkbookCells _cells;
    private readonly (int Rows, int Columns) _most;
    private int _sheet = -1;
    private int _row;

    /// <summary>Opens a workbook.</summary>
    public ExcelReaderBook(Stream content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = new byte[content.Length];
        content.ReadExactly(file);
        content.Position = 0;
        _cells = OldWorkbookCells.Find(file);
        _most = file.AsSpan().IndexOf(MemoryMarshal.AsBytes("EncryptedPackage".AsSpan())) < 0 ? Excel97 : Excel2007;
        _book = ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
    }

    /// <inheritdoc />
    public override int Sheets => _book.ResultsCount;

    /// <inheritdoc />
    public override string Name => _book.Name ?? "";

    /// <inheritdoc />
    public override bool IsHidden => _book.VisibleState is not (null or "visible");

    /// <inheritdoc />
    public override bool NextRow(SheetCells cells)
    {
        if (!_book.Read())
            return false;
        cells.Begin(++_row, _book.RowHeight == 0);
        for (var i = 0; _row == 1 && i < _book.FieldCount; i++)
        {
            if (_book.GetColumnWidth(i) == 0)
                HideColumns(i, i);
        }
        for (var i = 0; i < _book.FieldCount; i++)
            cells.Put(i, _cells.Text((_sheet, _row - 1, i), Remarks) ?? WorkbookCell.Text(_book, i));
        return true;
    }

    /// <inheritdoc />
    public override void Dispose() => _book.Dispose();

    /// <inheritdoc />
    protected override bool StepToSheet()
    {
        if (_sheet >= 0 && !_book.NextResult())
            return false;
        (_sheet, _row) = (_sheet + 1, 0);
        foreach (var cells in (_book.MergeCells ?? []).Where(c => c.ToRow > c.FromRow))
            Merge(new(cells.FromRow, cells.ToRow, cells.FromColumn));
        // The library goes through every row that a sheet says it has. A damaged one can say billions.
        return _book.RowCount <= _most.Rows && _book.FieldCount <= _most.Columns
            ? true
            : throw new InvalidDataException("A sheet has more rows or columns than Excel can have.");
    }
}
