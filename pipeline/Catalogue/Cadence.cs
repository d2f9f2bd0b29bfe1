namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>For whom snapshots are made, of which indicators, and how often.</summary>
public sealed record Cadence
{
    /// <summary>The id of the cadence that is meant where none is named.</summary>
    public const string Trust = "trust";

    /// <summary>From 30 September to 12 December 2012, the date on the January 2013 report.</summary>
    public const int ReportOfJanuary2013 = 73;

    /// <summary>A snapshot that falls due more than a year after its date is a mistake.</summary>
    public const int MaxDays = 366;

    /// <summary>The id used in folders and keys: lower case words joined by hyphens, the first of which begins with a
    /// letter.</summary>
    public required string Id { get; init; }

    /// <summary>The heading of its reports; null for the catalogue's.</summary>
    public string? Title { get; init; }

    /// <summary>Who reads it.</summary>
    public required string Audience { get; init; }

    /// <summary>It takes the indicators with this tag.</summary>
    public required string Tag { get; init; }

    /// <summary>The days of each year that its snapshots are about.</summary>
    public required IReadOnlyList<MonthEnd> AsAt { get; init; }

    /// <summary>How many days after its as-at date a snapshot falls due, unless a setting says otherwise.</summary>
    public int CompileAfterDays { get; init; } = ReportOfJanuary2013;

    /// <summary>Whether the timer makes its snapshots. One that is not active can be asked for.</summary>
    public bool Active { get; init; } = true;

    /// <summary>The first as-at date that the timer makes; null for as far back as there are releases.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The Trust's own, for a catalogue that names no cadence.</summary>
    public static Cadence Default { get; } =
        new()
        {
            Id = Trust,
            Audience = "Children's Trust",
            Tag = Trust,
            AsAt = [new(3), new(9)],
        };

    /// <summary>What is wrong with the cadences of a catalogue, a sentence each.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<Cadence> cadences, IReadOnlyList<Indicator> indicators)
    {
        if (cadences.All(c => c.Id != Trust))
            yield return $"There must be a cadence with the id {Trust}: it is the one that is meant where none is "
                + "named.";
        foreach (var twice in cadences.GroupBy(c => c.Id).Where(group => group.Count() > 1))
            yield return $"The cadence id {twice.Key} is used {twice.Count()} times.";
        foreach (var cadence in cadences)
        {
            // A folder of this name stands beside those of as-at dates.
            if (!CatalogueId.IsValid(cadence.Id) || !char.IsAsciiLetterLower(cadence.Id[0]))
                yield return $"The cadence id {cadence.Id} must be lower case words and numbers joined by "
                    + "hyphens, and begin with a letter.";
            if (cadence.AsAt.Count == 0)
                yield return $"The cadence {cadence.Id} needs at least one as-at date.";
            foreach (var twice in cadence.AsAt.GroupBy(day => day).Where(group => group.Count() > 1))
                yield return $"The cadence {cadence.Id} names the as-at date {twice.Key} {twice.Count()} times.";
            if (cadence.CompileAfterDays is < 0 or > MaxDays)
                yield return $"The cadence {cadence.Id}: compileAfterDays must be 0 to {MaxDays}.";
            if (indicators.All(i => !i.Tags.Contains(cadence.Tag)))
                yield return $"The cadence {cadence.Id} takes the indicators with the tag {cadence.Tag}, and no "
                    + "indicator has it.";
        }
        foreach (var indicator in indicators.Where(i => !i.Tags.Intersect(cadences.Select(c => c.Tag)).Any()))
            yield return $"{indicator.Id}: no cadence takes any of its tags "
                + $"({string.Join(", ", indicator.Tags)}), so it would never be reported.";
    }
}
