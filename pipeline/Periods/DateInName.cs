using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Periods;

/// <summary>Reads the date that a file's name holds.</summary>
internal static partial class DateInName
{
    /// <summary>A whole date, such as 2024-10-31 or 20241031; null where there is none.</summary>
    public static DateOnly? Day(string file)
    {
        foreach (Match match in IsoDay().Matches(file))
        {
            if (
                DateOnly.TryParseExact(
                    match.Value.Replace("-", "").Replace("_", ""),
                    "yyyyMMdd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
                return day;
        }
        return null;
    }

    /// <summary>The first day of a month that is named with its year, such as April_2021; null where there is
    /// none.</summary>
    public static DateOnly? Month(string file) =>
        MonthAndYear().Match(file) is { Success: true } match
        && DateOnly.TryParseExact(
            $"1 {match.Groups["month"].Value[..3]} {match.Groups["year"].Value}",
            "d MMM yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    [GeneratedRegex(
        @"(?<!\d)(19|20)\d\d(?<between>[-_]?)(0[1-9]|1[0-2])\k<between>(0[1-9]|[12]\d|3[01])(?!\d)",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex IsoDay();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?)[-_ ]?(?<year>20\d\d)(?!\d)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex MonthAndYear();
}
