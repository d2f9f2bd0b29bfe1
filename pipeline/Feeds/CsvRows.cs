using System.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Screening;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>
/// The rows of a CSV file, one at a time, each counted and checked for its number of cells; columns are found by name,
/// whatever their order, case or surrounding spaces.
/// </summary>
public sealed class CsvRows(CsvReader csv, Header header, Reading reading)
{
    private long _malformed;

    /// <summary>The file's header.</summary>
    public Header Header { get; } = header;

    /// <summary>The present row as a spreadsheet counts it: the header is row 1.</summary>
    public long Row => csv.RowNumber + 1;

    /// <summary>Steps to the next whole row. Blank rows and rows with a wrong number of cells are counted and passed over.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>False at the end of the file, or where a fault in its quotation marks stops it.</returns>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (await csv.ReadAsync(cancellationToken))
        {
            reading.Rows.Row();
            if (_malformed > 0)
            {
                // Rows may have been swallowed by the open quotation mark, so none from here on can be trusted.
                reading.Reject(Check.QuoteFault.Found("A quotation mark is not paired.", Row));
                reading.Refuse(Check.QuoteFault.Found("Reading stopped at the first fault in quotation marks.", Row));
                return false;
            }
            if (csv.FieldCount == Header.Count)
                return true;
            if (csv.FieldCount == 1 && csv.GetSpan(0).IsEmpty)
                reading.Rows.Skip("blank row");
            else
                reading.Reject(Check.CellCount.Found($"The row has {csv.FieldCount} cells where the header has {Header.Count}.", Row));
        }
        return false;
    }

    /// <summary>Notes that a record breaks the rules of quotation marks.</summary>
    public void Malformed() => _malformed++;

    /// <summary>A cell in UTF-8, valid until the next row; empty where the file has no such column.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public ReadOnlySpan<byte> Cell(int column) => column < 0 ? default : csv.GetSpan(column);

    /// <summary>A cell as text without surrounding spaces; empty where the file has no such column.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public string Text(int column) => column < 0 ? "" : csv.GetString(column).Trim();

    /// <summary>A cell as a measure.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="measure">What it says.</param>
    /// <returns>Whether it is a number or a known symbol.</returns>
    public bool TryMeasure(int column, out Measure measure) => MeasureCell.TryRead(Cell(column), out measure);

    /// <summary>A cell as a number; null where it is missing, not there or not a number.</summary>
    /// <param name="column">The column's index, or -1.</param>
    public decimal? Number(int column) => column >= 0 && TryMeasure(column, out var measure) ? measure.Value : null;

    /// <summary>Whether a cell is the given text, whatever the case of its letters.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="text">The text.</param>
    public bool Is(int column, string text) => Ascii.EqualsIgnoreCase(Cell(column), text);
}
