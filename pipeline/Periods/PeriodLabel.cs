using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Periods;

/// <summary>
/// Reads the period labels that publishers print: 2016, 2015/16, 2015-16, 2014-16, 2012/13 Q2, 2020/21 - 24/25,
/// 31 March 2024, and as people write them, 202324 or Oct 2023 to Sep 2024; with endings such as (prov), [r] or
/// (Final). A bare year means what the series' year type says, and a day is taken only where the series has that day.
/// </summary>
internal static partial class PeriodLabel
{
    private const int MaxPooledYears = 10;
    private const int FirstShortYear = 90;

    /// <summary>Reads a label.</summary>
    /// <param name="years">What a bare year means in this series; null where the label must say so itself.</param>
    /// <param name="status">How final the figure is, where the label says so.</param>
    /// <returns>Whether the label could be read.</returns>
    public static bool TryParse(string label, YearType? years, out Period period, out RevisionStatus? status)
    {
        period = default;
        var text = WithoutYearType(WithoutEnding(FoldedText.Of(label), out status), years);
        return (
                TryQuarter(text, out period)
                || TryPooled(text, years, out period)
                || TryYear(text, years, out period)
                || TryShort(text, years, out period)
                || TryCalendarQuarter(text, years, out period)
                || TryMonths(text, years, out period)
                || TryDay(text, out period)
            ) && IsOfSeries(period, years);
    }

    /// <summary>Whether the label itself names the months that a period begins and ends with, so that nothing else has
    /// to say what its year is.</summary>
    public static bool NamesMonths(string label) => Months().IsMatch(FoldedText.Of(label));

    /// <summary>A label without the ending that says how final its figure is: 2023/24 (prov), 2023/24 [r],
    /// 2023/24p; nor with a star that points to a note.</summary>
    /// <param name="status">What the ending says; null where there is none, or one that does not say it.</param>
    public static string WithoutEnding(string label, out RevisionStatus? status)
    {
        status = null;
        label = label.TrimEnd('*', ' ');
        if (label.Length == 0 || char.IsAsciiDigit(label[^1]) || Ending().Match(label) is not { Success: true } ending)
            return label;
        status = RevisionStatuses.FromBeginning(ending.Groups["word"].Value);
        return label[..ending.Index];
    }

    /// <summary>The first of two years, and the second as it is written: 2015/16, 2015 to 2016, 201516, 15/16, 1516.
    /// Null for any other label. Two in short form must follow each other.</summary>
    public static (int First, string Next)? TwoYears(string text) =>
        Year().Match(text) is { Success: true } match && match.Groups["next"].Value is { Length: > 0 } next
            ? (Number(match, "year"), next)
            : ShortYears(text);

    private static bool TryShort(string text, YearType? years, out Period period)
    {
        period = default;
        return years is not null
            && ShortYears(text) is { } two
            && TryYear($"{two.First}/{two.Next}", years, out period);
    }

    // 202324, as the Department for Education writes it; 202324.0 and 202,324 after a spreadsheet; 23/24 and 0910;
    // 910 where it lost the zero in front. 1990 to 2099 are years.
    private static (int First, string Next)? ShortYears(string text)
    {
        if (Short().Match(WithoutThousands(text)) is not { Success: true } match)
            return null;
        var (year, next) = (
            match.Groups["century"].Success ? Number(match, "century")
            : Number(match, "year") is var two && two >= FirstShortYear ? 1900 + two
            : 2000 + two,
            match.Groups["next"].Value
        );
        return Follows(year, next) ? (year, next) : null;
    }

    // FY2023/24 and AY 2023/24, where the series has such years; Year 2024 in any.
    private static string WithoutYearType(string text, YearType? years) =>
        (
            text.StartsWith("FY", StringComparison.OrdinalIgnoreCase)
            && years?.Kind is PeriodKind.FinancialYear or PeriodKind.ReportingYear
        ) || (text.StartsWith("AY", StringComparison.OrdinalIgnoreCase) && years?.Kind is PeriodKind.AcademicYear)
            ? text[2..].TrimStart()
        : text.StartsWith("Year ", StringComparison.OrdinalIgnoreCase) ? text[5..].TrimStart()
        : text;

    private static string WithoutThousands(string text) =>
        text.Length >= 7 && text[3] == ',' ? text.Remove(3, 1) : text;

    // Nobody can say whether the third quarter of a bare year ends in September or in December.
    private static bool TryCalendarQuarter(string text, YearType? years, out Period period)
    {
        period = default;
        if (
            years is not { Kind: PeriodKind.CalendarYear }
            || CalendarQuarter().Match(text) is not { Success: true } match
        )
            return false;
        var start = new DateOnly(Number(match, "year"), (3 * Number(match, "quarter")) - 2, 1);
        period = new(PeriodKind.Quarter, start, start.AddMonths(3).AddDays(-1));
        return true;
    }

    // Oct 2023 to Sep 2024: a year, a half or a quarter of one, or a month.
    private static bool TryMonths(string text, YearType? years, out Period period)
    {
        period = default;
        if (
            Months().Match(text) is not { Success: true } match
            || !TryMonth(match, "first", out var start)
            || !TryMonth(match, "last", out var last)
        )
            return false;
        var end = last.AddMonths(1).AddDays(-1);
        PeriodKind? kind = (((last.Year - start.Year) * 12) + last.Month - start.Month + 1) switch
        {
            3 => PeriodKind.Quarter,
            6 => PeriodKind.HalfYear,
            12 when years is not null && years.Ending(end.Year) == new Period(years.Kind, start, end) => years.Kind,
            12 when years is not null => null,
            12 => start.Month switch
            {
                1 => PeriodKind.CalendarYear,
                4 => PeriodKind.FinancialYear,
                9 => PeriodKind.AcademicYear,
                _ => PeriodKind.ReportingYear,
            },
            _ => null,
        };
        period = new(kind ?? default, start, end);
        return kind is not null;
    }

    private static bool TryMonth(Match match, string group, out DateOnly month) =>
        DateOnly.TryParseExact(
            $"1 {match.Groups[group].Value[..3]} {match.Groups[group + "Year"].Value}",
            "d MMM yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out month
        );

    // A series of years has no days and no months: what looks like one is a year that a spreadsheet has made a date of.
    // A series of days has one day a year.
    private static bool IsOfSeries(Period period, YearType? years) =>
        years is null
        || period.Kind is not (PeriodKind.Day or PeriodKind.Month)
        || (years.Kind == period.Kind && (years.StartMonth, years.StartDay) == (period.End.Month, period.End.Day));

    private static bool TryQuarter(string text, out Period period)
    {
        period = default;
        if (Quarter().Match(text) is not { Success: true } match || match.Groups["quarter"].Captures.Count != 1)
            return false;
        var year = Number(match, "year");
        if (!Follows(year, match.Groups["next"].Value))
            return false;
        var start = new DateOnly(year, 4, 1).AddMonths(3 * (Number(match, "quarter") - 1));
        period = new(PeriodKind.Quarter, start, start.AddMonths(3).AddDays(-1));
        return true;
    }

    private static bool TryPooled(string text, YearType? years, out Period period)
    {
        period = default;
        if (Pooled().Match(text) is not { Success: true } match)
            return false;
        var first = Number(match, "year");
        var last = Century(first, Number(match, "last"));
        if (
            !Follows(first, match.Groups["next"].Value)
            || !Follows(last, match.Groups["end"].Value)
            || last <= first
            || last - first > MaxPooledYears
            // No calendar year is written 2010/11, and a day is no year.
            || years is { Kind: PeriodKind.CalendarYear or PeriodKind.Day }
        )
            return false;
        var type = years ?? YearType.Find("financial")!;
        period = new(PeriodKind.Years, type.Ending(first + 1).Start, type.Ending(last + 1).End);
        return true;
    }

    private static bool TryYear(string text, YearType? years, out Period period)
    {
        period = default;
        if (Year().Match(text) is not { Success: true } match)
            return false;
        var year = Number(match, "year");
        var next = match.Groups["next"].Value;
        if (next.Length == 0)
        {
            period = years?.Ending(year) ?? default;
            return years is not null;
        }
        if (!Follows(year, next))
            return TryRange(year, next, years, out period);
        // 2015/16 ends in 2016; a calendar series that is labelled so cannot be placed.
        if (years is { Kind: PeriodKind.CalendarYear })
            return false;
        period = (years ?? YearType.Find("financial")!).Ending(year + 1);
        return true;
    }

    // 2014-16 is three pooled years, each of the series' own kind.
    private static bool TryRange(int year, string next, YearType? years, out Period period)
    {
        period = default;
        var last = Century(year, int.Parse(next, CultureInfo.InvariantCulture));
        if (years is null || last <= year || last - year > MaxPooledYears)
            return false;
        period = new(PeriodKind.Years, years.Ending(year).Start, years.Ending(last).End);
        return true;
    }

    private static bool TryDay(string text, out Period period)
    {
        var read = DateOnly.TryParseExact(
            DayOfMonth().Replace(text, "${day} "),
            ["d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd", "dd/MM/yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        period = new(PeriodKind.Day, day, day);
        // The centuries that the labels of years have, too.
        return read && day.Year is >= 1900 and <= 2099;
    }

    private static bool Follows(int year, string next) =>
        next
        == next.Length switch
        {
            4 => (year + 1).ToString(CultureInfo.InvariantCulture),
            1 => ((year + 1) % 10).ToString(CultureInfo.InvariantCulture),
            _ => ((year + 1) % 100).ToString("00", CultureInfo.InvariantCulture),
        };

    private static int Century(int first, int last) =>
        last >= 100 ? last : ((first / 100) + (last < first % 100 ? 1 : 0)) * 100 + last;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(Q(?<quarter>[1-4])\s*)?(?<year>(19|20)[0-9][0-9])[/_-](?<next>[0-9]{2}|[0-9]{4})(\s*Q(?<quarter>[1-4]))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"^(?<year>(19|20)[0-9][0-9])/(?<next>[0-9]{2})\s*(-|to)\s*(?<last>[0-9]{2}|[0-9]{4})/(?<end>[0-9]{2})$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Pooled();

    [GeneratedRegex(
        @"^(?<year>(19|20)[0-9][0-9])(\.0+)?((\s?[/_-]\s?|\s+to\s+)(?<next>[0-9]{1,2}|[0-9]{4}))?$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        @"^((?<century>(19|20)[0-9][0-9])(?<next>[0-9]{2})"
            + @"|(?<year>[0-9][0-9])[/-](?<next>[0-9]{2})|(?!(199|20[0-9])[0-9]$)(?<year>[0-9]?[0-9])"
            + @"(?<next>[0-9]{2}))(\.0+)?$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Short();

    [GeneratedRegex(
        @"^(?<year>(19|20)[0-9][0-9])\s?Q(?<quarter>[1-4])$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex CalendarQuarter();

    [GeneratedRegex(
        @"^(?<first>[A-Za-z]{3,9}) (?<firstYear>(19|20)[0-9][0-9])\s?(-|to)\s?(?<last>[A-Za-z]{3,9}) "
            + @"(?<lastYear>(19|20)[0-9][0-9])$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Months();

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,2})(st|nd|rd|th) ",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(
        @"(?<=[0-9])\s*[(\[]?(?<word>OT|Prov\w*|Rev\w*|Final|Est\w*|[pre])[)\]]?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Ending();
}
