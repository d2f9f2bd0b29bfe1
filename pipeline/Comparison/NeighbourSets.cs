using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>
/// The neighbour sets that are known, and which of them counts for an area: the newest in force that lists it. A model
/// may carry some authorities alone; it takes nothing from those that it leaves out.
/// </summary>
/// <param name="Known">The sets, the first that counts first: by in-force date, the newest first.</param>
/// <param name="AsAt">The day on which a set must be in force.</param>
/// <param name="Asked">The set that was asked for, which counts for every area; null for the usual choice.</param>
internal sealed record NeighbourSets(IReadOnlyList<NeighbourSet> Known, DateOnly AsAt, NeighbourSet? Asked)
{
    /// <summary>No set at all.</summary>
    public static NeighbourSets None { get; } = new([], default, null);

    /// <summary>The set that counts for an area; null where none is in force.</summary>
    public NeighbourSet? For(string area) => Asked ?? Usual(area);

    /// <summary>The sets that do not count for an area.</summary>
    public IEnumerable<NeighbourSet> OthersFor(string area) => Known.Where(s => s != For(area));

    /// <summary>The sets in force that are newer than the one that counts and do not list the area.</summary>
    public IEnumerable<NeighbourSet> NewerWithout(string area) =>
        For(area) is { } counting ? InForce().Where(s => s.From > counting.From && s.Of(area).Count == 0) : [];

    /// <summary>Whether a set that was asked for counts for an area instead of the usual one.</summary>
    public bool IsUnusualFor(string area) => For(area) != Usual(area);

    /// <summary>A sentence that lists those that can be asked for, by the month from which each applies.</summary>
    public string Listed =>
        Known.Count == 0
            ? "No set was known."
            : $"Sets apply from {WordList.And([.. Known.Select(s => $"{s.From:yyyy-MM}").Distinct()])}.";

    private NeighbourSet? Usual(string area) =>
        InForce().FirstOrDefault(s => s.Of(area).Count > 0) ?? InForce().FirstOrDefault();

    private IEnumerable<NeighbourSet> InForce() => Known.Where(s => s.From <= AsAt);
}
