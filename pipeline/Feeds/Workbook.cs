using System.Globalization;
using System.Text;
using ChildrensTrust.Pipeline.Screening;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>Turns the sheets of an Excel workbook into the rows that a CSV of the same table would have, so that one reader serves both.</summary>
internal static class Workbook
{
    /// <summary>Hands over each sheet as CSV text; rows and columns keep their places.</summary>
    public static async Task ReadSheetsAsync(Stream content, Reading reading, Limits limits, Func<string, int, Stream, Task> sheet, CancellationToken cancellationToken)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IExcelDataReader book;
        try
        {
            book = ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (ExcelReaderException)
        {
            reading.Refuse(Check.FileNotText.Found("The file looks like a workbook and cannot be opened as one; it may be cut off or protected by a password."));
            return;
        }
        using (book)
        {
            if (book.ResultsCount > limits.Sheets)
            {
                reading.Refuse(Check.FileTooLarge.Found($"The workbook has more than {limits.Sheets} sheets."));
                return;
            }
            do
            {
                var path = Path.GetTempFileName();
                await using var text = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
                await WriteAsync(book, text, limits, cancellationToken);
                text.Position = 0;
                await sheet(book.Name, book.ResultsCount, text);
            }
            while (!reading.Refused && book.NextResult());
        }
    }

    private static async Task WriteAsync(IExcelDataReader book, Stream text, Limits limits, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(text, new CsvWriterOptions { ValidateFieldCount = false }, leaveOpen: true);
        for (var row = 0L; row <= limits.Rows + limits.RowsAboveHeader && book.Read(); row++)
        {
            for (var i = 0; i < Math.Min(book.FieldCount, limits.Columns + 1); i++)
                csv.WriteField(Text(book, i));
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    // A number is kept with the fifteen digits that Excel itself keeps; one shown as a percentage means a hundred times what is stored.
    private static string Text(IExcelDataReader book, int column) => book.GetValue(column) switch
    {
        null => "",
        string text => text,
        double number => Number(number, book.GetNumberFormatString(column)),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Number(double number, string? format)
    {
        if (double.IsNaN(number) || Math.Abs(number) > 1e20)
            return number.ToString("R", CultureInfo.InvariantCulture);
        var exact = (decimal)number;
        return (format?.Contains('%', StringComparison.Ordinal) == true ? exact * 100 : exact).ToString("G29", CultureInfo.InvariantCulture);
    }
}
