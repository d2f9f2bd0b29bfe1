using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>The columns that divide a population even where they are written in digits: an age of 11 is a part, and is
/// no figure.</summary>
internal static partial class EesBreakdowns
{
    private static readonly HashSet<string> Names =
    [
        .. new[]
        {
            "age",
            "age_group",
            "age_band",
            "age_range",
            "age_start_of_year",
            "year_group",
            "school_year",
            "nc_year",
            "nc_year_group",
            "national_curriculum_year",
            "characteristic",
            "characteristic_group",
            "breakdown",
            "breakdown_topic",
            "sex",
            "gender",
            "quarter",
            "month",
            "month_of_birth",
            "birth_month",
            "half_term",
            "term",
            "week",
            "attendance_week",
            "decile",
            "quintile",
            "idaci_decile",
            "idaci_quintile",
            "imd_decile",
            "imd_quintile",
            "deprivation_quintile",
            "income_decile",
            "income_quintile",
            "key_stage",
            "terms",
            "number_of_terms",
        }.Select(Header.Key),
    ];

    // "sex_code" and "fsm" divide people by a number that stands for a word.
    private static readonly string[] Groups =
    [
        "sex",
        "gender",
        "fsm",
        "sen",
        "senprovision",
        "deprivation",
        "deprivationdecile",
        "pupilpremium",
        "eal",
        "ethnicity",
        "ethnicgroup",
        "disadvantage",
        "disadvantaged",
        "freeschoolmeals",
        "phase",
        "educationphase",
        "schooltype",
    ];

    private static readonly string[] Beginnings = ["", "child", "pupil", "young_person"];

    private static readonly string[] Endings = ["", "code", "flag", "indicator", "group", "status", "type", "id"];

    // Columns that may say how final a row is.
    private static readonly HashSet<string> Statuses =
    [
        .. new[]
        {
            "version",
            "status",
            "edition",
            "release",
            "release_status",
            "release_type",
            "revision",
            "revision_status",
            "data_status",
            "publication_status",
        }.Select(Header.Key),
    ];

    // Elsewhere these stand for a figure that is not there. "K" is support for special educational needs.
    private static readonly string[] PartsLikeSymbols = ["k", "low", "c", "s", "u"];

    // The outcomes of children in need have the columns of all pupils; their groups, and a total of those, do not
    // cover all pupils.
    private static readonly string Population = Header.Key("social_care_group");

    /// <summary>Whether a symbol in one of these columns is a part's code.</summary>
    public static bool IsPart(ReadOnlySpan<byte> cell)
    {
        foreach (var part in PartsLikeSymbols)
        {
            if (WordKey.Same(cell.Trim(" "u8), part))
                return true;
        }
        return false;
    }

    /// <summary>Whether a column names the population that a file is about, so its Total is not an overall
    /// total.</summary>
    public static bool IsPopulation(string column) => Header.Key(column) == Population;

    /// <summary>Whether words name a group of the children looked after.</summary>
    public static bool IsOfFew(string words) => Few().IsMatch(words);

    [GeneratedRegex(
        @"\b(uasc|unaccompanied|asylum|boys?|girls?|(fe)?males?|aged?|disab\w*|adopt\w*|care leavers?)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Few();

    // Names of which only a part is known.
    [GeneratedRegex(
        @"^((.*\b(imd|idaci|depriv\w*|income)\b.*)?\b(deciles?|quintiles?)( [0-9]+)?"
            + @"( .*\b(imd|idaci|depriv\w*|income))?$|"
            + @"((academic|actual) )?age( in years| at .*)?$|nc ?year|.*\byear grp\b|"
            + @"(is|ever|ever ?6) (?!(la )?(provisional|suppressed|latest|revised|final|estimated?|imputed|"
            + @"current|rounded)\b)|"
            + @"fsm ?6?$|(school |establishment )?type code$|.*\bterm (code|id)$|"
            + @".+ (?<!\b(data|quality|revision|revised|note|status|estimate|provisional|suppression|"
            + @"coverage|imputed|imputation) )flag$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        60_000
    )]
    private static partial Regex Divides();

    /// <summary>Whether a column's name says that it holds figures, which may be of a group:
    /// "cohort_sen_percent".</summary>
    public static bool IsOfFigures(string column) => OfFigures().IsMatch(column.Replace('_', ' '));

    [GeneratedRegex(
        @"\b(per ?cent(age)?s?|perc|pct|pc|pt|t|counts?|numbers?|num|rates?|averages?|avg|mean|score|pupils|"
            + @"children)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfFigures();

    /// <summary>Whether a column may say how final a row is.</summary>
    public static bool IsStatus(string column) => Statuses.Contains(Header.Key(column));

    /// <summary>Whether a column is one.</summary>
    public static bool Has(string column)
    {
        var key = Header.Key(column);
        return Names.Contains(key)
            || (Divides().IsMatch(column.Replace('_', ' ')) && !IsOfFigures(column))
            || Groups.Any(group =>
                Beginnings.Any(beginning =>
                    Endings.Any(ending =>
                        key.Equals(Header.Key(beginning) + group + ending, StringComparison.OrdinalIgnoreCase)
                    )
                )
            );
    }
}
