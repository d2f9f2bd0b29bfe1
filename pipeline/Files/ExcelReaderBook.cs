using System.Text;
using ExcelDataReader;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A workbook in a form that ExcelDataReader reads: of Excel 97 to 2003, or encrypted with the password that
/// every copy of Excel tries.</summary>
internal sealed class ExcelReaderBook : OpenedBook
{
    private readonly IExcelDataReader _book;
    private bool _begun;
    private long _row;

    /// <summary>Opens a workbook.</summary>
    public ExcelReaderBook(Stream content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
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
        for (var i = 0; i < _book.FieldCount; i++)
            cells.Put(i, WorkbookCell.Text(_book, i));
        return true;
    }

    /// <inheritdoc />
    public override void Dispose() => _book.Dispose();

    /// <inheritdoc />
    protected override bool StepToSheet()
    {
        if (_begun && !_book.NextResult())
            return false;
        (_begun, _row) = (true, 0);
        return true;
    }
}
