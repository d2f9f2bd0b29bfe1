using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>The forms in which NHS tables write periods, in a text whose dashes are all of one kind.</summary>
internal static class NhsPeriodForms
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(1);

    // May is a verb too.
    private const string MonthName =
        "(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|June?|July?|Aug(ust)?|Sep(t(ember)?)?|Oct(ober)?|Nov(ember)?|"
        + "Dec(ember)?)";
    private const string AnyMonth = "(" + MonthName + "|May)";
    private const string Season = "(autumn|winter|spring|summer)";

    // A calendar year, which is not the first of a pair.
    private const string CalendarYear = @"(19|20)[0-9]{2}(?![0-9]|\s*[/-]\s*[0-9])";
    private const string To = @"[\s.-]*(to|and|until|[/&])?[\s-]*";
    private const string DayOfMonth = @"[0-9]{1,2}(st|nd|rd|th)?\s+(of\s+)?";
    private const string Q = @"(?<![A-Za-z])Q(uarter|tr)?[\s.-]*(?<quarter>[1-4])(?![0-9])";
    private const string Year =
        @"(?<![0-9])((?<year>(19|20)[0-9]{2})(\s*[/-]\s*)?(?<next>20[0-9]{2}|[0-9]{2})|"
        + @"(?<year>[0-2][0-9])[/-]?(?<next>[0-2][0-9]))(?![0-9/])";

    /// <summary>A quarter by its number.</summary>
    public static Regex Quarter { get; } = Form(Q);

    /// <summary>A quarter, and its year behind it.</summary>
    public static Regex QuarterThenYear { get; } = Form(Q + "[^0-9]{0,40}" + Year);

    /// <summary>A year, and its quarter right behind it.</summary>
    public static Regex YearThenQuarter { get; } = Form(Year + @"[\s,:;(-]{0,5}" + Q);

    /// <summary>2012/13, 2012-2013, 12/13.</summary>
    public static Regex YearPair { get; } =
        Form(
            @"(?<![0-9])(?<year>(19|20)[0-9]{2})(\s*[/-]\s*)?(?<next>20[0-9]{2}|[0-9]{2})(?![0-9/]|-[0-9])|"
                + @"(?<![0-9/])(?<year>[0-2][0-9])/(?<next>[0-2][0-9])(?![0-9/])"
        );

    /// <summary>09-10 or 0910, which may be years; 10-11 is an age.</summary>
    public static Regex ShortYear { get; } =
        Form(@"(?<![0-9A-Za-z/-])(?!10-11)(?<year>[0-2][0-9])-?(?<next>[0-2][0-9])(?![0-9A-Za-z/-])");

    /// <summary>A calendar year, or two in short form.</summary>
    public static Regex AnyYear { get; } =
        Form(@"(?<![0-9])20[0-9]{2}(?![0-9])|(?<![0-9/])[0-2][0-9]/[0-2][0-9](?![0-9/])");

    /// <summary>Nothing but a calendar year.</summary>
    public static Regex LoneYear { get; } =
        Form(
            @"^\W*((school|academic|financial|calendar|ncmp)\s+)?(year\s+)?((ending|ended|to)\s+)?(19|20)[0-9]{2}\W*$"
        );

    /// <summary>The months of a quarter: "January to March 2013", "Jul/Aug/Sep", "JulSep".</summary>
    public static Regex MonthToMonth { get; } =
        Form(
            "(?<![A-Za-z])(?<from>"
                + MonthName
                + @")\.?(\s*(?<began>"
                + CalendarYear
                + "))?"
                + To
                + "((May|Aug(ust)?|Nov(ember)?|Feb(ruary)?)"
                + To
                + ")?"
                + "("
                + DayOfMonth
                + ")?(?<to>"
                + MonthName
                + @")(?![A-Za-z])\.?([\s,-]*(?<year>"
                + CalendarYear
                + "))?"
        );

    /// <summary>"Quarter ending 31 March 2009", "three months to March 2009".</summary>
    public static Regex QuarterEnding { get; } =
        Form(
            @"\b(quarter|qtr|(3|three) months)\s+(to|end(ing|ed)?)\s+("
                + DayOfMonth
                + ")?(?<to>"
                + MonthName
                + @")(?![A-Za-z])\.?([\s,-]*(?<year>"
                + CalendarYear
                + "))?"
        );

    /// <summary>A whole financial year by its months.</summary>
    public static Regex WholeYear { get; } =
        Form(
            @"(?<![A-Za-z])(1(st)?\s+)?Apr(il)?\.?(\s*(?<from>"
                + CalendarYear
                + @"))?\s*(to|-)\s*(31(st)?\s+)?Mar(ch)?"
                + @"(?![A-Za-z])\.?(\s*(?<to>"
                + CalendarYear
                + "))?"
        );

    /// <summary>How old children are.</summary>
    public static Regex Ages { get; } =
        Form(
            @"(?<![0-9/-])([0-9]{1,2}|six)\s*(-|to|and|or)\s*([0-9]{1,2}|eight)[\s-]*(weeks?|wks?)\b|"
                + @"\bage[ds]?\W{0,2}[0-9]{1,2}\s*(-|to|and|/)\s*[0-9]{1,2}\b|"
                + @"(?<![0-9/-])(4|10)\s*(-|to|and|/)\s*(5|11)[\s-]*(years|(year|yr)s?[\s-]*olds?)\b"
        );

    /// <summary>When a table was made.</summary>
    public static Regex MadeOn { get; } =
        Form(
            @"\b(publi|updat|releas|extract|produc|revis|correct|prepar|source|copyright|contact)[a-z]*"
                + "((?!quarter|qtr|month|"
                + AnyMonth
                + @"\b)[^|;.0-9]){0,40}?("
                + DayOfMonth
                + ")?("
                + AnyMonth
                + "|"
                + Season
                + @")[\s.,-]*(19|20)?[0-9]{2}(?![0-9]|\s*[/-]\s*[0-9])"
        );

    /// <summary>Where a table is from.</summary>
    public static Regex Origin { get; } =
        Form(@"\b(publi|updat|releas|extract|produc|source|copyright|contact)[^|;.]*");

    /// <summary>A day that nothing ends with.</summary>
    public static Regex Day { get; } =
        Form(@"(?<!\b(to|until|end|ending|ended)\s+)\b" + DayOfMonth + AnyMonth + @"[\s.,-]*(19|20)?[0-9]{2}\b");

    /// <summary>A month, or several.</summary>
    public static Regex Month { get; } =
        Form(
            "(?<![A-Za-z])("
                + MonthName
                + "(May)?)+(?![A-Za-z])|"
                + @"\bMay\b(?=[\s,'-]*(19|20)?[0-9]{2})|(?<=[0-9(]\s*)May\b(?!\s+[a-z])|^\W*May\W*$"
        );

    /// <summary>Mentions quarters or months but not which ones.</summary>
    public static Regex Quarters { get; } =
        Form(@"(?<![A-Za-z])(quarters?|quarterly|qtrs?|months?|monthly)(?![A-Za-z])");

    /// <summary>Several quarters together: Q1-Q3, Quarters 1 to 2, to Q2.</summary>
    public static Regex SeveralQuarters { get; } =
        Form(
            @"(?<![A-Za-z])Q(uarters?|trs?)?[\s.]*[1-4]\s*(-|to|and|&|,|\+|/)\s*(Q(uarter|tr)?\s*)?"
                + @"[1-4](?![0-9A-Za-z/])|"
                + @"\b(to|until)\s+(the\s+)?(end\s+(of\s+)?)?Q(uarter|tr)?[\s.-]*[1-4]"
        );

    /// <summary>A part of a year that is no quarter, or a quarter that is not named by its number.</summary>
    public static Regex Part { get; } =
        Form(
            @"\b(first|second|third|fourth|1st|2nd|3rd|4th|last|previous)\s+(quarter|qtr|half)\b|"
                + @"\b(quarter|qtr)\s+(one|two|three|four|I{1,3}|IV)\b|(?<![0-9/])[1-4]Q\b|"
                + @"\b([2-9]|1[0-2]|two|three|four|six|nine|twelve|all|latest)[\s-]+(quarters|months?)\b|"
                + @"\bmonths?\s*[0-9]|\bperiods?\s*[0-9]{1,2}(?![0-9/])|"
                + @"(?<![A-Za-z0-9])[MP](0?[1-9]|1[0-3])(?![0-9A-Za-z/])|"
                + @"\b(weeks?|wks?)[\s.-]{0,2}[0-9]{1,2}(?![0-9A-Za-z/])|\b(weeks?|wks?)\s+(end|commenc)|\bw/[ec]\b|"
                + @"\b(cumulative|ytd|to date|so far|part[ -]year|in[ -]year|mid[ -]?year|rolling|interim|half\w*)\b|"
                + @"(?<![A-Za-z0-9])(HY?\s?[12]|HY|[12]H)(?![0-9A-Za-z])|\b"
                + Season
                + @"\b|"
                + @"\b(to|until|ending|ended)\W+[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}"
        );

    /// <summary>Words that make a quarter mean more than that quarter.</summary>
    public static Regex MoreThanQuarter { get; } = Form(@"\b(annual|average|full[ -]year|year\s+(to|end\w*))\b");

    /// <summary>2017/18-2019/20, 2017/18 to 2019/20, three years to 2019/20: several years together, not one
    /// year.</summary>
    public static Regex SeveralYears { get; } =
        Form(
            @"(?<![0-9])(19|20)[0-9]{2}\s*[/-]\s*[0-9]{2,4}\s*(-|to|and|&)\s*(19|20)?[0-9]{2}\s*[/-]\s*[0-9]{2}|"
                + @"(?<!\b(aged?|ages|at|within)\s+|[0-9]\s*(-|to|and|or|/)\s*|[0-9])"
                + @"\b(two|three|four|five|ten|[2-5]|10)[\s-]*(years?|yrs?)\b(?!['’]?[\s-]*(olds?|of age)\b)|"
                + @"\b(pooled|triennial|rolling|multi-?\s?years?|combined years|years combined)\b"
        );

    // Generated code would be larger than all the readers, because of the names of the months in every form.
    private static Regex Form(string pattern) => new(pattern, Options, MostTime);
}
