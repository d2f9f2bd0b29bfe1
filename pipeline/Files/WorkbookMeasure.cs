using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Adds up what the parts of a workbook would take in memory.</summary>
internal sealed class WorkbookMeasure(Limits limits)
{
    private PartMeasure _part = new("", limits);
    private long _texts;
    private long _others;

    /// <summary>Ends one part and begins the next.</summary>
    public void NextPart(string name)
    {
        (_texts, _others) = (_texts + _part.SharedTexts, _others + _part.Others);
        _part = new(name, limits);
    }

    /// <summary>Takes the next bytes of the part.</summary>
    /// <returns>What is too large; null for nothing.</returns>
    public Finding? Add(ReadOnlySpan<byte> bytes)
    {
        _part.Add(bytes);
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
