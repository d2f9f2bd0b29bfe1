using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>What one text says of its period.</summary>
/// <param name="Quarters">The quarters that stand beside their year.</param>
/// <param name="Numbers">The quarters that it names, 1 to 4, beside a year or not.</param>
/// <param name="Years">The years that it names, each by its first: 2012 for 2012/13.</param>
internal sealed record NhsPeriodText(
    IReadOnlyList<Period> Quarters,
    IReadOnlyList<int> Numbers,
    IReadOnlyList<int> Years
)
{
    private static readonly string[] Starts = ["apr", "jul", "oct", "jan"];
    private static readonly string[] Ends = ["jun", "sep", "dec", "mar"];

    /// <summary>Whether it names a part of a year that is no one quarter, such as a half.</summary>
    public bool NamesPart { get; private init; }

    /// <summary>Whether it names a month that is not part of the name of a quarter.</summary>
    public bool NamesMonth { get; private init; }

    /// <summary>Whether it mentions quarters or months but not which ones.</summary>
    public bool NamesQuarters { get; private init; }

    /// <summary>Whether it names several years together.</summary>
    public bool NamesSeveralYears { get; private init; }

    /// <summary>Whether it names a year, in whichever way.</summary>
    public bool NamesYear { get; private init; }

    /// <summary>Reads a text.</summary>
    public static NhsPeriodText Read(string text)
    {
        var words = Plain(text);
        var numbers = NhsPeriodForms
            .Quarter.Matches(words)
            .Select(match => Number(match, "quarter"))
            .Distinct()
            .ToList();
        var years = YearsIn(words);
        var rest = NhsPeriodForms.Quarter.Replace(words, " ");
        return new([.. QuartersIn(words).Distinct()], numbers, years)
        {
            NamesPart =
                numbers.Count > 1
                || NhsPeriodForms.SeveralQuarters.IsMatch(words)
                || NhsPeriodForms.Part.IsMatch(rest)
                || (
                    numbers.Count > 0
                    && (NhsPeriodForms.MoreThanQuarter.IsMatch(rest) || NhsPeriodForms.WholeYear.IsMatch(text))
                ),
            // Beside a quarter, a day is when the table was made.
            NamesMonth = NhsPeriodForms.Month.IsMatch(numbers.Count > 0 ? NhsPeriodForms.Day.Replace(rest, " ") : rest),
            NamesQuarters = NhsPeriodForms.Quarters.IsMatch(NhsPeriodForms.Origin.Replace(rest, " ")),
            NamesSeveralYears = NhsPeriodForms.SeveralYears.IsMatch(words),
            NamesYear =
                years.Count > 0
                || NhsPeriodForms.AnyYear.IsMatch(words)
                || NhsPeriodForms.ShortYear.Matches(words).Any(match => First(match) is not null),
        };
    }

    /// <summary>A quarter of a financial year.</summary>
    /// <param name="year">The calendar year in which the financial year begins.</param>
    /// <param name="number">1 to 4.</param>
    public static Period Quarter(int year, int number)
    {
        var start = new DateOnly(year, 4, 1).AddMonths(3 * (number - 1));
        return new(PeriodKind.Quarter, start, start.AddMonths(3).AddDays(-1));
    }

    // The text with one kind of dash, without ages and days of publication, and with quarters for the months that make
    // one: "Jul-Sep 2012/13" is "Q2 2012/13", and so is "July to September 2012".
    private static string Plain(string text)
    {
        var words = text.Replace('_', '-').Replace('–', '-').Replace('—', '-').Replace('\u00a0', ' ');
        words = NhsPeriodForms.MadeOn.Replace(NhsPeriodForms.Ages.Replace(words, " "), " ");
        words = NhsPeriodForms.WholeYear.Replace(words, OfWholeYear);
        var hasYear = YearsIn(words).Count > 0;
        string OfQuarter(Match match) => AsQuarter(match, hasYear);
        return NhsPeriodForms.QuarterEnding.Replace(NhsPeriodForms.MonthToMonth.Replace(words, OfQuarter), OfQuarter);
    }

    private static string OfWholeYear(Match match)
    {
        var (from, to) = (match.Groups["from"], match.Groups["to"]);
        if (!to.Success)
            return " ";
        var first = Number(match, "to") - 1;
        return from.Success && from.Value != Text(first) ? match.Value : $" {Text(first)}/{to.Value[2..]} ";
    }

    private static string AsQuarter(Match match, bool hasYear)
    {
        var number = Array.IndexOf(Ends, Short(match, "to")) + 1;
        var (began, year) = (match.Groups["began"], match.Groups["year"]);
        if (
            number == 0
            || (match.Groups["from"].Success && Short(match, "from") != Starts[number - 1])
            || (began.Success && began.Value != year.Value)
            || !(year.Success || hasYear)
        )
            return match.Value;
        if (!year.Success)
            return $" Q{Text(number)} ";
        var first = number == 4 ? Number(match, "year") - 1 : Number(match, "year");
        return $" Q{Text(number)} {Text(first)}/{Text(first + 1)[2..]} ";
    }

    private static IEnumerable<Period> QuartersIn(string words) =>
        from match in NhsPeriodForms
            .QuarterThenYear.Matches(words)
            .Concat(NhsPeriodForms.YearThenQuarter.Matches(words))
        let year = First(match)
        where year is not null
        select Quarter(year.Value, Number(match, "quarter"));

    private static List<int> YearsIn(string words) =>
        [.. NhsPeriodForms.YearPair.Matches(words).Select(First).OfType<int>().Distinct()];

    // 2012/13, 2012-2013, and in file names 1213: the second year must follow the first.
    private static int? First(Match match)
    {
        var (year, next) = (Number(match, "year"), Number(match, "next"));
        year = year < 100 ? 2000 + year : year;
        return next == year + 1 || (next < 100 && next == (year + 1) % 100) ? year : null;
    }

    private static string Short(Match match, string group) => match.Groups[group].Value[..3].ToLowerInvariant();

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
