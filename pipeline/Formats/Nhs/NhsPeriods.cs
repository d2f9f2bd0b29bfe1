using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// Finds the period that titles, column names, sheet names and file names cover: "Quarter 2 2012/13", "2012/13 Q2",
/// "Q2 2012-13", "July to September 2012", "Jul-Sep 2012/13", "quarter ending September 2012", "Q2_1213", or a year
/// alone.
/// </summary>
internal static class NhsPeriods
{
    /// <summary>The quarter that the texts cover, or else the financial year; null where there is none, or several, and
    /// where a text names a part of a year that is no quarter.</summary>
    /// <param name="texts">The texts, the most telling first, and the file's name last.</param>
    public static Period? Quarter(IReadOnlyCollection<string> texts)
    {
        var said = texts.Select(NhsPeriodText.Read).ToList();
        var quarters = said.SelectMany(t => t.Quarters).Distinct().ToList();
        // Where the quarter is known, other words in the file's name may say when the file was made, or be a version.
        var telling = quarters.Count > 0 && said.Count > 1 ? said[..^1] : said;
        return telling.Exists(t => t.NamesPart || t.NamesSeveralYears || (quarters.Count > 0 && t.NamesMonth)) ? null
            : quarters.Count > 0 ? Single(quarters)
            : InYear(FirstYear(said), said);
    }

    /// <summary>The school year that the first text with any covers; null where there is none, or several in that
    /// text, and where a text names several years together or a part of one.</summary>
    /// <param name="texts">The texts, the most telling first.</param>
    public static Period? SchoolYear(IReadOnlyCollection<string> texts)
    {
        var said = texts.Select(NhsPeriodText.Read).ToList();
        return !said.Exists(t => t.NamesPart || t.NamesSeveralYears) && FirstYear(said) is { } year
            ? YearType.Find("academic")!.Ending(year + 1)
            : null;
    }

    /// <summary>The period that the words over a column say, of which a title may say the quarter or the year; null
    /// where they say none.</summary>
    public static Period? QuarterOfColumn(string name, IReadOnlyCollection<string> titles) =>
        Quarter([name]) is not { } own ? QuarterIn(name, titles)
        : own.Kind == PeriodKind.FinancialYear ? InYear(own.Start.Year, [.. titles.Select(NhsPeriodText.Read)])
        : own;

    /// <summary>The period of a row, of which a column may say its quarter or its year.</summary>
    /// <param name="said">What the row itself says; empty where it says nothing.</param>
    /// <param name="titled">The period of the table.</param>
    public static Period? QuarterOfRow(string said, IReadOnlyCollection<string> titles, Period? titled) =>
        said.Length == 0
        || (Quarter([said]) is { Kind: PeriodKind.FinancialYear } year && titled is { } of && Holds(year, of))
            ? titled
            : QuarterOfColumn(said, titles);

    /// <summary>Whether a text names several years together.</summary>
    public static bool NamesSeveralYears(string text) => NhsPeriodText.Read(text).NamesSeveralYears;

    /// <summary>Whether a text names a year, in whichever way.</summary>
    public static bool NamesYear(string text) => NhsPeriodText.Read(text).NamesYear;

    /// <summary>Whether a text names a year or a part of one.</summary>
    public static bool NamesAny(string text) =>
        NhsPeriodForms.LoneYear.IsMatch(text)
        || NhsPeriodText.Read(text) is var said && (said.Years.Count > 0 || said.NamesSeveralYears || NamesPart(said));

    /// <summary>Whether a text names a part of a year.</summary>
    public static bool NamesPart(string text) => NamesPart(NhsPeriodText.Read(text));

    private static bool NamesPart(NhsPeriodText said) => said.Numbers.Count > 0 || said.NamesPart || said.NamesMonth;

    // The quarter that a text such as "Q1" means in the year of the titles.
    private static Period? QuarterIn(string text, IEnumerable<string> titles) =>
        NhsPeriodText.Read(text) is { NamesPart: false, NamesMonth: false, Years: [], Numbers: [var number] }
        && FirstYear([.. titles.Select(NhsPeriodText.Read)]) is { } year
            ? NhsPeriodText.Quarter(year, number)
            : null;

    // A year of which a text names a part is no whole year: "2012/13" beside "Quarter 2" is that quarter.
    private static Period? InYear(int? year, List<NhsPeriodText> said) =>
        year is not { } first || said.Exists(t => t.NamesPart || t.NamesMonth) ? null
        : said.SelectMany(t => t.Numbers).Distinct().ToList() is { Count: > 0 } numbers
            ? numbers is [var number] ? NhsPeriodText.Quarter(first, number)
                : null
        : said.Exists(t => t.NamesQuarters) ? null
        : YearType.Find("financial")!.Ending(first + 1);

    private static int? FirstYear(List<NhsPeriodText> said) =>
        said.Find(t => t.Years.Count > 0) is { Years: [var only] } ? only : null;

    private static bool Holds(Period year, Period part) => year.Start <= part.Start && part.End <= year.End;

    private static Period? Single(IReadOnlyList<Period> periods) => periods is [var only] ? only : null;
}
