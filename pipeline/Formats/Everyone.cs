using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>The words for everyone whom a column divides. In a column of sexes "Girls and boys", "Persons" and "All
/// pupils" say no more than Total does; in a column of schools "All pupils" may be a total of its own.</summary>
internal static partial class Everyone
{
    /// <summary>The words for everyone in a column; null where it has none of its own.</summary>
    public static Regex? In(string column)
    {
        var words = column.Replace('_', ' ');
        return Sexes().IsMatch(words) ? OfSexes()
            : Ages().IsMatch(words) ? OfAges()
            : Ethnicities().IsMatch(words) ? OfEthnicities()
            : null;
    }

    /// <summary>Both sexes.</summary>
    [GeneratedRegex(
        @"^(all|total)? ?\(?(both( sexes| genders)?|sexes|genders|persons?|people|pupils|children|young people|"
            + @"(boys?|girls?|(fe)?males?|men|women|m|f) ?(and|&|/|\+) ?(boys?|girls?|(fe)?males?|men|women|m|f))\)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    public static partial Regex OfSexes();

    [GeneratedRegex(
        @"^(all|total) ?\(?(ages|age ?(groups|bands|ranges))\)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfAges();

    [GeneratedRegex(
        @"^(all|total) ?\(?(ethnicit(y|ies)|ethnic (groups|backgrounds))\)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfEthnicities();

    [GeneratedRegex(
        @"\b(sex(es)?|genders?)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Sexes();

    [GeneratedRegex(
        @"\bages?\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Ages();

    [GeneratedRegex(
        @"\bethnic(ity|ities)?\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Ethnicities();
}
