using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Formats.Fingertips;

/// <summary>The ages that a word is about: "&lt;16 yrs", "0-15 years" and "under 16" are the same.</summary>
/// <param name="To">The last age; null for no limit.</param>
/// <param name="Unit">The first letter of its unit; y where there is none.</param>
internal readonly partial record struct FingertipsAge(int From, int? To, char Unit)
{
    /// <summary>Whether two words are both ages, and not the same.</summary>
    public static bool Differ(string one, string other) =>
        Find(one) is { } first && Find(other) is { } second && first != second;

    private static FingertipsAge? Find(string text)
    {
        var match = Words().Match(text);
        if (!match.Success)
            return null;
        int? Number(string name) =>
            match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;
        var unit = match.Groups["unit"] is { Success: true } word ? char.ToLowerInvariant(word.Value[0]) : 'y';
        return Number("under") is { } under ? new(0, under - 1, unit)
            : Number("over") is { } over ? new(over, null, unit)
            : new(Number("from")!.Value, Number("to") ?? Number("from"), unit);
    }

    [GeneratedRegex(
        @"^(ages?d? )?((<|under )\s*(?<under>[0-9]{1,3})|(>=|≥)\s*(?<over>[0-9]{1,3})|(?<over>[0-9]{1,3}) ?\+|"
            + @"(?<from>[0-9]{1,3})( ?(-|–|to|and) ?(?<to>[0-9]{1,3}))?)\s*"
            + @"(?<unit>y(ea)?rs?|weeks?|months?|days?)?s?( olds?)?( gestational age at birth)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Words();
}
