namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Which of two releases is the newer: the one published later, or else the one that arrived later. The id decides
/// last, so that the order never depends on how the releases were read.
/// </summary>
internal readonly record struct ReleaseAge(DateOnly Published, DateTimeOffset Arrived, string Id)
{
    /// <summary>The oldest first.</summary>
    public static Comparer<ReleaseAge> Order { get; } =
        Comparer<ReleaseAge>.Create(
            (one, other) =>
            {
                var published = one.Published.CompareTo(other.Published);
                var arrived = published != 0 ? published : one.Arrived.CompareTo(other.Arrived);
                return arrived != 0 ? arrived : string.CompareOrdinal(one.Id, other.Id);
            }
        );
}
