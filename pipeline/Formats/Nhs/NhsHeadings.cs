using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>What a heading that stands alone in its row is.</summary>
internal enum NhsHeading
{
    /// <summary>A group of children, or figures of another kind.</summary>
    Group,

    /// <summary>All children.</summary>
    Everyone,

    /// <summary>A place, a kind of authority, a period or a note: the rows below are of the same children.</summary>
    Neutral,

    /// <summary>Words that are not known.</summary>
    Unknown,
}

/// <summary>Tells by the words of a heading between the rows, or of a sheet's name, whom the rows below it are
/// of.</summary>
internal static partial class NhsHeadings
{
    private const int ShortHeading = 40;
    private const int LongestHeading = 120;

    /// <summary>What a heading is.</summary>
    public static NhsHeading Read(string heading, AreaRegister areas)
    {
        if (IsNote(heading))
            return NhsHeading.Neutral;
        if (Everyone.OfSexes().IsMatch(heading))
            return NhsHeading.Everyone;
        var words = BothSexes().Replace(heading, " ").Trim();
        var rest = All().Replace(words, "");
        return IsGroup(rest) ? NhsHeading.Group
            : rest.Length < words.Length ? NhsHeading.Everyone
            : words.Length < heading.Trim().Length || IsNeutral(heading, areas) ? NhsHeading.Neutral
            : NhsHeading.Unknown;
    }

    /// <summary>Whether a heading is short, as one that names a year is; a longer one may be a footnote.</summary>
    public static bool IsShort(string heading) => heading.Length <= ShortHeading;

    /// <summary>Whether a name ends with a letter that may stand for a sex, or for a table: F, Table B.</summary>
    public static bool EndsWithLetter(string name) => Letter().IsMatch(name) && !OfTable().IsMatch(name);

    /// <summary>Whether words name a group of children, or figures of another kind. "Black Country" is a place, and
    /// "Most deprived authorities" are authorities.</summary>
    public static bool IsGroup(string words)
    {
        var plain = words.Replace('_', ' ').Replace('-', ' ').Replace('’', '\'');
        return Children().IsMatch(plain)
            || Figures().IsMatch(plain)
            || (!Authorities().IsMatch(plain) && (Divided().IsMatch(plain) || Alone().IsMatch(plain)));
    }

    /// <summary>Whether words name a group and say no more: a note such as "Excludes special schools" is about all
    /// children.</summary>
    public static bool IsOnlyGroup(string words)
    {
        if (!IsGroup(words))
            return false;
        var rest = words.Replace('_', ' ').Replace('-', ' ');
        foreach (var group in new[] { Children(), Figures(), Divided(), Alone() })
            rest = group.Replace(rest, " ");
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(WithGroup.Contains);
    }

    private static readonly HashSet<string> WithGroup = new(
        ["only", "alone", "children", "pupils", "babies", "infants", "mothers", "of", "the", "schools", "data", "all"],
        StringComparer.OrdinalIgnoreCase
    );

    private static bool IsNeutral(string heading, AreaRegister areas) =>
        NhsPeriods.NamesAny(heading)
        || NhsMeasurementColumns.YearIn(heading) is not null
        || NhsGroups.SaysNothing(heading)
        || Authorities().IsMatch(heading)
        || Places().IsMatch(heading)
        || MayBeNote().IsMatch(heading)
        || heading
            .Split([",", "&", " and ", "/"], StringSplitOptions.TrimEntries)
            .Any(n => areas.FindByName(n) is not null);

    private static bool IsNote(string text) =>
        text.Length > LongestHeading
        || Note().IsMatch(text)
        || (text.Length > ShortHeading && (Sentence().IsMatch(text) || text.EndsWith('.')));

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\W*(all|total|overall|both)\b\W*", Options)]
    private static partial Regex All();

    [GeneratedRegex(
        @"\b(boys?|girls?|(fe)?males?) ?(and|&|/|\+) ?(boys?|girls?|(fe)?males?)\b|\b(all|both) (children|pupils|"
            + @"sexes|genders|ages|age groups|ethnic groups|ethnicities|deciles|quintiles|(state[ -]funded )?schools|"
            + @"mothers|babies|births)\b",
        Options
    )]
    private static partial Regex BothSexes();

    // Whose figures they are, whatever stands beside.
    [GeneratedRegex(
        @"\b(boys?|girls?|(fe)?males?|fem|ethnic\w*|non white|white (british|brit|irish|other)|other (white|asian|"
            + @"black)|(black|asian|white) (or|and|british|african|caribbean|pupils|children|mothers)|south asian|"
            + @"gyps(y|ies)|roma|travellers?|bangladeshis?|pakistanis?|indians?|caribbeans?|africans?|somalis?|"
            + @"polish|mixed (heritage|race|ethnic\w*|background)|heritage|not (stated|known|recorded)|religion|"
            + @"christians?|muslims?|hindus?|sikhs?|jewish|looked after|in (care|need)|lac|cla|cin|young carers?|"
            + @"carers|unaccompanied|asylum|service (children|families)|fsm6?|free (school )?meals?|disadvantaged|"
            + @"pupil premium|low(est)? income|income|poorest|poverty|sen|send|sen support|ehcps?|ehc plans?|"
            + @"special (educational )?needs|disab\w*|eal|additional language|first language|summer born|autumn born|"
            + @"lone parents?|single parents?|smok\w*|preterm|premature|low birth ?weight|twins|multiple births|"
            + @"(vaginal|caesarean|home|first) (births?|deliver\w*|babies)|primipar\w*|multipar\w*|parity|teen\w*|"
            + @"(first time|young|older|new) (mothers|parents|mums)|(mothers|parents|women) (aged|under|over)|"
            + @"under \d{2}s?|aged? (1[2-9]|[2-4]\d)( \d\d| to \d\d)?|(at|aged?) \d{1,2} (days|months)|(at|"
            + @"aged?) \d{1,2} (to|or) \d{1,2} (days|months)|\d{1,2} (to )?\d{1,2} days|at (birth|discharge|"
            + @"initiation)|initiation|sure start|family nurse|fnp|children'?s centres?|(faith|grammar|free|"
            + @"community|special|independent|private|maintained|primary|secondary|state|mainstream|voluntary\w*|"
            + @"boarding|foundation) schools?|academ(y|ies)|prus?|pupil referral)\b|^\W*(aged? [4-6]|"
            + @"[4-6] years? olds?)\W*$|^\W*(unknown|missing)\W*$",
        Options
    )]
    private static partial Regex Children();

    // What they are, where they are not a publisher's result, or not of the children who live there.
    [GeneratedRegex(
        @"\b(targets?|trajector(y|ies)|forecasts?|projections?|projected|ambitions?|benchmarks?|rank(s|ings?)?|"
            + @"statistical neighbours?|stat neighbours|sever(e|ely)|sev obese|morbid\w*|school (location|postcode)|"
            + @"(location|postcode) of (the )?school|by school)\b|^\W*(percentage point |% |annual )?(change|"
            + @"difference|gap|goal)s?\b|^\W*(previous|last|prior) (school )?year\b|^\W*(plan|plans|planned|bmi|"
            + @"height|underweight|healthy weight)\W*$",
        Options
    )]
    private static partial Regex Figures();

    // Authorities are divided by these too.
    [GeneratedRegex(
        @"\b(imd|idaci|depriv\w*|(most|least) dep|(decile|quintile|quartile)s?\d*|tenths?|(top|bottom) \d+|d([1-9]|"
            + @"10)|q5|wards?|lsoas?|msoas?)\b",
        Options
    )]
    private static partial Regex Divided();

    [GeneratedRegex(
        @"^\W*(black|white|asian|arabs?|chinese|urban|rural|coastal|villages?|towns?|special|independent|"
            + @"maintained)( (and|or|areas?|pupils|children|fringe|groups?|families|mothers|other|background))*\W*$",
        Options
    )]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"\b(authorit(y|ies)|boroughs?|count(y|ies)|districts?|unitar(y|ies)|metropolitan|shires?|councils?|regions?|"
            + @"PCTs?|PCOs?|trusts?|SHAs?|CCGs?|LAs?|UTLAs?|LTLAs?|cit(y|ies)|area teams?|clusters?|primary care)\b",
        Options
    )]
    private static partial Regex Authorities();

    [GeneratedRegex(
        @"\b(england|wales|national|uk|britain|country|midlands|mids|london|yorkshire|humber|east(ern)?|west(ern)?|"
            + @"north(ern)? (of|east|west)|south(ern)? (of|east|west|central|coast)|inner|outer|health|"
            + @"government office)\b|^\W*(north|south)\W*$",
        Options
    )]
    private static partial Regex Places();

    [GeneratedRegex(@"^\W*(sources?|notes?|footnotes?|copyright|contact|dk)\b|^\s*[*†‡©]|=", Options)]
    private static partial Regex Note();

    [GeneratedRegex(
        @"^\W*(data|figures|this|these|see|produced|published|prepared|please|where|percentages?|rates?|table|"
            + @"continued|cont)\b|\.$",
        Options
    )]
    private static partial Regex MayBeNote();

    [GeneratedRegex(@"\b(is|are|was|were|has|have|had|been|may|can|should|will|see)\b", Options)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(^|[ _-])[MFBG]$", Options)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\b(table|sheet|tab|figure|fig|annex|appendix|part|section)\b", Options)]
    private static partial Regex OfTable();
}
