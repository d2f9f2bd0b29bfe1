using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <content>The forms in which periods are written.</content>
internal static partial class NhsPeriods
{
    private const string Year =
        @"(?<![0-9])((?<year>(19|20)[0-9]{2})(\s*[/_–-]\s*)?(?<next>20[0-9]{2}|[0-9]{2})|(?<year>[0-2][0-9])[/_-]?(?<next>[0-2][0-9]))(?![0-9/])";
    private const string Q = @"(?<![A-Za-z])Q(uarter|tr)?[\s_-]*(?<quarter>[1-4])(?![0-9])";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(Q, Options, 60_000)]
    private static partial Regex Part();

    // When a table was made, and a whole year by its months.
    [GeneratedRegex(
        @"\b(publi|updat|releas|extract|produc|source|copyright|contact)[^|;.]*|"
            + @"\bApr[a-z]*\.?\s*((19|20)[0-9]{2}\s*)?(to|-|–)\s*Mar[a-z]*\.?(\s*(19|20)[0-9]{2})?",
        Options,
        60_000
    )]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<![0-9])20[0-9]{2}(?![0-9])|(?<![0-9/])[0-2][0-9]/[0-2][0-9](?![0-9/])", Options, 60_000)]
    private static partial Regex AnyYear();

    // Any word for a part of a year, read or not.
    [GeneratedRegex(
        @"(?<![A-Za-z])(quarters?|quarterly|qtrs?|Q[\s_-]*[1-4]|months?|monthly|weeks? ending)(?![A-Za-z])|"
            + @"(?<![A-Za-z])(January|February|March|April|June|July|August|September|October|November|December)"
            + @"(?![A-Za-z])",
        Options,
        60_000
    )]
    private static partial Regex AnyPart();

    [GeneratedRegex(@"(?<![A-Za-z])(Apr|Jul|Oct|Jan)[a-z]*\.?\s*(to|-|–)\s*(Jun|Sep|Dec|Mar)[a-z]*", Options, 60_000)]
    private static partial Regex MonthsAlone();

    // Several quarters together, half-years, and quarters written as "first quarter": none of these can be read as one
    // quarter.
    [GeneratedRegex(
        @"(?<![A-Za-z])Q(uarters?|tr)?\s*[1-4]\s*(-|–|to|and|&|,)\s*(Q(uarter)?\s*)?[2-4](?![0-9/])|"
            + @"\b(first|second|third|fourth|1st|2nd|3rd|4th|last)\s+(quarter|qtr|half)\b|\bcumulative\b|"
            + @"\b(ytd|year to date|to date|so far|part[- ]year|rolling|half[- ]?year\w*)\b|"
            + @"(?<![A-Za-z0-9])H[12](?![0-9A-Za-z])|"
            + @"\bApr[a-z]*\.?\s*(to|-|–)\s*(Sep|Dec)[a-z]*|\bOct[a-z]*\.?\s*(to|-|–)\s*Mar[a-z]*",
        Options,
        60_000
    )]
    private static partial Regex SeveralQuarters();

    // 2017/18-2019/20, 2017/18 to 2019/20 and 2017 to 2020: several years together, not one year.
    [GeneratedRegex(
        @"(?<![0-9])(19|20)[0-9]{2}\s*[/_–-]\s*[0-9]{2,4}\s*(-|–|to|and|&)\s*(19|20)?[0-9]{2}"
            + @"\s*[/_–-]\s*[0-9]{2}|"
            + @"\b(two|three|four|five|[2-5])[ -]years? (data )?(combined|pooled|average|aggregate|rolling)\b|"
            + @"\bpooled\b|(?<![0-9]-)\b(two|three|four|five|[2-5])-year\b(?!s?[ -]olds?)",
        Options,
        60_000
    )]
    private static partial Regex SeveralYears();

    [GeneratedRegex(Q + "[^0-9]{0,40}" + Year, Options, 60_000)]
    private static partial Regex QuarterThenYear();

    [GeneratedRegex(Year + @"[\s,:;(_–-]{0,5}" + Q, Options, 60_000)]
    private static partial Regex YearThenQuarter();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?<from>(Apr|Jul|Oct|Jan)[a-z]*)\.?\s*((19|20)[0-9]{2}\s*)?(to|and|-|–)\s*(?<to>(Jun|Sep|Dec|Mar)[a-z]*)\.?\s*(?<year>(19|20)[0-9]{2})",
        Options,
        60_000
    )]
    private static partial Regex MonthToMonth();

    [GeneratedRegex(
        @"quarter\s+end(ing|ed)?\s+([0-9]{1,2}(st|th)?\s+)?(?<to>(Jun|Sep|Dec|Mar)[a-z]*)\s+(?<year>(19|20)[0-9]{2})",
        Options,
        60_000
    )]
    private static partial Regex QuarterEnding();

    [GeneratedRegex(
        @"(?<![0-9])(?<year>(19|20)[0-9]{2})(\s*[/_–-]\s*)?(?<next>20[0-9]{2}|[0-9]{2})(?![0-9/-])|"
            + @"(?<![0-9/])(?<year>[0-2][0-9])/(?<next>[0-2][0-9])(?![0-9/])",
        Options,
        60_000
    )]
    private static partial Regex YearPair();
}
