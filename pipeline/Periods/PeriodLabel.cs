using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Periods;

/// <summary>
/// Reads the period labels that publishers print: 2016, 2015/16, 2015-16, 2014-16, 2012/13 Q2, 2020/21 - 24/25,
/// 31 March 2024, with endings such as (prov), (Rev) or (Final). A bare year means what the series' year type says, and
/// a day is taken only where the series has that day.
/// </summary>
internal static partial class PeriodLabel
{
    private const int MaxPooledYears = 10;

    /// <summary>Reads a label.</summary>
    /// <param name="years">What a bare year means in this series; null where the label must say so itself.</param>
    /// <param name="status">How final the figure is, where the label says so.</param>
    /// <returns>Whether the label could be read.</returns>
    public static bool TryParse(string label, YearType? years, out Period period, out RevisionStatus? status)
    {
        period = default;
        status = null;
        var text = label.Trim();
        if (Ending().Match(text) is { Success: true } ending)
        {
            status = RevisionStatuses.FromBeginning(ending.Groups["word"].Value);
            text = text[..ending.Index].TrimEnd();
        }
        return (
                TryQuarter(text, out period)
                || TryPooled(text, years, out period)
                || TryYear(text, years, out period)
                || TryDay(text, out period)
            ) && IsOfSeries(period, years);
    }

    // A series of years has no days and no months: what looks like one is a year that a spreadsheet has made a date of.
    // A series of days has one day a year.
    private static bool IsOfSeries(Period period, YearType? years) =>
        years is null
        || period.Kind is not (PeriodKind.Day or PeriodKind.Month)
        || (years.Kind == period.Kind && (years.StartMonth, years.StartDay) == (period.End.Month, period.End.Day));

    private static bool TryQuarter(string text, out Period period)
    {
        period = default;
        if (Quarter().Match(text) is not { Success: true } match)
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
            text,
            ["d MMMM yyyy", "yyyy-MM-dd", "dd/MM/yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        period = new(PeriodKind.Day, day, day);
        // The centuries that the labels of years have, too.
        return read && day.Year is >= 1900 and <= 2099;
    }

    private static bool Follows(int year, string next) =>
        next.Length == 4
            ? next == (year + 1).ToString(CultureInfo.InvariantCulture)
            : next == ((year + 1) % 100).ToString("00", CultureInfo.InvariantCulture);

    private static int Century(int first, int last) =>
        last >= 100 ? last : ((first / 100) + (last < first % 100 ? 1 : 0)) * 100 + last;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>(19|20)[0-9][0-9])[/-](?<next>[0-9]{2}|[0-9]{4})\s*Q(?<quarter>[1-4])$",
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
        @"^(?<year>(19|20)[0-9][0-9])([/-](?<next>[0-9]{2}|[0-9]{4}))?$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        @"\s*\((?<word>OT|Prov\w*|Rev\w*|Final)\)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Ending();
}
