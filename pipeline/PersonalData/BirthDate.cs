using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// A day that could be of a birth, and nothing else: a date from 1900 to 2099 that is not the last of its month, as the
/// days of statistics are, by itself or behind a name.
/// </summary>
internal static partial class BirthDate
{
    private const int Earliest = 1900;
    private const int Latest = 2099;
    private const int LongestName = 40;
    private const int MostWords = 4;

    private const string Months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

    // Words that say what else a day is of. A name of a person has none of them.
    private static readonly HashSet<string> OfPeriods = new(
        (
            "a absence all and as assessment at attendance authority by census children cla closed count county "
            + "data date day due edition "
            + "end ended ending england figure figures final from in indicator is issued latest list month "
            + "nottinghamshire number of on "
            + "open opened order per percent percentage period plan population position provisional published "
            + "pupils quarter rate report "
            + "return reviewed revised school snapshot since start started starting statistics table term the time "
            + "to total until update "
            + "updated value version w week weekly year"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a cell is such a day, perhaps behind a name.</summary>
    /// <param name="plain">The cell, as <see cref="PlainText"/> gives it.</param>
    public static bool Is(string plain) =>
        Whole().Match(plain) is { Success: true } day
        && Words(day.Groups["name"].Value) is { Length: <= MostWords } words
        && IsName(words)
        && IsBirth(day);

    /// <summary>Whether a column's heading is the name of a person with such a day.</summary>
    /// <param name="plain">The heading, as <see cref="PlainText"/> gives it.</param>
    public static bool IsBehindName(string plain) =>
        Whole().Match(plain) is { Success: true } day
        && Words(day.Groups["name"].Value) is { Length: > 1 and <= MostWords } words
        && IsName(words)
        && IsBirth(day);

    private static bool IsName(string[] words) =>
        Array.TrueForAll(words, w => char.IsUpper(w[0]) && !OfPeriods.Contains(w));

    private static string[]? Words(string name) =>
        name.Length > LongestName
            ? null
            : name.Split([' ', ',', '.', '-', ':', '(', '_'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsBirth(Match day)
    {
        int Number(string group) => int.Parse(day.Groups[group].Value, CultureInfo.InvariantCulture);
        var year = Number("y");
        year = year < 100 ? year + (year < 50 ? 2000 : 1900) : year;
        if (year is < Earliest or > Latest)
            return false;
        if (day.Groups["m"].Value is { Length: > 0 } month)
            return IsDay(year, (Months.IndexOf(month[..3], StringComparison.OrdinalIgnoreCase) / 4) + 1, Number("d"));
        return IsDay(year, Number("b"), Number("d")) || IsDay(year, Number("d"), Number("b"));
    }

    private static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day < DateTime.DaysInMonth(year, month);

    [GeneratedRegex(
        $@"^(?<name>[^0-9]{{0,40}}?)[ :,(-]*(
        (?<d>[0-9]{{1,2}})(?<s>[/. -])(?<b>[0-9]{{1,2}})\k<s>(?<y>[0-9]{{4}})
        |(?<d>[0-9]{{1,2}})/(?<b>[0-9]{{1,2}})/(?<y>[0-9]{{2}})
        |(?<y>[0-9]{{4}})(?<s>[/.-])(?<b>[0-9]{{1,2}})\k<s>(?<d>[0-9]{{1,2}})
        |(?<y>(19|20)[0-9]{{2}})(?<b>[0-9]{{2}})(?<d>[0-9]{{2}})
        |(?<d>[0-9]{{2}})(?<b>[0-9]{{2}})(?<y>(19|20)[0-9]{{2}})
        |(?<d>[0-9]{{1,2}})(st|nd|rd|th)?[ ./-]?(of[ ])?(?<m>{Months})[a-z]*[ ,./-]*(?<y>[0-9]{{4}}|[0-9]{{2}})
        |(?<m>{Months})[a-z]*[ ](?<d>[0-9]{{1,2}})(st|nd|rd|th)?,?[ ](?<y>[0-9]{{4}})
        )([T ,]+[0-9]{{1,2}}:[0-9]{{2}}(:[0-9.]+)?(Z|[ ]?[ap]m|\+00:?00)?)?[ )]*$",
        RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnorePatternWhitespace,
        60_000
    )]
    private static partial Regex Whole();
}
