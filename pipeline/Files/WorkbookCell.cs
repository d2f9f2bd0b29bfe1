using System.Globalization;
using System.Text.RegularExpressions;
using ExcelDataReader;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A cell of a workbook as the text that a CSV of the same table would have.</summary>
internal static partial class WorkbookCell
{
    /// <summary>The text; empty for a blank cell.</summary>
    public static string Text(IExcelDataReader book, int column) =>
        book.GetValue(column) switch
        {
            null => "",
            string text => text,
            double number => Number(number, book.GetNumberFormatString(column)),
            int number => number.ToString(CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            DateTime date => date.ToString(
                date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss",
                CultureInfo.InvariantCulture
            ),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };

    // A number is kept with the fifteen digits that Excel itself keeps; one shown as a percentage means a hundred times
    // what is stored.
    private static string Number(double number, string? format)
    {
        if (double.IsNaN(number) || Math.Abs(number) > 1e20)
            return number.ToString("R", CultureInfo.InvariantCulture);
        var exact = (decimal)number;
        return (IsPercentage(format) ? exact * 100 : exact).ToString("G29", CultureInfo.InvariantCulture);
    }

    // 0.0% shows a hundredfold; 0.0"%" and 0.0\% only print the sign behind the number as it is.
    private static bool IsPercentage(string? format) =>
        format?.Contains('%', StringComparison.Ordinal) == true
        && Printed().Replace(format, "").Contains('%', StringComparison.Ordinal);

    [GeneratedRegex(@"""[^""]*""|\\.|_.|\*.", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Printed();
}
