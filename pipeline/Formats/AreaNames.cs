using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Whether two names are of one area: publishers write "Bristol, City of", "City of Bristol" and
/// "Bristol".</summary>
internal static partial class AreaNames
{
    private static readonly HashSet<string> Noise =
    [
        "city",
        "of",
        "county",
        "the",
        "borough",
        "royal",
        "upon",
        "council",
        "ua",
        "unitary",
        "authority",
        "metropolitan",
        "la",
        "lea",
        "cc",
        "mbc",
        "bc",
        "corporation",
        "lb",
        "region",
        "pct",
        "teaching",
        "primary",
        "care",
        "trust",
        "nhs",
    ];

    private static readonly HashSet<string> Beyond = new(
        ["Wales", "Scotland", "Northern Ireland", "United Kingdom", "UK", "Great Britain", "England and Wales"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a name is that of a country of which the register has no figures, or of several.</summary>
    public static bool IsBeyond(string name) => Beyond.Contains(name);

    /// <summary>Whether a name is the area's, or another that it goes by.</summary>
    public static bool Agree(string published, Area area) =>
        area.Aliases.Prepend(area.Name).Any(known => Agree(published, known));

    /// <summary>The area of a name that was in use in a period. Null if no area has the name, where it is that of an
    /// area of another kind (London, a region), and where it is that of two (Dorset, before and after April
    /// 2019).</summary>
    /// <param name="isMeant">Whether an area is of the kind that is meant.</param>
    public static Area? Find(AreaRegister areas, string name, Period period, Predicate<Area> isMeant)
    {
        if (areas.FindByName(name, period.End) is { } exact && !isMeant(exact))
            return null;
        // An area without a number only keeps an old code apart from its successor's.
        var named = areas.All.Where(area => area.Number is not null && isMeant(area) && Agree(name, area)).ToList();
        if (named.Count > 1)
            named.RemoveAll(area => !area.ExistedOn(period.Start) && !area.ExistedOn(period.End));
        return named is [var only] ? only : null;
    }

    /// <summary>Whether the name beside an area's code belongs to another area, or to only part of this
    /// one.</summary>
    public static bool IsOfAnother(string name, Area area, AreaRegister areas) =>
        name.Length > 1
        && !Agree(name, area)
        && (
            IsBeyond(name)
            || ExtraBreakdowns.NamesGroup(name)
            || OfSeveral().IsMatch(name)
            || name.Split(" and ") is { Length: > 1 } parts
                && parts.Any(part => areas.All.Any(o => o != area && !Few.Contains(o.Code) && Agree(part, o)))
            || areas.All.Any(other => other != area && Agree(name, other) && !IsPredecessor(other, area))
        );

    // The Isles of Scilly and the City of London have so few children that publishers count them with a neighbour.
    private static readonly string[] Few = ["E06000053", "E09000001"];

    // Publishers may write the name of an area beside the code of the one that has replaced it.
    private static bool IsPredecessor(Area other, Area area) =>
        other.Region == area.Region
        && area.Type != AreaType.PrimaryCareTrust
        && other.Until is { } until
        && (area.From is not null || until <= Reorganised);

    private static readonly DateOnly Reorganised = new(2009, 3, 31);

    /// <summary>Whether the words that tell the names apart are the same.</summary>
    public static bool Agree(string published, string known) =>
        string.Equals(published, known, StringComparison.OrdinalIgnoreCase) || Words(published).SetEquals(Words(known));

    private static HashSet<string> Words(string name)
    {
        var letters = string.Concat(
            Footnote()
                .Replace(name, "")
                .Replace("&", " and ", StringComparison.Ordinal)
                .Replace("'", "", StringComparison.Ordinal)
                .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')
        );
        return [.. letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Noise.Contains(word))];
    }

    [GeneratedRegex(
        @"\b((statistical|nearest) neighbours?|similar (councils|authorities)|comparators?|median|quartiles?|"
            + @"core cities)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfSeveral();

    // "Cornwall (1)", "Cornwall [note 3]".
    [GeneratedRegex(
        @"[(\[] ?(note )?[0-9]{1,2} ?[)\]]$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Footnote();
}
