using System.Globalization;
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
        if (rows.TryMeasure(column, out measure))
            return true;
        var text = rows.Text(column);
        if (Unknown.Contains(text))
        {
            measure = Measure.None(MissingReason.NotAvailable, text);
            return true;
        }
        var number =
            text.EndsWith('%') ? text[..^1].TrimEnd()
            : HasThousands(text) ? text.Replace(",", "", StringComparison.Ordinal)
            : "";
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return false;
        measure = Measure.From(value);
        return true;
    }

    private static bool HasThousands(string text)
    {
        var groups = text.Split('.')[0].Split(',');
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups[1..].All(g => g.Length == 3);
    }
}
