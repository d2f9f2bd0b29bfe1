using System.Text;
using ChildrensTrust.Pipeline.Findings;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Turns the sheets of an Excel workbook into the rows that a CSV of the same table would have, so that one
/// reader serves both.</summary>
internal static class Workbook
{
    /// <summary>Hands over each sheet as CSV text; rows and columns keep their places, and blank cells at the end of a
    /// row are left out.</summary>
    public static async Task ReadSheetsAsync(
        Stream content,
        FileScreening reading,
        Limits limits,
        Func<string, int, Stream, Task> sheet,
        CancellationToken cancellationToken
    )
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IExcelDataReader? open = null;
        if (
            !Try(
                () =>
                    open = ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { LeaveOpen = true }),
                reading
            )
        )
            return;
        using var book = open!;
        if (book.ResultsCount > limits.Sheets)
        {
            reading.Refuse(Check.FileTooLarge.Found($"The workbook has more than {limits.Sheets} sheets."));
            return;
        }
        var started = limits.Clock.GetTimestamp();
        do
        {
            if (limits.Clock.GetElapsedTime(started) > limits.Time)
            {
                reading.Refuse(
                    Check.FileTooLarge.Found(
                        $"Reading the sheets took longer than {limits.Time.TotalMinutes:0} minutes."
                    )
                );
                return;
            }
            if ((long)book.RowCount * book.FieldCount > limits.SheetCells)
            {
                reading.Refuse(
                    Check.FileTooLarge.Found(
                        $"A sheet spans more than {limits.SheetCells} cells; often one was left far behind the "
                            + "table by mistake."
                    )
                );
                return;
            }
            await using var text = TemporaryFile.Create();
            if (!await TryWriteAsync(book, text, reading, limits, cancellationToken))
                return;
            text.Position = 0;
            await sheet(book.Name ?? "", book.ResultsCount, text);
        }
        // The sheets behind one that refuses the workbook are kept with it, so they are looked at for personal data.
        while (!reading.HoldsPersonalData && Try(book.NextResult, reading));
    }

    private static async Task<bool> TryWriteAsync(
        IExcelDataReader book,
        FileStream text,
        FileScreening reading,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        await using var csv = CsvWriter.Create(
            text,
            new CsvWriterOptions { ValidateFieldCount = false },
            leaveOpen: true
        );
        var cells = new List<string>();
        // One row more than any header and its rows may have, so that CsvRows finds the one too many.
        var most = limits.Rows + limits.RowsAboveHeader + 2;
        var (row, more) = (0L, true);
        for (; row < most && Try(() => more = book.Read(), reading); row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadCells(book, cells, limits.Columns + 1);
            if (text.Position > limits.TextBytes)
            {
                reading.Refuse(
                    Check.FileTooLarge.Found($"A sheet is longer than {Limits.Words(limits.TextBytes)} as text.")
                );
                return false;
            }
            foreach (var cell in cells.DefaultIfEmpty(""))
                csv.WriteField(cell);
            await csv.EndRecordAsync(cancellationToken);
        }
        return row == most || !more;
    }

    private static void ReadCells(IExcelDataReader book, List<string> cells, int most)
    {
        cells.Clear();
        // A cell behind the last column that is read still makes the row one cell too long.
        for (var (i, blank) = (0, 0); i < book.FieldCount && cells.Count < most; i++)
        {
            var cell = WorkbookCell.Text(book, i);
            if (cell.Length == 0)
            {
                blank++;
                continue;
            }
            for (; blank > 0 && cells.Count < most; blank--)
                cells.Add("");
            if (cells.Count < most)
                cells.Add(cell);
        }
    }

    // A step of the library and of nothing else. A workbook that someone made or damaged on purpose can fail there
    // anywhere and in any way; each is the same finding.
    private static bool Try(Func<bool> step, FileScreening reading)
    {
        try
        {
            return step();
        }
        catch (InvalidPasswordException)
        {
            reading.Refuse(Check.FileProtected.Found("The workbook is protected by a password."));
        }
        catch (Exception fault)
            when (fault is not (OperationCanceledException or OutOfMemoryException)
                && !TemporaryFile.IsFaultOfDisk(fault)
            )
        {
            reading.Refuse(
                Check.FileNotText.Found(
                    "The file looks like a workbook and cannot be read as one; it may be cut off or protected by "
                        + "a password."
                )
            );
        }
        return false;
    }

    private static bool Try(Action step, FileScreening reading) =>
        Try(
            () =>
            {
                step();
                return true;
            },
            reading
        );
}
