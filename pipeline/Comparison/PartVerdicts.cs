namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>
/// The verdict over the areas that an indicator is measured over. It needs all of them, with figures of one period:
/// what is true of a small part of a county is no verdict on the county.
/// </summary>
internal static class PartVerdicts
{
    private static readonly string[] UpToThree = ["none", "one", "two", "three"];

    /// <summary>The verdict over all parts.</summary>
    public static Verdict Over(IReadOnlyList<AreaComparison> parts, Func<AreaComparison, Verdict> verdict) =>
        AreOfOnePeriod(parts) ? Verdicts.Combine(parts.Select(verdict)) : Verdict.NoComparison;

    /// <summary>How the parts make one verdict, and why they make none.</summary>
    public static IEnumerable<Note> Notes(IReadOnlyList<AreaComparison> parts)
    {
        yield return Note.InParts([.. parts.Select(p => p.Name)]);
        if (Lacking(parts, p => p.VersusNational) is { } national)
            yield return Note.PartsMissing("England", national);
        if (
            parts.Any(p => p.VersusNeighbours != Verdict.NoComparison)
            && Lacking(parts, p => p.VersusNeighbours) is { } neighbours
        )
            yield return Note.PartsMissing("similar councils", neighbours);
    }

    // How many of the parts can be compared; null for all.
    private static string? Lacking(IReadOnlyList<AreaComparison> parts, Func<AreaComparison, Verdict> verdict)
    {
        var latest = parts.Max(p => p.Local?.Observation.Period);
        var compared = parts.Count(p => verdict(p) != Verdict.NoComparison && p.Local?.Observation.Period == latest);
        if (compared == parts.Count)
            return null;
        var count = $"{Words(compared)} of {Words(parts.Count)} areas can be compared";
        if (AreOfOnePeriod(parts) || parts.Any(p => p.Local is null))
            return count;
        var periods = parts.Select(p => $"{p.Name} has a figure for {p.Local!.Observation.Period.InSentence}");
        return $"{count} for {latest?.InSentence} ({string.Join(", ", periods)})";
    }

    private static bool AreOfOnePeriod(IReadOnlyList<AreaComparison> parts) =>
        parts.Select(p => p.Local?.Observation.Period).Distinct().Count() == 1;

    private static string Words(int count) => count < UpToThree.Length ? UpToThree[count] : $"{count}";
}
