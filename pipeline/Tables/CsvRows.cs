using System.Text;
using System.Text.Unicode;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.PersonalData;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>
/// The rows of a table, one at a time, each counted and checked for its number of cells; columns are found by name,
/// whatever their order, case or surrounding spaces.
/// </summary>
internal sealed class CsvRows(CsvReader csv, string sheet, TableReading reading, Limits limits)
{
    private const int RowsBetweenLooks = 1000;
    private const int MaxName = 250;
    private const int MostTextLines = 50;
    private readonly List<IReadOnlyList<string>> _above = [];
    private int _textLines;
    private readonly long _started = limits.Clock.GetTimestamp();
    private readonly LastColumn _lastColumn = new();
    private bool _lastIsShort;
    private readonly HashSet<int> _markedColumns = [];
    private long _markedRow;
    private long _firstMarked;
    private long _marked;
    private bool _malformed;

    /// <summary>The present row as it is in the file, in UTF-8.</summary>
    public ReadOnlySpan<byte> Raw => csv.RawRecord;

    /// <summary>The character between cells.</summary>
    public char Separator => csv.Separator;

    /// <summary>The header.</summary>
    public Header Header { get; private set; } = new([]);

    /// <summary>The present row as a spreadsheet counts it: the first row of the file or sheet is row 1.</summary>
    public long Row { get; private set; }

    /// <summary>Whether a row may have fewer or more cells than the header; cells that are not there are then
    /// empty.</summary>
    public bool AllowRagged { get; set; }

    /// <summary>Whether the present row, which has a wrong number of cells, would be passed over all the same; null
    /// where the reader cannot tell.</summary>
    public Func<bool>? IsPart { get; set; }

    /// <summary>The columns by which a header of this table is known; none where any row may be one.</summary>
    public IReadOnlyList<string> TellingColumns { get; set; } = [];

    /// <summary>Takes the first lines of text below the table.</summary>
    public Action<string> Below { get; set; } = static _ => { };

    /// <summary>The rows above the header, such as titles.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Above => _above;

    /// <summary>The sheet's name; empty where there is only one, or none.</summary>
    public string Sheet { get; } = sheet.TrimEnd('!');

    /// <summary>Whether the rows are a sheet's, where cells at the end of a row are not lost but blank.</summary>
    internal bool IsWorkbook { get; init; }

    /// <summary>How many cells the present row has.</summary>
    public int CellCount => csv.FieldCount;

    /// <summary>Watches the cells of every row for personal data.</summary>
    internal PersonalDataTripwire Tripwire { get; } = new();

    /// <summary>Takes the next row as the header.</summary>
    /// <returns>False at the end of the table.</returns>
    public async ValueTask<bool> NextHeaderAsync(CancellationToken cancellationToken)
    {
        if (!await csv.ReadAsync(cancellationToken))
            return false;
        if (csv.RawRecord.Length > limits.RecordBytes)
        {
            RefuseLongRecord(Row + 1);
            return false;
        }
        if (Row++ > 0)
            _above.Add(Header.Names);
        Header = new([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Select(FootnoteMark.Without)]);
        return true;
    }

    /// <summary>Gives the columns other names, where a header of several rows says together what each is.</summary>
    public void Rename(IReadOnlyList<string> names)
    {
        Header = new(names);
        Tripwire.Header(names);
    }

    /// <summary>Steps to the next whole row. Blank rows and rows with a wrong number of cells are counted and passed
    /// over.</summary>
    /// <returns>False at the end of the table, or where a fault stops it.</returns>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        // Nearly every row is in the buffer already; otherwise there is something to wait for.
        while (true)
        {
            var read = csv.ReadAsync(cancellationToken);
            if (!read.IsCompletedSuccessfully)
                return NextAsync(read, cancellationToken);
            if (!read.Result)
                return new(false);
            if (Take() is { } whole)
                return new(whole);
        }
    }

    private async ValueTask<bool> NextAsync(ValueTask<bool> read, CancellationToken cancellationToken)
    {
        while (await read)
        {
            if (Take() is { } whole)
                return whole;
            read = csv.ReadAsync(cancellationToken);
        }
        return false;
    }

    // True for a whole row, false for a fault that stops the table, null for a row that is passed over.
    private bool? Take()
    {
        Row++;
        var length = csv.RawRecord.Length;
        if (length > limits.RecordBytes)
        {
            RefuseLongRecord(Row);
            return false;
        }
        reading.Rows.Row();
        _lastIsShort = false;
        Watch();
        if (_malformed)
        {
            // Rows may have been swallowed by the open quotation mark, so none from here on can be trusted.
            reading.Reject(Check.QuoteFault.Found("A quotation mark is not paired.", Row));
            reading.Refuse(Check.QuoteFault.Found("Reading stopped at the first fault in quotation marks.", Row));
            return false;
        }
        if (reading.Rows.Read > limits.Rows)
        {
            reading.Reject(Check.FileTooLarge.Found($"The table has more than {limits.Rows} rows.", Row));
            reading.Refuse(Check.FileTooLarge.Found("Reading stopped at the most rows that a file may have.", Row));
            return false;
        }
        if (reading.Series.Held > limits.Figures)
        {
            reading.Reject(
                Check.FileTooLarge.Found(
                    $"The file has more than {limits.Figures} figures, or fewer with long notes.",
                    Row
                )
            );
            reading.Refuse(Check.FileTooLarge.Found("Reading stopped at the limit on figures in one file.", Row));
            return false;
        }
        if (reading.Rows.Read % RowsBetweenLooks == 0 && HasTaken(limits.Time))
        {
            reading.Reject(
                Check.FileTooLarge.Found($"Reading took longer than {limits.Time.TotalMinutes:0} minutes.", Row)
            );
            reading.Refuse(Check.FileTooLarge.Found("Reading stopped at the longest time that a file may take.", Row));
            return false;
        }
        if (IsBlank())
            reading.Rows.Skip("blank row");
        else if (!Utf8.IsValid(csv.RawRecord))
            // The first bytes of the file were, and said how to read it. A word with such a byte would be another word.
            reading.Reject(Check.RowEncoding.Found("The row holds bytes that are not UTF-8 text.", Row));
        else if (csv.FieldCount > limits.Columns)
            reading.Reject(Check.CellCount.Found($"The row has more than {limits.Columns} cells.", Row));
        else if (!AllowRagged && Header.Count > 2 && TextLine.Is(this))
        {
            reading.Rows.Skip(TextLine.Reason);
            if (_textLines++ < MostTextLines)
                Below(Text(0));
        }
        else if (!AllowRagged && HeaderAgain.Is(this))
        {
            if (!HeaderAgain.IsTheSame(this))
            {
                // Whatever is below it would be read in the columns of another table.
                reading.Reject(Check.HeaderChanged.Found("This row is a second header, with different columns.", Row));
                reading.Refuse(
                    Check.HeaderChanged.Found(
                        "Reading stopped at a second header, because its columns are different.",
                        Row
                    )
                );
                return false;
            }
            reading.Rows.Skip(HeaderAgain.Reason);
            reading.Counted.Add(Check.HeaderAgain, Row, "the header is repeated");
        }
        else if (csv.FieldCount != Header.Count && !AllowRagged && !IsWorkbook && IsPart?.Invoke() == true)
        {
            _lastIsShort = csv.FieldCount < Header.Count;
            reading.Findings.Add(
                Check.CellCount.Found(
                    $"The row has {csv.FieldCount} cells where the header has {Header.Count}. It is of a part of the "
                        + "whole and would not be used.",
                    Row
                )
            );
            reading.Rows.Skip("breakdown");
        }
        else if (csv.FieldCount != Header.Count && !AllowRagged && !IsWorkbook)
        {
            _lastIsShort = csv.FieldCount < Header.Count;
            reading.Reject(
                Check.CellCount.Found($"The row has {csv.FieldCount} cells where the header has {Header.Count}.", Row)
            );
        }
        else if (length > limits.CellBytes && TooLong() is { } column)
            reading.Reject(
                Check.CellTooLong.Found($"A cell is longer than {Limits.Words(limits.CellBytes)}.", Row, NameOf(column))
            );
        else
        {
            _lastColumn.Add(csv.GetSpan(csv.FieldCount - 1));
            return true;
        }
        return null;
    }

    /// <summary>
    /// Says that no line break follows the last row. An upload that stopped inside a row leaves one that is too short,
    /// or, inside the last cell, a row of the right number of cells in which 45.4 reads as 4: where every other figure
    /// of the column has more decimals. Then the file is refused.
    /// </summary>
    internal void EndsOpen()
    {
        if (_lastIsShort)
            reading.Refuse(
                Check.LastRowCut.Found("The last row stops before its last column, and no line break follows it.", Row)
            );
        else if (_lastColumn.IsCutOff)
            reading.Refuse(
                Check.LastRowCut.Found(
                    "The last figure has fewer decimals than each of the others in its column, and no line break "
                        + "follows it.",
                    Row,
                    NameOf(Header.Count - 1)
                )
            );
        else
            reading.Findings.Add(Check.LastRowOpen.Found("No line break follows the last row.", Row));
    }

    /// <summary>Looks at the rows that no reader takes, for personal data alone.</summary>
    internal async ValueTask WatchRestAsync(CancellationToken cancellationToken)
    {
        for (var row = 1L; await csv.ReadAsync(cancellationToken); row++)
        {
            if (row > limits.Rows || (row % RowsBetweenLooks == 0 && HasTaken(limits.Time + limits.SearchTime)))
            {
                reading.Findings.Add(
                    Check.FileTooLarge.Found(
                        "From this row on the table was not searched for personal data: it is too long.",
                        Row + row
                    )
                );
                return;
            }
            Watch();
        }
    }

    private bool HasTaken(TimeSpan time) => limits.Clock.GetElapsedTime(_started) > time;

    /// <summary>Looks at the present row for personal data.</summary>
    internal void Watch()
    {
        if (!Tripwire.NextRow())
            return;
        for (var i = 0; i < csv.FieldCount; i++)
            Tripwire.Cell(i, csv.GetSpan(i));
    }

    /// <summary>Looks at the present row for personal data as one that is rejected.</summary>
    internal void WatchRejected()
    {
        for (var i = 0; i < csv.FieldCount; i++)
            Tripwire.Rejected(i, csv.GetSpan(i));
    }

    /// <summary>Notes that a record breaks the rules of quotation marks.</summary>
    public void Malformed() => _malformed = true;

    internal void RefuseLongRecord(long row) =>
        reading.Refuse(
            Check.QuoteFault.Found(
                $"A record is longer than {Limits.Words(limits.RecordBytes)}: a quotation mark is opened and not "
                    + "closed, or the file is not a table.",
                row
            )
        );

    /// <summary>A column's name for provenance and findings: with its sheet in front where the workbook has
    /// several.</summary>
    public string NameOf(int column)
    {
        var name =
            sheet
            + (
                column < Header.Count && Header.Names[column].Length > 0 ? Header.Names[column] : $"column {column + 1}"
            );
        return name.Length <= MaxName ? name : name[..MaxName] + "…";
    }

    /// <summary>A cell in UTF-8 as it is in the file, valid until the next row; empty where the row has no such
    /// cell.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public ReadOnlySpan<byte> AsPublished(int column) =>
        column < 0 || column >= csv.FieldCount ? default : csv.GetSpan(column);

    /// <summary>A cell in UTF-8 as what it says (see FoldedText), valid until the next row.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public ReadOnlySpan<byte> Cell(int column)
    {
        var cell = AsPublished(column);
        return FoldedText.Of(FootnoteMark.MayEnd(cell) ? WithoutMark(column, cell) : cell);
    }

    /// <summary>A cell as what it says, to be compared (see FoldedText); empty where the row has no such
    /// cell.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public string Text(int column)
    {
        if (column < 0 || column >= csv.FieldCount)
            return "";
        var cell = csv.GetSpan(column);
        var folded = Cell(column);
        // The reader pools the texts of cells; a folded one is another text.
        return folded.Length == cell.Length && folded.SequenceEqual(cell)
            ? csv.GetString(column)
            : Encoding.UTF8.GetString(folded);
    }

    /// <summary>A cell as text to be shown, without surrounding spaces.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public string Shown(int column) => column < 0 || column >= csv.FieldCount ? "" : csv.GetString(column).Trim();

    /// <summary>A cell as a measure, where only the number matters.</summary>
    /// <returns>Whether it is a number or a known symbol.</returns>
    public bool TryMeasure(int column, out Measure measure) =>
        TryMeasure(column, out measure, out var mark) && !mark.IsPercent;

    /// <summary>A cell as a measure, with the mark behind it.</summary>
    /// <returns>Whether it is a number or a known symbol.</returns>
    public bool TryMeasure(int column, out Measure measure, out FigureMark mark) =>
        MeasureCell.TryRead(Cell(column), Separator, out measure, out mark);

    /// <summary>Whether a cell is the given text, however it is spelt (see WordKey).</summary>
    public bool Is(int column, string text) => WordKey.Same(Cell(column), text);

    /// <summary>Reports in how many cells the mark of a footnote was left out.</summary>
    internal void ReportMarks()
    {
        if (_marked > 0)
            reading.Findings.Add(
                Check.FootnoteLeftOut.Found(
                    $"In {(_marked == 1 ? "1 cell" : $"{_marked} cells")} a raised digit was left out: it points to a "
                        + "footnote and is no part of a figure, a year or a code.",
                    _firstMarked
                )
            );
    }

    // A cell may be asked for more than once.
    private ReadOnlySpan<byte> WithoutMark(int column, ReadOnlySpan<byte> cell)
    {
        var plain = FootnoteMark.Without(cell);
        if (plain.Length == cell.Length)
            return cell;
        if (_markedRow != Row)
            _markedColumns.Clear();
        _markedRow = Row;
        if (_markedColumns.Add(column) && _marked++ == 0)
            _firstMarked = Row;
        return plain;
    }

    // A spreadsheet saved as CSV writes a blank row as separators alone.
    private bool IsBlank()
    {
        for (var i = 0; i < csv.FieldCount; i++)
        {
            var cell = csv.GetSpan(i);
            if (cell.ContainsAnyInRange((byte)'!', (byte)'~') || !FoldedText.Of(cell).IsEmpty)
                return false;
        }
        return true;
    }

    private int? TooLong()
    {
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if (csv.GetSpan(i).Length > limits.CellBytes)
                return i;
        }
        return null;
    }
}
