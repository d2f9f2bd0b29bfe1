using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Finds the area that a publisher's name refers to.</summary>
internal static partial class AreaNames
{
    private static readonly HashSet<string> Beyond = new(
        ["Wales", "Scotland", "Northern Ireland", "United Kingdom", "UK", "Great Britain", "England and Wales"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a name is that of a country of which the register has no figures, or of several.</summary>
    public static bool IsBeyond(string name) => Beyond.Contains(name);

    /// <summary>The area of a name that was in use in a period. Null if no area has the name, where it is that of an
    /// area of another kind (London, a region), and where it is that of two (Dorset, before and after April
    /// 2019).</summary>
    /// <param name="isMeant">Whether an area is of the kind that is meant.</param>
    public static Area? Find(AreaRegister areas, string name, Period period, Predicate<Area> isMeant)
    {
        if (areas.FindByName(name, period.End) is { } exact && !isMeant(exact))
            return null;
        // An area without a number only keeps an old code apart from its successor's.
        var named = areas.FindAlike(name).Where(area => area.Number is not null && isMeant(area)).ToList();
        if (named.Count > 1)
            named.RemoveAll(area => !area.ExistedOn(period.Start) && !area.ExistedOn(period.End));
        return named is [var only] ? only : null;
    }

    /// <summary>Whether the name beside an area's code belongs to another area, or to only part of this
    /// one.</summary>
    public static bool IsOfAnother(string name, Area area, AreaRegister areas)
    {
        if (name.Length <= 1)
            return false;
        var alike = areas.FindAlike(name).ToList();
        return !alike.Contains(area)
            && (
                IsBeyond(name)
                || ExtraBreakdowns.NamesGroup(name)
                || OfSeveral().IsMatch(name)
                || name.Split(" and ") is { Length: > 1 } parts
                    && parts.Any(part => areas.FindAlike(part).Any(o => o != area && !Few.Contains(o.Code)))
                || alike.Exists(other => !IsPredecessor(other, area))
            );
    }

    // The Isles of Scilly and the City of London have so few children that publishers count them with a neighbour.
    private static readonly string[] Few = ["E06000053", "E09000001"];

    // Publishers may write the name of an area beside the code of the one that has replaced it.
    private static bool IsPredecessor(Area other, Area area) =>
        other.Region == area.Region
        && area.Type != AreaType.PrimaryCareTrust
        && other.Until is { } until
        && (area.From is not null || until <= Reorganised);

    private static readonly DateOnly Reorganised = new(2009, 3, 31);

    /// <summary>Whether two names refer to the same area.</summary>
    public static bool Agree(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || AreaWords.Of(one) == AreaWords.Of(other);

    [GeneratedRegex(
        @"\b((statistical|nearest) neighbours?|similar (councils|authorities)|comparators?|median|quartiles?|"
            + @"core cities)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfSeveral();
}
