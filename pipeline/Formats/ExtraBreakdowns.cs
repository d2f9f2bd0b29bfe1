using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// The columns that a format does not have. Where the name of one says that it divides the figures, such as Sex or
/// Family type, a row counts only if it has a word for the total there. In any other, a word for a group, such as
/// "Girls only", says that the row is of a part.
/// </summary>
/// <param name="own">The columns that the format has.</param>
internal sealed partial class ExtraBreakdowns(CsvRows rows, FileReading reading, IEnumerable<string> own)
{
    private readonly List<Column> _columns = Extra(rows.Header.Names, [.. own.Select(Plain)]);

    private readonly HashSet<int> _said = [];
    private readonly Dictionary<int, RepeatedWord> _repeated = [];

    /// <param name="Divides">Whether its name says that it divides the figures.</param>
    /// <param name="HasNumbers">Whether its parts may be numbers.</param>
    /// <param name="NamesStatistic">Whether its name says that it tells what a figure is.</param>
    /// <param name="IsNote">Whether it holds notes.</param>
    private sealed record Column(int Index, bool Divides, bool HasNumbers, bool NamesStatistic, bool IsNote);

    /// <summary>Why the present row, which is of a part of the whole, is passed over; null for a row of the
    /// whole.</summary>
    public string? Part()
    {
        foreach (var column in _columns)
        {
            if (column.Divides && IsBelowPart(column))
            {
                reading.Counted.Add(
                    Check.FilterBlank,
                    rows.Row,
                    "the cell is blank below a group, so the row is taken for that group and was not used",
                    rows.NameOf(column.Index)
                );
                return $"breakdown by the extra column {rows.NameOf(column.Index)}";
            }
            if (rows.Cell(column.Index).IsEmpty || IsTotal(column.Index))
                continue;
            if (column.NamesStatistic && IsAnotherStatistic(rows.Text(column.Index)))
                return $"different statistic in the extra column {rows.NameOf(column.Index)}";
            if (IsPart(column))
                return $"breakdown by the extra column {rows.NameOf(column.Index)}";
            if (
                rows.NameOf(column.Index).Length > 0
                && CellKinds.IsBreakdown(rows.Cell(column.Index))
                && _said.Add(column.Index)
            )
                reading.Findings.Add(
                    Check.ColumnNotRead.Found(
                        "Not a column of this format. The words in it are not those of a known group, so the rows were "
                            + "used.",
                        null,
                        rows.NameOf(column.Index)
                    )
                );
        }
        return null;
    }

    private static List<Column> Extra(IReadOnlyList<string> names, HashSet<string> own) =>
        [
            .. names
                .Index()
                .Where(n => !own.Contains(Plain(n.Item)) && !IsBeside(n.Item))
                .Select(n => new Column(
                    n.Index,
                    Divides(n.Item),
                    Ranks().IsMatch(Spaced(n.Item)),
                    Statistics().IsMatch(Spaced(n.Item)),
                    IsNote(n.Item)
                )),
        ];

    /// <summary>Whether a text has a word for a group.</summary>
    public static bool NamesGroup(string text) => Groups().IsMatch(text);

    /// <summary>Whether a column holds notes.</summary>
    public static bool IsNote(string name) => Notes().IsMatch(Spaced(name));

    [GeneratedRegex(
        @"^((foot)?notes?|comments?|remarks?|caveats?)$|^(foot)?note\b|"
            + @"^((data|quality|revision|revised|(foot)?note|status|estimate|provisional|suppression|coverage|"
            + @"imputed|imputation) )?flags?$",
        Options
    )]
    private static partial Regex Notes();

    /// <summary>Whether a column's name says that it tells where the figures come from or how to read them.</summary>
    public static bool IsBeside(string name) => Beside().IsMatch(Spaced(name));

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Spaced(string name) => name.Replace('_', ' ');

    /// <summary>Whether a column's name says that it divides the figures.</summary>
    public static bool Divides(string name) => Names().IsMatch(Spaced(name));

    /// <summary>Whether a word says that a figure is neither a percentage nor a rate, such as a rank or a
    /// count.</summary>
    public static bool IsAnotherStatistic(string word) =>
        AnotherStatistic().IsMatch(word) || (Counts().IsMatch(word) && !Rates().IsMatch(word));

    private bool IsPart(Column column)
    {
        var cell = rows.Cell(column.Index);
        return column.HasNumbers
            || column.Divides && (CellKinds.IsBreakdown(cell) || ShownFigure.Is(cell))
            || !column.Divides && CellKinds.IsBreakdown(cell) && NamesGroup(rows.Text(column.Index), column.IsNote);
    }

    // A note may speak of a group and be about all: "Excludes special schools".
    private static bool NamesGroup(string text, bool isNote) =>
        Groups().IsMatch(text) && (!isNote || !text.Contains(' ') || Alone().IsMatch(text));

    // A word that stands once, for the rows below it too.
    private bool IsBelowPart(Column column)
    {
        var cell = rows.Cell(column.Index);
        ref var repeated = ref CollectionsMarshal.GetValueRefOrAddDefault(_repeated, column.Index, out _);
        return repeated.IsPart(cell, !cell.IsEmpty && !IsTotal(column.Index) && IsPart(column)) && cell.IsEmpty;
    }

    private bool IsTotal(int column) =>
        CellKinds.IsWhole(rows.Cell(column))
        || Everyone.OfSexes().IsMatch(rows.Text(column))
        || rows.Is(column, "overall")
        || rows.Is(column, "not applicable");

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        @"\b(sex(es)?|genders?|ages?|age ?(group|band|range)s?|ethnic(ity|ities)?|race|sen|send|(special )?needs?|"
            + @"disab(led|ility)|fsm|(free )?school meals?|disadvantaged?|depriv(ed|ation)|deciles?|quintiles?|"
            + @"languages?|religion|faith|nationality|terms?|quarter|month|year group|key stage|phase|"
            + @"placement|(school|family|household|provision|setting|placement) types?|sub ?groups?|groups?|cohorts?|"
            + @"populations?|characteristics?|breakdowns?|categor(y|ies)|bands?|percentiles?|tenure|work status|income|"
            + @"wards?|[lm]soas?|urn|gp|practices?|providers?|postcodes?|parish|constituenc(y|ies)|localit(y|ies)|"
            + @"neighbourhoods?)\b",
        Options
    )]
    private static partial Regex Names();

    [GeneratedRegex(
        @"\b(statistics?|measures?|metric|(value|figure|measure|data|indicator) ?types?|type of (value|figure|measure)|"
            + @"units?)\b",
        Options
    )]
    private static partial Regex Statistics();

    [GeneratedRegex(
        @"\b(rank(ing|ed)?|targets?|ambitions?|benchmarks?|projections?|projected|planned|forecasts?|"
            + @"trajector(y|ies)|growth|median|index|numerators?|"
            + @"denominators?|changes?|differences?|"
            + @"standard (deviation|error)|deciles?|quartiles?|quintiles?|percentile|z.?scores?|"
            + @"lower|upper|confidence)\b",
        Options
    )]
    private static partial Regex AnotherStatistic();

    [GeneratedRegex(@"\bonly\b", Options)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\b(counts?|numbers?)\b", Options)]
    private static partial Regex Counts();

    [GeneratedRegex(@"%|\b(per|per ?cent(age)?|rates?|proportion|prevalence)\b", Options)]
    private static partial Regex Rates();

    [GeneratedRegex(
        @"^((data )?(source|publisher|provider|publication|supplier|owner)( type| name| of data| link| url)?|polarity|"
            + @"terms of use|month published|indicator categor(y|ies)|rag( rating| status)?|trend|"
            + @"((national|regional|england) )?rank(ing)?( of .*)?|"
            + @"direction of travel|comparator( group)?|(la|area|authority|council|region|geography) type|"
            + @"(county|region|country)( name)?|contact( details)?|link|url|licen[cs]e|frequency|(last|next) updated?|"
            + @"date (published|updated)|good (is|performance)|direction of good)$",
        Options
    )]
    private static partial Regex Beside();

    // Their parts may be numbers.
    [GeneratedRegex(
        @"\b(deciles?|quintiles?|urn)\b|^(sex|gender|age( group)?|ethnic(ity|( group))|fsm|sen|(half )?term|"
            + @"quarter|month|"
            + @"(national curriculum )?year group|ncy|national curriculum year|phase|key stage|cohort|imd|"
            + @"language)( (code|flag|id|number))?$",
        Options
    )]
    private static partial Regex Ranks();

    [GeneratedRegex(
        @"\b(boys?|girls?|males?|females?|fsm|free school meals?|disadvantaged|sen|send|ehcps?|special|independent|"
            + @"academ(y|ies)|maintained|prus?|pupil referral|alternative provision|primary|secondary|looked after|"
            + @"teenage|preterm|disab(led|ility)|cla|cin|unaccompanied|lone|black|white|asian|"
            + @"(most|least) deprived|low|in work|rented|only|"
            + @"rest of|part of|excluding|plan|planned|targets?|forecasts?|projections?|projected|deciles?|quintiles?|"
            + @"after housing costs)\b",
        Options
    )]
    private static partial Regex Groups();
}
