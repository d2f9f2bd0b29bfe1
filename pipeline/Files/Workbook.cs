using ChildrensTrust.Pipeline.Findings;
using CsvHelper;
using ExcelDataReader.Exceptions;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A sheet of a workbook, written as CSV.</summary>
/// <param name="Of">How many sheets the workbook has.</param>
/// <param name="Rows">The text, from its first byte. Rows and columns keep their places; blank cells at the end of a
/// row, and blank rows at the end of the sheet, are left out.</param>
/// <param name="Remarks">What its cells have that the text does not say.</param>
internal sealed record SheetText(string Name, int Of, bool IsHidden, Stream Rows, SheetRemarks Remarks)
{
    /// <summary>The cells that are merged over several rows.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];
}

/// <summary>Turns the sheets of a workbook into the rows that a CSV of the same table would have, so that one reader
/// serves both.</summary>
internal static class Workbook
{
    private const int RowsBetweenLooks = 1000;

    /// <summary>Hands over each sheet.</summary>
    /// <param name="open">Opens the workbook, which may turn out to be none.</param>
    public static async Task ReadSheetsAsync(
        Func<OpenedBook> open,
        FileScreening reading,
        Limits limits,
        Func<SheetText, Task> sheet,
        CancellationToken cancellationToken
    )
    {
        OpenedBook? opened = null;
        var isFound = Try(
            () =>
            {
                opened = open();
                return opened.NextSheet();
            },
            reading
        );
        using var book = opened;
        if (book is null || reading.Refused)
            return;
        if (book.Sheets > limits.Sheets)
        {
            reading.Refuse(Check.FileTooLarge.Found($"The workbook has more than {limits.Sheets} sheets."));
            return;
        }
        var started = limits.Clock.GetTimestamp();
        // The sheets behind one that refuses the workbook are kept with it, so they are looked at for personal data.
        for (; isFound; isFound = !reading.HoldsPersonalData && Try(book.NextSheet, reading))
        {
            await using var text = TemporaryFile.Create();
            if (!await TryWriteAsync(book, text, reading, (limits, started), cancellationToken))
                return;
            text.Position = 0;
            await sheet(new(book.Name, book.Sheets, book.IsHidden, text, book.Remarks) { Merged = book.Merged });
        }
    }

    private static async Task<bool> TryWriteAsync(
        OpenedBook book,
        FileStream text,
        FileScreening reading,
        (Limits Limits, long Started) bounds,
        CancellationToken cancellationToken
    )
    {
        await using var csv = CsvWriter.Create(
            text,
            new CsvWriterOptions { ValidateFieldCount = false },
            leaveOpen: true
        );
        var limits = bounds.Limits;
        var cells = new SheetCells(limits.Columns + 1);
        // One row more than any header and its rows may have, so that CsvRows finds the one too many.
        var most = limits.Rows + limits.RowsAboveHeader + 2;
        var (row, width, looked) = (0L, 0L, 0L);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (looked++ % RowsBetweenLooks == 0 && limits.Clock.GetElapsedTime(bounds.Started) > limits.Time)
                return Refuse($"Reading the sheets took longer than {limits.Time.TotalMinutes:0} minutes.");
            if (!Try(() => book.NextRow(cells), reading))
            {
                book.Remarks.HideColumns(book.HiddenColumns, width);
                return !reading.Refused;
            }
            if (cells.Texts.Count == 0)
                continue;
            var first = Math.Max(cells.Row, row + 1);
            var last = first + cells.Times - 1;
            width = Math.Max(width, cells.Width);
            if (Math.Min(last, most) * (decimal)width > limits.SheetCells)
                return Refuse(
                    $"A sheet spans more than {limits.SheetCells} cells; often one was left far behind the table by "
                        + "mistake."
                );
            if (cells.IsHidden)
                book.Remarks.Hidden(first, last);
            while (row < Math.Min(last, most))
            {
                row++;
                foreach (var cell in row < first ? [""] : cells.Texts)
                    csv.WriteField(cell);
                await csv.EndRecordAsync(cancellationToken);
                if (text.Position > limits.TextBytes)
                    return Refuse($"A sheet is longer than {Limits.Words(limits.TextBytes)} as text.");
            }
            if (row == most)
                return true;
        }

        bool Refuse(string sentence)
        {
            reading.Refuse(Check.FileTooLarge.Found(sentence));
            return false;
        }
    }

    // A step of what reads a workbook and of nothing else. A workbook that someone made or damaged on purpose can fail
    // there anywhere and in any way; each is the same finding.
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
}
