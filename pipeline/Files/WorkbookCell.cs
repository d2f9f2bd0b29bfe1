using System.Globalization;
using ExcelDataReader;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A cell that ExcelDataReader reads as the text that a CSV of the same table would have.</summary>
internal static class WorkbookCell
{
    /// <summary>The text; empty for a blank cell.</summary>
    public static string Text(IExcelDataReader book, int column) =>
        book.GetValue(column) switch
        {
            null => "",
            string text => text,
            double number => NumberFormat.Text(number, Meaning(book.GetNumberFormatString(column)), since1904: false),
            int number => number.ToString(CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            DateTime date => NumberFormat.Text(date),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };

    // Dates are told by the library.
    private static NumberMeaning Meaning(string? format) =>
        NumberFormat.Meaning(format) == NumberMeaning.Percentage ? NumberMeaning.Percentage : NumberMeaning.Number;
}
