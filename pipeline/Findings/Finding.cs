using System.Globalization;

namespace ChildrensTrust.Pipeline.Findings;

/// <summary>Something found in a file: a stable code, a sentence, and where. A finding never holds a cell's
/// content.</summary>
/// <param name="Message">A sentence that says what is wrong.</param>
/// <param name="Row">The first of its rows as a spreadsheet counts it (the header is row 1); null where it is about the
/// file.</param>
/// <param name="Column">The column's name; null where it is about no one column.</param>
/// <param name="Rows">All its rows, such as "2 to 110, 114", where it was found in several; otherwise null.</param>
/// <param name="Count">How often it was found.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string Message,
    long? Row = null,
    string? Column = null,
    string? Rows = null,
    int Count = 1
)
{
    /// <summary>Its rows as a reader looks for them, such as "2 to 110, 114 (110 times)"; null where it is about the
    /// file.</summary>
    public string? Where => Rows is null ? Row?.ToString(CultureInfo.InvariantCulture) : $"{Rows} ({Count} times)";

    /// <summary>What to do about it.</summary>
    public string Guidance => Check.Find(Code)?.Guidance ?? "";
}
