using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>Why the label of a period is not taken.</summary>
internal static class UnreadPeriod
{
    /// <summary>The finding.</summary>
    /// <param name="otherwise">What to say of a label that no spreadsheet has made a date of.</param>
    public static Finding Found(string label, string otherwise, long row, string column) =>
        SpreadsheetDate.Is(label)
            ? Check.PeriodIsDate.Found(
                "The period is a date, and this series has no figures of single days.",
                row,
                column
            )
            : Check.PeriodUnreadable.Found(otherwise, row, column);
}
