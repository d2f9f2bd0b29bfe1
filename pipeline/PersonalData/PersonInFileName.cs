using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// Finds a person's name next to a date in the name of a file or a sheet, as in "Zebedee Quill 03-04-2012". The date
/// may also be that of the upload, so words that are common in file names, and names of authorities, do not count as
/// names of people.
/// </summary>
internal static partial class PersonInFileName
{
    private const int LongestAcronym = 4;

    private static readonly FrozenSet<string> OfFiles = (
        "achievement achievements action actions admissions analysis annual area assessment assessments attainment "
        + "authorities average benchmarking board book borough breakdown breastfeeding care central chart charts "
        + "child childhood city committee comparator comparators comparison conceptions copy corrected council "
        + "dashboard dataset decay dental department dfe district districts download draft early education educational "
        + "ees ehc ehcp english estimates excess exclusion exclusions export extract feed file files final fingertips "
        + "first foundation framework free further gap gcse gov government group groups guidance headline health "
        + "hospital households improvement income index infant information injuries interactive key lait leavers level "
        + "local localities locality looked low management measles measure measurement measures "
        + "meeting mental metadata "
        + "method methodology model models monitoring monthly mortality national ncmp need needs neet neighbour "
        + "neighbours new nhs notes obese obesity officer ons outcomes outturn overall overweight "
        + "pack page pages paper papers "
        + "participation partnership people performance permanent persistent personal phonics placements plans "
        + "poverty prevalence primary programme progress protection public publication pupil quarterly ranking rates "
        + "raw reception referral referrals region regional release releases reports request results returns reviews "
        + "revision rolling sample schools scorecard screening secondary self sen send series services set sheet "
        + "smoking social special staff stage statistical submission summary suspensions tables template test tool "
        + "training trust underlying unitary updates upload vaccination version weight worker workers workforce "
        + "workbook wellbeing"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<FrozenSet<string>> OfAreas = new(() =>
        Reference
            .Default.Areas.All.SelectMany(area => area.Aliases.Append(area.Name))
            .SelectMany(name => name.Split([' ', ',', '-']))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Whether a name has one.</summary>
    /// <param name="plain">The name, as <see cref="PlainText"/> gives it, with spaces for lines.</param>
    public static bool Is(string plain) => plain.Split('/').Any(IsPart);

    private static bool IsPart(string part)
    {
        var name = Between().Replace(Endings().Replace(part, ""), " ");
        if (DayFirst().Match(name) is { Success: true } first)
            name = $"{first.Groups["name"].Value} {first.Groups["day"].Value}";
        return BirthDate.IsBehindName(name) && IsPerson([.. Letters().Matches(name).Select(word => word.Value)]);
    }

    private static bool IsPerson(string[] words) =>
        !Array.Exists(words, OfFiles.Contains)
        && !Array.TrueForAll(words, OfAreas.Value.Contains)
        && (
            Array.TrueForAll(words, IsUpper)
            || !Array.Exists(words, w => w.Length is > 1 and <= LongestAcronym && IsUpper(w))
        );

    private static bool IsUpper(string word) => !word.Any(char.IsLower);

    // What a file is, and which copy.
    [GeneratedRegex(
        @"([ -]*(\([0-9]{1,2}\)|- ?copy|copy|v[0-9]{1,2}))*(\.[a-z]{3,5}){0,2}$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex Endings();

    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,4}[ ./-]?[0-9]{1,2}[ ./-]?[0-9]{1,4})[ ,-]+(?<name>[^0-9]+)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\p{L}[\p{L}']*", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Letters();
}
