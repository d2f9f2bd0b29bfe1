using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Which sheets of a workbook were read, and which were left out.</summary>
internal sealed class SheetsRead
{
    private const int MostListed = 30;

    private readonly List<string> _found = [];
    private readonly List<string> _hidden = [];
    private int _sheets;

    /// <summary>Adds a sheet.</summary>
    /// <param name="format">The format of its table; null where no reader knew it.</param>
    /// <param name="rows">How many rows of it were read.</param>
    public void Add(SheetText sheet, string? format, long rows)
    {
        _sheets = sheet.Of;
        if (sheet.IsHidden)
            _hidden.Add(sheet.Name);
        else
            _found.Add(
                format is null ? $"{sheet.Name} (no known table)"
                : rows == 1 ? $"{sheet.Name} ({format}, 1 row)"
                : $"{sheet.Name} ({format}, {rows} rows)"
            );
    }

    /// <summary>Reports them; nothing where a workbook has one sheet and it is shown.</summary>
    public void Report(FindingList findings)
    {
        if (_hidden.Count > 0)
            findings.Add(
                Check.SheetHidden.Found(
                    _hidden.Count == 1
                        ? $"The sheet {_hidden[0]} is hidden and was left out."
                        : $"{_hidden.Count} sheets are hidden and were left out: {Listed(_hidden)}."
                )
            );
        if (_sheets > 1)
            findings.Add(
                Check.SheetsRead.Found(
                    $"The workbook has {_sheets} sheets, of which {_found.Count} were looked at: {Listed(_found)}."
                )
            );
    }

    private static string Listed(List<string> names) =>
        names.Count == 0 ? "none"
        : names.Count <= MostListed ? string.Join(", ", names)
        : string.Join(", ", names.Take(MostListed)) + " and more";
}
