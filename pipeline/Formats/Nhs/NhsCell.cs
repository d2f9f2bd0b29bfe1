using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// A cell of an NHS workbook: a number, also one with thousands separators or a percent sign as a workbook saved as CSV
/// has them, or a symbol; DK stands for "data not known", and a formula that failed leaves an error text.
/// </summary>
internal static class NhsCell
{
    private static readonly HashSet<string> Unknown = new(
        ["DK", "n/k", "not known", "#DIV/0!", "#N/A", "#REF!", "#VALUE!"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Reads a cell.</summary>
    /// <returns>Whether it is a number or a known symbol.</returns>
    public static bool TryRead(CsvRows rows, int column, out Measure measure)
    {
        if (rows.TryMeasure(column, out measure, out _))
            return true;
        var text = rows.Text(column);
        if (Unknown.Contains(text))
        {
            measure = Measure.None(MissingReason.NotAvailable, text);
            return true;
        }
        return false;
    }
}
