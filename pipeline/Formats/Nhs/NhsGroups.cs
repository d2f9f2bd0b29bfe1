using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// Tells by the words over a column whether it is of all children. A heading such as "Urban" or "Girls" may stand over
/// figures whose own headings are those of the whole.
/// </summary>
internal static partial class NhsGroups
{
    /// <summary>The one column of several with the same meaning that is of all children; null where none is, or where
    /// two cannot be told apart.</summary>
    public static NhsColumn? Whole(IEnumerable<NhsColumn> columns, FileReading reading)
    {
        var groups = columns.GroupBy(Group, StringComparer.OrdinalIgnoreCase).ToList();
        var chosen = groups.Find(g => g.Key.Length == 0) ?? (groups is [var only] ? only : null);
        var revised = chosen?.Where(c => Revised().IsMatch(c.Name)).ToList();
        var found =
            chosen?.Count() == 1 ? chosen.First()
            : revised is [var newest] ? newest
            : null;
        if (found is null || IsPart(chosen!.Key) || OtherFigure().IsMatch(found.Name))
        {
            foreach (var column in groups.SelectMany(g => g))
                reading.Findings.Add(
                    Check.ColumnOfGroup.Found(
                        "Left out, because the headings do not show that these are the figures for all children.",
                        null,
                        column.Name
                    )
                );
            return null;
        }
        if (chosen.Key.Length > 0)
            reading.Findings.Add(
                Check.ColumnNotRead.Found(
                    $"The heading says “{chosen.Key}”. That is not a group the pipeline knows, so the figures were "
                        + "used as those of all children.",
                    null,
                    found.Name
                )
            );
        return found;
    }

    /// <summary>Whether a text has only words that such a table needs.</summary>
    public static bool SaysNothing(string text) => Rest(text).Length == 0;

    private static bool IsPart(string group) =>
        IsKnown().IsMatch(group) || Places().IsMatch(group) || ExtraBreakdowns.IsAnotherStatistic(group);

    // What is left of the words over a column without those that such a table needs.
    private static string Group(NhsColumn column) =>
        string.Join(' ', column.Texts.Where(t => !Everyone.OfSexes().IsMatch(t)).Select(Rest).Where(r => r.Length > 0));

    private static string Rest(string text) =>
        string.Join(
            ' ',
            Word().Matches(Programme().Replace(text, " ")).Select(m => m.Value).Where(word => !Needed().IsMatch(word))
        );

    [GeneratedRegex(@"\bnational child measurement\b", Options)]
    private static partial Regex Programme();

    [GeneratedRegex(@"\brevised\b", Options)]
    private static partial Regex Revised();

    // Figures of something else than of all children: another unit, another whole, a comparison.
    [GeneratedRegex(
        @"\bper 1(00?)?,?000\b|\+ ?/ ?-|±|\bpercentile\b|(%|per ?cent(age)?) of (the )?(overweight|eligible|obese\b|"
            + @"those)|\bby school\b|\b(at|aged?) (age )?[4-6]\b( ?$|\))|\b(parents|parental|at risk|iotf|who|"
            + @"clinical)\b( ?$|\))|\b(goals?|aims?|expected|estimated?|modelled|standardi[sz]ed|adjusted|gap|slope|"
            + @"variance|range|se|p.value|trend|rag|z.?score|comparators?|neighbours?|similar|cipfa|peers?|cluster|"
            + @"sha|eng|baseline|prior|ago)\b",
        Options
    )]
    private static partial Regex OtherFigure();

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    // One letter is a sex, a letter with a number a fifth or a tenth.
    [GeneratedRegex(@"[\p{L}']{2,}|\b([MFBG]|Q5|D10|D[1-9]|[LU]95)\b", Options)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(an?|all|and|any|as|at|are|be(ing)?|by|for|from|have|in|is|of|on|or|per|that|the|their|this|to|was|were|"
            + @"which|who|whose|with|weeks?|years?|yrs?|olds?|aged?|term|quarter|qtr|month|q[1-4]|jan\w*|feb\w*|"
            + @"mar(ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec(ember)?|school|academic|financial|"
            + @"programme|ncmp|total|overall|combined|living|las?|local|authorit(y|ies)|councils?|county|district|"
            + @"areas?|pcts?|ccgs?|child(ren)?|pupils?|infants?|bab(y|ies)|maternit\w*|reception|six|weight|under\w*|"
            + @"over\w*|healthy|excess|obes\w*|sever\w*|includ\w*|incl|exclud\w*|excl|not|breast\w*|feeding|fed|"
            + @"totally|fully|exclusively|partial\w*|status|known|unknown|recorded|due|check\w*|reviews?|prevalence|"
            + @"coverage|percent(age)?s?|cent|proportion|rate|numbers?|no|counts?|measur\w*|eligible|valid\w*|"
            + @"participat\w*|figures?|data|lower|upper|confidence|intervals?|limits?|ci|lci|uci|ll|ul|initial\w*|"
            + @"column|notes?|footnotes?|see|table|revised|provisional|final)$",
        Options
    )]
    private static partial Regex Needed();

    [GeneratedRegex(
        @"\b(boys?|girls?|males?|females?|fsm|free|disadvantaged|sen|send|ehcps?|special|independent|maintained|"
            + @"prus?|academ(y|ies)|primary|secondary|looked after|black|white|asian|mixed|deprived|urban|rural|"
            + @"first time|teenage|young|mothers?|disab\w*|income|quintile|decile|chinese|initiation|plan|previous|"
            + @"last|average|state|only|ambition|benchmark|share|targets?|rank(s|ing)?|forecasts?|trajector(y|ies)|"
            + @"pakistani|bangladeshi|indian|caribbean|african|[mfbg]|q5|d[1-9]|d10|[lu]95)\b",
        Options
    )]
    private static partial Regex IsKnown();

    // Beside the figures of each area stand those of a larger one.
    [GeneratedRegex(
        @"\b(england|national|uk|britain|region(al)?|midlands|london|yorkshire|humber|east|west|north|south)\b",
        Options
    )]
    private static partial Regex Places();
}
