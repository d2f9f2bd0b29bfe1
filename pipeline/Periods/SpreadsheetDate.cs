using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Periods;

/// <summary>
/// A date that a spreadsheet has made of a year. Excel takes 2011/12 for December 2011 as soon as it is typed or a CSV
/// is opened, and saves it as a day, as Dec-11, as 12/2011, or as the number of the day.
/// </summary>
internal static partial class SpreadsheetDate
{
    /// <summary>Whether a label of a period is such a date, where the series has no days.</summary>
    public static bool Is(string label) => Day().IsMatch(label) || Month().IsMatch(label);

    /// <summary>Whether a day is the one that Excel makes of a year such as 2011/12: the first of a month that has the
    /// number of the second year.</summary>
    public static bool IsOfYear(DateOnly day) => day.Day == 1 && day.Month == (day.Year + 1) % 100;

    [GeneratedRegex(
        @"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9:.]+)?|[0-9]{1,2}/[0-9]{1,2}/([0-9]{2}|[0-9]{4})|[34][0-9]{4})\s*$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^\s*([0-9]{1,2}[ -])?((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]([0-9]{2}|[0-9]{4})|"
            + @"(?<=[0-9][ -])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|[0-9]{1,2}/[0-9]{4})\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Month();
}
