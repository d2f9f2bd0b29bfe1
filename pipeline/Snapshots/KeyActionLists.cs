using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Which list of key actions a snapshot reports. A plan is of a year: how its actions stood longer ago says
/// nothing of the period.</summary>
internal static class KeyActionLists
{
    private const int Months = 12;

    /// <summary>Whether a list was published in the year before the as-at date, or since.</summary>
    public static bool IsOfThePeriod(Release list, DateOnly asAt) => list.Published >= asAt.AddMonths(-Months);
}
