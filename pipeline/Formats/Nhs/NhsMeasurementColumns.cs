using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>What a column of a child measurement table says of a weight category.</summary>
internal enum NhsMeasurementFigure
{
    /// <summary>How many children.</summary>
    Number,

    /// <summary>What percentage of those measured.</summary>
    Prevalence,

    /// <summary>The lower end of its interval.</summary>
    Lower,

    /// <summary>The upper end of its interval.</summary>
    Upper,

    /// <summary>Something else, such as the width of an interval.</summary>
    Other,
}

/// <summary>The school years in which children are measured.</summary>
internal enum NhsSchoolYear
{
    /// <summary>The year that they begin school in.</summary>
    Reception,

    /// <summary>The last of primary school.</summary>
    Year6,
}

/// <summary>The columns of one weight category in one school year.</summary>
/// <param name="Year">The school year that the figures are of.</param>
/// <param name="SaysYear">Whether the columns say so; otherwise a heading between the rows or a title must.</param>
/// <param name="Value">The category's name in the catalogue, such as "reception-obese" or
/// "year-6-excess-weight".</param>
/// <param name="Period">The school year; null where the columns do not say which.</param>
/// <param name="Measured">Where the number of children measured stands; -1 where it does not.</param>
internal sealed record NhsMeasurementBlock(
    NhsSchoolYear Year,
    bool SaysYear,
    string Value,
    Period? Period,
    IReadOnlyDictionary<NhsMeasurementFigure, int> At,
    int Measured
);

/// <summary>Tells the columns of a child measurement table by the words over them. Obese, severely obese, overweight,
/// and overweight and obese together are four different things.</summary>
internal static partial class NhsMeasurementColumns
{
    private const int MaxNameLength = 200;

    private enum Subject
    {
        Measured,
        Obese,
        ExcessWeight,
        Another,
    }

    /// <summary>The blocks of a table that have a prevalence.</summary>
    public static IReadOnlyList<NhsMeasurementBlock> Find(
        IReadOnlyList<NhsColumn> columns,
        IReadOnlyList<string> titles,
        FileReading reading
    )
    {
        var plain = titles.Any(t => Prevalence().IsMatch(t)) && !titles.Any(t => Number().IsMatch(t));
        var whole = (
            from column in columns
            let about = column.Nearest(About)
            where about is not (null or Subject.Another)
            where !NhsPeriods.NamesSeveralYears(column.Name) && !NhsPeriods.NamesPart(column.Name)
            let figure = column.Nearest(Figure)
                ?? (plain ? NhsMeasurementFigure.Prevalence : NhsMeasurementFigure.Other)
            let period = NhsPeriods.SchoolYear([column.Name])
            where period is not null || !NhsPeriods.NamesYear(column.Name)
            group column by (About: about.Value, Year: column.Nearest(YearIn), Period: period, Figure: figure) into same
            where same.Key is { Figure: not NhsMeasurementFigure.Other } or { About: Subject.Measured }
            let column = NhsGroups.Whole(same, reading)
            where column is not null
            select (same.Key, column.Index)
        ).ToList();
        return
        [
            .. from year in Enum.GetValues<NhsSchoolYear>()
            from column in whole
            where column.Key.About != Subject.Measured && (column.Key.Year ?? year) == year
            // Columns that say their year themselves go first.
            orderby column.Key.Year is null
            group column by (Year: year, column.Key.About, column.Key.Period) into block
            let at = block.DistinctBy(c => c.Key.Figure).ToDictionary(c => c.Key.Figure, c => c.Index)
            where at.ContainsKey(NhsMeasurementFigure.Prevalence)
            let measured = whole
                .Where(c =>
                    c.Key.About == Subject.Measured
                    && (c.Key.Year ?? block.Key.Year) == block.Key.Year
                    && c.Key.Period == block.Key.Period
                )
                .OrderBy(c => c.Key.Year is null)
                .Select(c => c.Index)
                .FirstOrDefault(-1)
            select new NhsMeasurementBlock(
                block.Key.Year,
                block.Any(c => c.Key is { Figure: NhsMeasurementFigure.Prevalence, Year: not null }),
                Name(block.Key.Year, block.Key.About),
                block.Key.Period,
                at,
                measured
            ),
        ];
    }

    /// <summary>Whether a row of texts names obesity and something beside it that such a table has.</summary>
    public static bool Names(IReadOnlyList<string> texts) =>
        // A row with a paragraph in it, such as a data dictionary's, is no header.
        texts.All(t => t.Length <= MaxNameLength)
        && texts.Any(t => Obese().IsMatch(t))
        && texts.Count(t => Obese().IsMatch(t) || Beside().IsMatch(t)) > 1
        && texts.Any(t => Beside().IsMatch(t));

    /// <summary>Whether anything is known of a column.</summary>
    public static bool Knows(NhsColumn column) => column.Nearest(About) is not null;

    /// <summary>Whether titles say that children are counted where their school is.</summary>
    public static bool IsBySchool(IEnumerable<string> titles) =>
        titles.Any(t => BySchool().IsMatch(t) && !ByChild().IsMatch(t));

    private static string Name(NhsSchoolYear year, Subject about) =>
        (year == NhsSchoolYear.Reception ? "reception" : "year-6")
        + (about == Subject.Obese ? "-obese" : "-excess-weight");

    private static Subject? About(string text)
    {
        // "Obese (including severely obese)" is about the obese; "overweight (including obese)" is about both.
        var words = IncludingSevere().Replace(text, "");
        if (
            Severe().IsMatch(words)
            || Beside().IsMatch(words) is true
                && !Overweight().IsMatch(words)
                && !Obese().IsMatch(words)
                && !Measured().IsMatch(words)
        )
            return Subject.Another;
        if (Excess().IsMatch(words))
            return Subject.ExcessWeight;
        if (Overweight().IsMatch(words))
            return Obese().IsMatch(words) && !Excluding().IsMatch(words) ? Subject.ExcessWeight : Subject.Another;
        return Excluding().IsMatch(words) ? Subject.Another
            : Obese().IsMatch(words) ? Subject.Obese
            : Measured().IsMatch(words) ? Subject.Measured
            : null;
    }

    /// <summary>The school year that a text names; null for none, or both.</summary>
    public static NhsSchoolYear? YearIn(string text) =>
        (Reception().IsMatch(Plain(text)), Year6().IsMatch(Plain(text))) switch
        {
            (true, false) => NhsSchoolYear.Reception,
            (false, true) => NhsSchoolYear.Year6,
            _ => null,
        };

    private static string Plain(string text) => text.Replace('_', ' ').Replace('–', '-').Replace('—', '-');

    private static NhsMeasurementFigure? Figure(string text) =>
        (Lower().IsMatch(text), Upper().IsMatch(text), Number().IsMatch(text), Prevalence().IsMatch(text)) switch
        {
            (true, true, _, _) => NhsMeasurementFigure.Other,
            (true, _, _, _) => NhsMeasurementFigure.Lower,
            (_, true, _, _) => NhsMeasurementFigure.Upper,
            _ when Interval().IsMatch(text) => NhsMeasurementFigure.Other,
            (_, _, true, false) => NhsMeasurementFigure.Number,
            (_, _, false, true) => NhsMeasurementFigure.Prevalence,
            _ => null,
        };

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\bobes(e|ity)\b", Options, 60_000)]
    private static partial Regex Obese();

    [GeneratedRegex(@"\bover\s?weight\b", Options, 60_000)]
    private static partial Regex Overweight();

    [GeneratedRegex(@"\bexcess weight\b", Options, 60_000)]
    private static partial Regex Excess();

    [GeneratedRegex(@"\b(sever|morbid|extremely|very obes)|\bclass (2|3|II|III)\b", Options, 60_000)]
    private static partial Regex Severe();

    [GeneratedRegex(@"\(?\bincl(uding|\.)?\s+sever\w*(\s+obes\w*)?\)?", Options, 60_000)]
    private static partial Regex IncludingSevere();

    [GeneratedRegex(@"\b((not|excluding|excl\.?|but not)\s+|non[\s-]?)obes", Options, 60_000)]
    private static partial Regex Excluding();

    [GeneratedRegex(@"\bmeasured\b", Options, 60_000)]
    private static partial Regex Measured();

    [GeneratedRegex(@"\bunder\s?weight\b|\bhealthy\b|\bover\s?weight\b|\bmeasured\b", Options, 60_000)]
    private static partial Regex Beside();

    [GeneratedRegex(
        @"\b(reception|rec)\b|\b(year|yr|y)\s?R\b(?!\W*[0-9])|^\s*R\b(?!\))|" + @"(?<![0-9/])\b4\s?(-|to|/|and)\s?5\b",
        Options,
        60_000
    )]
    private static partial Regex Reception();

    [GeneratedRegex(
        @"\b(year|yr?)[\s.-]*(6|six|VI)\b(?!\s*months?\b)|(?<![0-9/])\b10\s?(-|to|and)\s?11\b|"
            + @"\bage[ds]?\W{0,2}10\s?/\s?11\b|(?<![0-9/])\b10\s?/\s?11\W?(years|(year|yr)s?[\s-]olds?)\b",
        Options,
        60_000
    )]
    private static partial Regex Year6();

    [GeneratedRegex(@"\blower\b|\bLCL\b|\bLL\b", Options, 60_000)]
    private static partial Regex Lower();

    [GeneratedRegex(@"\bupper\b|\bUCL\b|\bUL\b", Options, 60_000)]
    private static partial Regex Upper();

    [GeneratedRegex(@"\bconfidence\b|\bCI\b|\binterval\b", Options, 60_000)]
    private static partial Regex Interval();

    [GeneratedRegex(@"\bnumbers?\b|\bno\.|\bcount\b", Options, 60_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\bprevalence\b|%|\bper\s?cent(age)?\b|\bproportion\b", Options, 60_000)]
    private static partial Regex Prevalence();

    [GeneratedRegex(
        @"\b(postcode|location) of (the |their )?school|\bschool'?s? (postcode|location)|\bwhere the school",
        Options,
        60_000
    )]
    private static partial Regex BySchool();

    [GeneratedRegex(
        @"\b(postcode|residence) of (the )?(child|pupil)|\b(child|pupil)'?s? (postcode|residence)",
        Options,
        60_000
    )]
    private static partial Regex ByChild();
}
