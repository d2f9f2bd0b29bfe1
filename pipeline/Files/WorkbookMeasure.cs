using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Adds up what the parts of a workbook would take in memory, and sees errors in its cells.</summary>
internal sealed class WorkbookMeasure(Limits limits)
{
    private PartMeasure _part = new("", limits);
    private ErrorCellSearch? _errors;
    private long _texts;
    private long _others;

    /// <summary>Whether a cell of those parts holds an error such as #N/A.</summary>
    public bool HasErrorCells { get; private set; }

    /// <summary>Ends one part and begins the next.</summary>
    public void NextPart(string name)
    {
        _errors = name.StartsWith("xl/worksheets/", StringComparison.Ordinal) ? new() : null;
        (_texts, _others) = (_texts + _part.SharedTexts, _others + _part.Others);
        _part = new(name, limits);
    }

    /// <summary>Takes the next bytes of the part.</summary>
    /// <returns>What is too large; null for nothing.</returns>
    public Finding? Add(ReadOnlySpan<byte> bytes)
    {
        _part.Add(bytes);
        _errors?.Add(bytes);
        HasErrorCells |= _errors?.Found == true;
        return _part.Fault
            ?? TooLong("The texts of the workbook are", _texts + _part.SharedTexts, limits.SharedTextBytes)
            ?? TooLong(
                "What the workbook has beside rows and texts is",
                _others + _part.Others,
                limits.PackedOtherBytes
            );
    }

    private static Finding? TooLong(string subject, long bytes, long limit) =>
        bytes > limit
            ? Check.FileTooLarge.Found(
                $"{subject} longer than {Limits.Words(limit)}. Save the sheet as CSV and upload that."
            )
            : null;
}
