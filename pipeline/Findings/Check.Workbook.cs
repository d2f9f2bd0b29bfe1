namespace ChildrensTrust.Pipeline.Findings;

// What spreadsheets and the people who save them do to a file.
public sealed partial record Check
{
    /// <summary>The file is of a kind that is known and not read.</summary>
    public static readonly Check FileKindNotRead = new(
        "FILE_KIND_NOT_READ",
        Severity.Error,
        "Open the file in Excel, choose Save As and the type Excel Workbook (.xlsx) or CSV UTF-8, and upload that. "
            + "A document or a picture has no table to save: download the publisher's data file."
    );

    /// <summary>An archive holds something else than one data file.</summary>
    public static readonly Check ArchiveOfMany = new(
        "ARCHIVE_OF_MANY",
        Severity.Error,
        "Unpack the archive and upload its data files one by one."
    );

    /// <summary>Texts beside the data file of an archive are not read.</summary>
    public static readonly Check ArchiveLeftOut = new(
        "ARCHIVE_LEFT_OUT",
        Severity.Information,
        "You do not need to do anything: guidance is kept with the data file, and no figure is taken from it."
    );

    /// <summary>A cell of a workbook holds an error in place of a figure.</summary>
    public static readonly Check WorkbookErrors = new(
        "WORKBOOK_ERRORS",
        Severity.Warning,
        "Open the workbook, find the cells that show #N/A, #REF! or the like, and put the publisher's figures or "
            + "symbols in their place; or ask the publisher."
    );

    /// <summary>A cell of a workbook holds a formula that no program has calculated.</summary>
    public static readonly Check FormulaNotCalculated = new(
        "FORMULA_NOT_CALCULATED",
        Severity.Warning,
        "Open the workbook in Excel, which calculates the formulas, save it and upload it again."
    );

    /// <summary>The mark of a footnote was left out of a cell.</summary>
    public static readonly Check FootnoteLeftOut = new(
        "FOOTNOTE_LEFT_OUT",
        Severity.Warning,
        "Check those figures in the file, and read its footnotes. What a footnote says of a figure is not shown in a "
            + "report."
    );

    /// <summary>Cells are merged over several rows.</summary>
    public static readonly Check CellsMerged = new(
        "CELLS_MERGED",
        Severity.Warning,
        "Check that the merged cell belongs to every row it covers. A merged figure counts for its first row only."
    );

    /// <summary>Rows of a sheet are hidden.</summary>
    public static readonly Check RowsHidden = new(
        "ROWS_HIDDEN",
        Severity.Warning,
        "Check in the workbook whether these rows should count: a filter hides rows, and so may someone who meant to "
            + "remove them. Delete those that should not, and upload the file again."
    );

    /// <summary>Columns of a sheet are hidden.</summary>
    public static readonly Check ColumnsHidden = new(
        "COLUMNS_HIDDEN",
        Severity.Warning,
        "Check in the workbook whether these columns should count. Delete those that should not, and upload the file "
            + "again."
    );

    /// <summary>A sheet is hidden and was left out.</summary>
    public static readonly Check SheetHidden = new(
        "SHEET_HIDDEN",
        Severity.Warning,
        "Where its figures should count, show the sheet in Excel (right-click a sheet's name, Unhide), save the "
            + "workbook and upload it again."
    );

    /// <summary>What was found in each sheet of a workbook.</summary>
    public static readonly Check SheetsRead = new(
        "SHEETS_READ",
        Severity.Information,
        "You need do nothing where the sheets with figures were read."
    );
}
