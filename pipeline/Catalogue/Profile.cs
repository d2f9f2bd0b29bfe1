namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>A set of indicators that a council reports by naming it. Figures of the others are read and kept all the
/// same, so that another set can be chosen later.</summary>
/// <param name="Name">What the set is, in a few words.</param>
internal sealed record Profile(string Id, string Name)
{
    /// <summary>The id of the profile that takes every indicator.</summary>
    public const string All = "all";

    /// <summary>Whether the profile reports an indicator.</summary>
    public bool Takes(Indicator indicator) =>
        Id == All || indicator.Profiles.Count == 0 || indicator.Profiles.Contains(Id);

    /// <summary>The indicator as the profile has it.</summary>
    public Indicator Of(Indicator indicator) =>
        indicator.Polarities.TryGetValue(Id, out var polarity) ? indicator with { Polarity = polarity } : indicator;

    /// <summary>What is wrong with the profiles of a catalogue, a sentence each.</summary>
    /// <param name="chosen">The profile that the council names; null where it names none.</param>
    public static IEnumerable<string> Faults(
        IReadOnlyList<Profile> profiles,
        string? chosen,
        IReadOnlyList<Indicator> indicators
    )
    {
        if (chosen is not null && profiles.All(p => p.Id != chosen))
            yield return $"The profile must be one of {string.Join(", ", profiles.Select(p => p.Id))}.";
        foreach (var twice in profiles.GroupBy(p => p.Id).Where(group => group.Count() > 1))
            yield return $"The profile id {twice.Key} is used {twice.Count()} times.";
        foreach (var profile in profiles)
        {
            if (!CatalogueId.IsValid(profile.Id))
                yield return "A profile's id must be lower case words and numbers joined by hyphens.";
        }
        foreach (var indicator in indicators)
        {
            foreach (
                var unknown in indicator
                    .Profiles.Concat(indicator.Polarities.Keys)
                    .Where(id => profiles.All(p => p.Id != id))
            )
                yield return $"{indicator.Id}: there is no profile {unknown}.";
        }
    }
}
