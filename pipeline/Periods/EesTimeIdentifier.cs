using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Periods;

/// <summary>
/// Reads the two time columns of the Explore Education Statistics format: <c>time_identifier</c> says the kind,
/// <c>time_period</c> the year in four digits or the two years in six ("201617").
/// </summary>
internal static partial class EesTimeIdentifier
{
    private sealed record Form(PeriodKind Kind, int Digits, int Month, int Day, int Months);

    private static readonly Dictionary<string, Form> Forms = Build();
    private static readonly Dictionary<string, string> Names = Forms.Keys.ToDictionary(
        name => name,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Reads a row's period.</summary>
    /// <param name="identifier">Such as "Academic year"; case and surrounding spaces do not matter.</param>
    /// <param name="years">The catalogue's word on what a year of this series is, which overrides the publisher's
    /// label; null for none.</param>
    /// <returns>Whether both could be read and agree.</returns>
    public static bool TryParse(string identifier, string time, YearType? years, out Period period)
    {
        period = default;
        if (!Forms.TryGetValue(identifier.Trim(), out var form))
            return false;
        time = Digits(time, form.Digits);
        if (
            time.Length != form.Digits
            || !int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return false;
        var year = form.Digits == 6 ? number / 100 : number;
        if (year is < 1900 or > 2100 || (form.Digits == 6 && number % 100 != (year + 1) % 100))
            return false;
        if (years is not null && form.Months == 12)
        {
            period = years.Ending(form.Digits == 6 ? year + 1 : year);
            return true;
        }
        if (form.Kind == PeriodKind.ReportingYear)
            year--;
        if (form.Kind == PeriodKind.Week && form.Month > ISOWeek.GetWeeksInYear(year))
            return false;
        // Months before the form's own year start fall in its second year: a spring term, a fourth quarter.
        var start =
            form.Kind == PeriodKind.Week
                ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, form.Month, DayOfWeek.Monday))
                : new DateOnly(year, 1, 1).AddMonths(form.Month - 1).AddDays(form.Day - 1);
        period = new(
            form.Kind,
            start,
            form.Kind == PeriodKind.Week ? start.AddDays(6) : start.AddMonths(form.Months).AddDays(-1)
        );
        return true;
    }

    /// <summary>A time period as the format writes it, after what spreadsheets and people make of it: 202122.0,
    /// 202,122, 2021/22, 2021 to 2022, 21/22, 2122 and 2021/22p are 202122. Anything else stays as it is, and so does
    /// 2021, which may be 2020/21 as well as a year.</summary>
    /// <param name="digits">How many digits its identifier needs.</param>
    public static string Digits(string time, int digits)
    {
        if (time.Length == digits && time.All(char.IsAsciiDigit))
            return time;
        time = PeriodLabel.WithoutEnding(time, out _);
        return Whole().Match(time) is { Success: true } whole ? whole.Groups["number"].Value
            : PeriodLabel.TwoYears(time) is var (first, next)
                ? $"{first}{(next.Length == 1 ? "0" : "")}{next[Math.Max(0, next.Length - 2)..]}"
            : time;
    }

    [GeneratedRegex(@"^(?<number>[0-9]{4,6})\.0+$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Whole();

    /// <summary>Whether an identifier says that a year is a calendar year.</summary>
    public static bool IsCalendarYear(string identifier) =>
        identifier.Trim().Equals("Calendar year", StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds an identifier of the format, whatever its case.</summary>
    /// <param name="name">As the format writes it: "Academic year".</param>
    /// <param name="digits">How many digits its time period has.</param>
    /// <returns>Whether the format has it.</returns>
    public static bool TryFind(string identifier, out string name, out int digits)
    {
        var found = Names.TryGetValue(identifier.Trim(), out name!);
        digits = found ? Forms[name].Digits : 0;
        return found;
    }

    private static Dictionary<string, Form> Build()
    {
        var forms = new Dictionary<string, Form>(StringComparer.OrdinalIgnoreCase)
        {
            ["Calendar year"] = new(PeriodKind.CalendarYear, 4, 1, 1, 12),
            ["Reporting year"] = new(PeriodKind.ReportingYear, 4, 4, 1, 12),
            ["Academic year"] = new(PeriodKind.AcademicYear, 6, 9, 1, 12),
            ["Financial year"] = new(PeriodKind.FinancialYear, 6, 4, 1, 12),
            ["Tax year"] = new(PeriodKind.TaxYear, 6, 4, 6, 12),
            ["Autumn term"] = new(PeriodKind.Term, 6, 9, 1, 4),
            ["Spring term"] = new(PeriodKind.Term, 6, 13, 1, 4),
            ["Summer term"] = new(PeriodKind.Term, 6, 17, 1, 4),
            ["Autumn and spring term"] = new(PeriodKind.Term, 6, 9, 1, 8),
            ["Part 1 (April to September)"] = new(PeriodKind.HalfYear, 6, 4, 1, 6),
            ["Part 2 (October to March)"] = new(PeriodKind.HalfYear, 6, 10, 1, 6),
        };
        foreach (
            var (name, digits, month, day) in new[]
            {
                ("Financial", 6, 4, 1),
                ("Academic", 6, 9, 1),
                ("Calendar", 4, 1, 1),
                ("Tax", 6, 4, 6),
            }
        )
        {
            for (var quarter = 1; quarter <= 4; quarter++)
                forms[$"{name} year Q{quarter}"] = new(PeriodKind.Quarter, digits, month + (3 * (quarter - 1)), day, 3);
        }
        for (var month = 1; month <= 12; month++)
            forms[CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)] = new(
                PeriodKind.Month,
                4,
                month,
                1,
                1
            );
        for (var week = 1; week <= 53; week++)
            forms[$"Week {week}"] = new(PeriodKind.Week, 4, week, 1, 0);
        return forms;
    }
}
