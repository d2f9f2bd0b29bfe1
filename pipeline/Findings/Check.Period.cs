namespace ChildrensTrust.Pipeline.Findings;

// Periods that the series of a figure cannot have.
public sealed partial record Check
{
    /// <summary>The period is a date where the series has years.</summary>
    public static readonly Check PeriodIsDate = new(
        "PERIOD_IS_DATE",
        Severity.Error,
        "Excel turns a year such as 2011/12 into a date, 1 December 2011, and shows it as Dec-11. Format the column as "
            + "Text (Home, Number Format, Text) before you type in it, or download the publisher's file again and "
            + "upload it without opening it in Excel. Put the years back, such as 2011/12, and upload the file again."
    );

    /// <summary>A local return has another kind of year than the publishers' figures.</summary>
    public static readonly Check PeriodOfOtherYear = new(
        "PERIOD_OTHER_YEAR",
        Severity.Error,
        "A figure for a different kind of year cannot be compared with the published figures. Correct year_type, or "
            + "delete the row."
    );

    /// <summary>The period ended before any series of the catalogue began.</summary>
    public static readonly Check PeriodTooEarly = new(
        "PERIOD_TOO_EARLY",
        Severity.Error,
        "Correct the period. Excel shows a number as a day of 1905 where its cell is formatted as a date: format the "
            + "column as Text and put the year back."
    );
}
