namespace ChildrensTrust.Pipeline.Findings;

/// <summary>Something found in a file: a stable code, a sentence, and where. A finding never holds a cell's
/// content.</summary>
/// <param name="Message">A sentence that says what is wrong.</param>
/// <param name="Row">The row as a spreadsheet counts it (the header is row 1); null where it is about the file.</param>
/// <param name="Column">The column's name; null where it is about no one column.</param>
public sealed record Finding(string Code, Severity Severity, string Message, long? Row = null, string? Column = null)
{
    /// <summary>What to do about it.</summary>
    public string Guidance => Check.Find(Code)?.Guidance ?? "";
}
