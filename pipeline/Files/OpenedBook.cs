namespace ChildrensTrust.Pipeline.Files;

/// <summary>A workbook whose sheets are read one after the other, each from its first row to its last.</summary>
internal abstract class OpenedBook : IDisposable
{
    private List<MergedCells> _merged = [];
    private List<(long First, long Last)> _hiddenColumns = [];

    /// <summary>How many sheets it has, hidden ones too.</summary>
    public abstract int Sheets { get; }

    /// <summary>The name of the present sheet.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the present sheet is hidden, in whichever way.</summary>
    public abstract bool IsHidden { get; }

    /// <summary>What the cells of the present sheet have that their texts do not say.</summary>
    public SheetRemarks Remarks { get; private set; } = new();

    /// <summary>The cells of the present sheet that are merged over several rows; all of them once its last row is
    /// read.</summary>
    public IReadOnlyList<MergedCells> Merged => _merged;

    /// <summary>The hidden columns of the present sheet, counted from 0; all of them once a row is read.</summary>
    public IReadOnlyList<(long First, long Last)> HiddenColumns => _hiddenColumns;

    /// <summary>Steps to the first sheet, then to each further one.</summary>
    public bool NextSheet()
    {
        Remarks = new();
        _merged = [];
        _hiddenColumns = [];
        return StepToSheet();
    }

    /// <summary>Steps to the next row of the sheet; rows without a text may be left out.</summary>
    /// <param name="cells">Takes the row.</param>
    public abstract bool NextRow(SheetCells cells);

    /// <inheritdoc />
    public abstract void Dispose();

    /// <summary>Notes hidden columns.</summary>
    protected void HideColumns(long first, long last)
    {
        if (_hiddenColumns.Count < SheetCells.MostColumns)
            _hiddenColumns.Add((first, last));
    }

    /// <summary>Notes merged cells.</summary>
    protected void Merge(MergedCells? cells)
    {
        if (cells is not { } merged)
            return;
        if (_merged.Count == MergedCells.Most)
            throw new InvalidDataException("A sheet has more merged cells than any program makes.");
        _merged.Add(merged);
    }

    /// <inheritdoc cref="NextSheet" />
    protected abstract bool StepToSheet();
}
