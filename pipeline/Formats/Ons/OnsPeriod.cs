using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Ons;

/// <summary>Reads the periods of the Office for National Statistics: a day and a length (2021-04-01/P1Y,
/// 2006-08-01T00:00:00/P1Y), or a label.</summary>
internal static partial class OnsPeriod
{
    private const int DaysOfSeason = 45;

    /// <summary>Reads a period.</summary>
    /// <param name="years">What a year of this series is, which overrides the day on which the publisher lets it begin;
    /// null for what that day says.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParse(string text, YearType? years, out Period period)
    {
        period = default;
        if (Interval().Match(text) is not { Success: true } match)
            return PeriodLabel.TryParse(text, years, out period, out _);
        if (
            !DateOnly.TryParseExact(
                match.Groups["start"].Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var start
            ) || start.Year is < 1900 or > 2100
        )
            return false;
        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        (period, var read) = (match.Groups["unit"].Value, count) switch
        {
            ("Y", 1) or ("M", 12) when Year(start, years) is var year => (year, Begins(year, start)),
            ("Y", > 1) => (new(PeriodKind.Years, start, start.AddYears(count).AddDays(-1)), true),
            ("M", 1) => (new(PeriodKind.Month, start, start.AddMonths(1).AddDays(-1)), true),
            ("M", 3) => (new(PeriodKind.Quarter, start, start.AddMonths(3).AddDays(-1)), true),
            ("D", 1) => (new(PeriodKind.Day, start, start), true),
            _ => (default(Period), false),
        };
        return read;
    }

    // The publisher lets a school year begin in August. A year that begins at another time is another year.
    private static bool Begins(Period year, DateOnly start) =>
        year.Kind is not (PeriodKind.AcademicYear or PeriodKind.FinancialYear or PeriodKind.CalendarYear)
        || Math.Abs(year.Start.DayNumber - start.DayNumber) <= DaysOfSeason;

    private static Period Year(DateOnly start, YearType? years) =>
        (
            years
            ?? YearType.Find(
                start.Month switch
                {
                    4 => "financial",
                    8 or 9 => "academic",
                    _ => "calendar",
                }
            )!
        ).Ending(start.AddYears(1).AddDays(-1).Year);

    [GeneratedRegex(
        "^(?<start>[0-9]{4}-[0-9]{2}-[0-9]{2})(T00:00:00Z?)?/P(?<count>[0-9]{1,2})(?<unit>[YMD])$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Interval();
}
