using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>What the cells and rows of one sheet have that their texts do not say: marks of footnotes, formulas without
/// a value, errors, and rows that nobody sees.</summary>
internal sealed class SheetRemarks
{
    private const int MostRanges = 20;

    // What a cell says in place of a figure that is not there: neither a number nor a symbol, so that it is not taken
    // for blank.
    private const string NotCalculated = "#NOT CALCULATED";
    private const string OnlyMark = "#ONLY A MARK";
    private const string TwoStyles = "#DIGITS IN TWO STYLES";

    private readonly List<(long First, long Last)> _hidden = [];
    private readonly HashSet<PersonalDataKind> _personal = [];
    private readonly List<string> _hiddenColumns = [];
    private long _hiddenRows;
    private long _marks;
    private long _notCalculated;
    private long _errors;

    /// <summary>The text of a cell with runs in superscript.</summary>
    public string WithoutMark(RunText text)
    {
        if (text.IsUnclear)
            return TwoStyles;
        if (!text.HasMark)
            return text.Whole;
        _marks++;
        return string.IsNullOrWhiteSpace(text.Plain) ? OnlyMark : text.Plain;
    }

    /// <summary>Looks for personal data in the text of a formula, which no row has.</summary>
    public void Look(string formula)
    {
        if (formula.Contains('"', StringComparison.Ordinal))
            _personal.UnionWith(PersonalDataInText.Sure(PlainText.Of(formula)));
    }

    /// <summary>What was found of individuals; null for nothing.</summary>
    public Finding? PersonalData => PersonalDataKind.Found(_personal, "a formula of the workbook");

    /// <summary>The text of a formula that no program has calculated.</summary>
    public string Uncalculated()
    {
        _notCalculated++;
        return NotCalculated;
    }

    /// <summary>The text of a cell that holds an error, such as #N/A.</summary>
    public string Error(string? text)
    {
        _errors++;
        return text is ['#', _, ..] ? text : "#ERROR";
    }

    /// <summary>Notes that rows which have texts are hidden.</summary>
    public void Hidden(long first, long last)
    {
        _hiddenRows += last - first + 1;
        if (_hidden.Count > 0 && _hidden[^1].Last + 1 == first)
            _hidden[^1] = (_hidden[^1].First, last);
        else if (_hidden.Count <= MostRanges)
            _hidden.Add((first, last));
    }

    /// <summary>Notes hidden columns, counted from 0.</summary>
    /// <param name="width">How many columns have texts.</param>
    public void HideColumns(IEnumerable<(long First, long Last)> columns, long width)
    {
        foreach (var (first, last) in columns.Where(c => c.First >= 0 && c.First < width))
            _hiddenColumns.Add(Range(SheetCells.Name(first), SheetCells.Name(Math.Min(last, width - 1))));
    }

    /// <summary>Reports them.</summary>
    /// <param name="where">The sheet, as the end of a sentence; empty where there is only one.</param>
    public void Report(FindingList findings, string where)
    {
        if (_marks > 0)
            findings.Add(
                Check.FootnoteLeftOut.Found(
                    $"In {Counted(_marks, "cell")}{where} a mark in superscript was left out: it points to a footnote "
                        + "and is no part of a figure, a year or a code."
                )
            );
        if (_notCalculated > 0)
            findings.Add(
                Check.FormulaNotCalculated.Found(
                    $"{Counted(_notCalculated, "cell")}{where} {Have(_notCalculated)} a formula and no result, because "
                        + "no program has calculated it."
                )
            );
        if (_errors > 0)
            findings.Add(
                Check.WorkbookErrors.Found(
                    $"{Counted(_errors, "cell")}{where} {Have(_errors)} an error such as #N/A or #REF! in place of "
                        + "a figure."
                )
            );
        if (_hiddenRows > 0)
            findings.Add(
                Check.RowsHidden.Found(
                    $"{Counted(_hiddenRows, "row")}{where} {(_hiddenRows == 1 ? "is" : "are")} hidden and "
                        + $"{(_hiddenRows == 1 ? "was" : "were")} read like the rest: "
                        + $"{Listed(_hidden.Select(r => Range($"{r.First}", $"{r.Last}")))}.",
                    _hidden[0].First
                )
            );
        if (_hiddenColumns.Count > 0)
            findings.Add(
                Check.ColumnsHidden.Found(
                    (
                        _hiddenColumns is [{ Length: <= 3 }]
                            ? $"A hidden column{where} was"
                            : $"Hidden columns{where} were"
                    ) + $" read like the rest: {Listed(_hiddenColumns)}."
                )
            );
    }

    private static string Range(string first, string last) => first == last ? first : $"{first} to {last}";

    private static string Listed(IEnumerable<string> ranges)
    {
        var all = ranges.ToList();
        return string.Join(", ", all.Take(MostRanges)) + (all.Count > MostRanges ? " and more" : "");
    }

    private static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Have(long count) => count == 1 ? "has" : "have";
}
