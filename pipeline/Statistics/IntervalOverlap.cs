namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>Whether two intervals overlap. Fingertips, comparison by double overlapping intervals: where they touch,
/// they overlap.</summary>
internal static class IntervalOverlap
{
    /// <summary>Whether they share a value.</summary>
    public static bool Overlap(Interval one, Interval other) => one.Lower <= other.Upper && other.Lower <= one.Upper;
}
