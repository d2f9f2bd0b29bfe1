using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// Finds the period that titles, column names, sheet names and file names cover: "Quarter 2 2012/13", "2012/13 Q2",
/// "Q2 2012-13", "July to September 2012", "quarter ending September 2012", "Q2_1213", or a year alone.
/// </summary>
internal static partial class NhsPeriods
{
    private static readonly string[] Starts = ["apr", "jul", "oct", "jan"];
    private static readonly string[] Ends = ["jun", "sep", "dec", "mar"];

    /// <summary>The quarter that the first text with any covers, or else the financial year; null where there is
    /// none, or several in that text.</summary>
    /// <param name="texts">The texts, the most telling first.</param>
    public static Period? Quarter(IReadOnlyCollection<string> texts)
    {
        if (texts.Any(text => SeveralQuarters().IsMatch(text) || SeveralYears().IsMatch(text)))
            return null;
        var quarters = FirstSpokenOf(texts, Quarters);
        if (quarters.Length > 0)
            return Single(quarters);
        return Single(FirstSpokenOf(texts, text => Years(text, "financial"))) is { } year ? InYear(year, texts) : null;
    }

    /// <summary>The school year that the first text with any covers; null where there is none, or several in that
    /// text.</summary>
    /// <param name="texts">The texts, the most telling first.</param>
    public static Period? SchoolYear(IReadOnlyCollection<string> texts) =>
        texts.Any(text => SeveralYears().IsMatch(text))
            ? null
            : Single(FirstSpokenOf(texts, text => Years(text, "academic")));

    private static Period[] FirstSpokenOf(IEnumerable<string> texts, Func<string, IEnumerable<Period>> read) =>
        texts.Select(text => read(text).Distinct().ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];

    /// <summary>Whether a text names a part of a year.</summary>
    public static bool NamesPart(string text) => Part().IsMatch(text) || MonthsAlone().IsMatch(text);

    /// <summary>The quarter that a text such as "Q1" means in the year of the titles; null where they do not say
    /// one.</summary>
    public static Period? QuarterIn(string text, IEnumerable<string> titles) =>
        Part().Match(text) is { Success: true, Value: var part }
            ? Quarter([
                .. titles
                    .Select(title => YearPair().Match(title).Value)
                    .Where(y => y.Length > 0)
                    .Select(y => $"{part} {y}"),
            ])
            : null;

    /// <summary>The period that the words over a column say, of which a title may say the quarter or the year; null
    /// where they say none.</summary>
    public static Period? QuarterOfColumn(string name, IReadOnlyCollection<string> titles) =>
        Quarter([name]) is { } own
            ? own.Kind == PeriodKind.FinancialYear
                ? InYear(own, titles)
                : own
            : QuarterIn(name, titles);

    /// <summary>Whether a text names several years together.</summary>
    public static bool NamesSeveralYears(string text) => SeveralYears().IsMatch(text);

    /// <summary>Whether a text names a year, in whichever way.</summary>
    public static bool NamesYear(string text) => AnyYear().IsMatch(text);

    /// <summary>Whether a text names a year or a part of one.</summary>
    public static bool NamesAny(string text) => NamesPart(text) || YearPair().IsMatch(text);

    /// <summary>The period of a row, of which a column may say its quarter or its year.</summary>
    /// <param name="said">What the row itself says; empty where it says nothing.</param>
    /// <param name="titled">The period of the table.</param>
    public static Period? QuarterOfRow(string said, IEnumerable<string> titles, Period? titled)
    {
        if (said.Length == 0)
            return titled;
        if (Quarter([said]) is not { } own)
            return QuarterIn(said, titles);
        return own.Kind != PeriodKind.FinancialYear ? own
            : titled is { } of && own.Start <= of.Start && of.End <= own.End ? of
            : InYear(own, titles);
    }

    // A year of which a text names a part is no whole year: "2012/13" beside "Quarter 2" is that quarter.
    private static Period? InYear(Period year, IEnumerable<string> texts)
    {
        var words = texts.Select(text => Aside().Replace(text, " ")).ToList();
        if (!words.Exists(text => AnyPart().IsMatch(text)))
            return year;
        var parts = words
            .SelectMany(text => Part().Matches(text))
            .Select(match => match.Groups["quarter"].Value[0] - '1')
            .Distinct()
            .ToList();
        return parts is [var part] ? Quarter(year.Start.Year, part) : null;
    }

    private static Period? Single(Period[] periods) => periods.Length == 1 ? periods[0] : null;

    private static IEnumerable<Period> Quarters(string text)
    {
        var labelled = QuarterThenYear().Matches(text).Concat(YearThenQuarter().Matches(text)).ToList();
        foreach (var match in labelled)
        {
            if (FirstYear(match) is { } year)
                yield return Quarter(year, match.Groups["quarter"].Value[0] - '1');
        }
        foreach (Match match in MonthToMonth().Matches(text))
        {
            var quarter = Array.IndexOf(Starts, Short(match.Groups["from"].Value));
            if (quarter >= 0 && quarter == Array.IndexOf(Ends, Short(match.Groups["to"].Value)))
                yield return Ending(Number(match, "year"), quarter);
        }
        foreach (Match match in QuarterEnding().Matches(text))
            yield return Ending(Number(match, "year"), Array.IndexOf(Ends, Short(match.Groups["to"].Value)));
    }

    private static IEnumerable<Period> Years(string text, string type) =>
        from match in YearPair().Matches(text)
        let year = FirstYear(match)
        where year is not null
        select YearType.Find(type)!.Ending(year.Value + 1);

    // 2012/13, 2012-2013, and in file names 1213: the second year must follow the first.
    private static int? FirstYear(Match match)
    {
        var (year, next) = (Number(match, "year"), Number(match, "next"));
        year = year < 100 ? 2000 + year : year;
        return next == year + 1 || (next < 100 && next == (year + 1) % 100) ? year : null;
    }

    private static Period Ending(int calendarYear, int quarter) =>
        Quarter(quarter == 3 ? calendarYear - 1 : calendarYear, quarter);

    private static Period Quarter(int year, int quarter)
    {
        var start = new DateOnly(year, 4, 1).AddMonths(3 * quarter);
        return new(PeriodKind.Quarter, start, start.AddMonths(3).AddDays(-1));
    }

    private static string Short(string month) => month[..3].ToLowerInvariant();

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
