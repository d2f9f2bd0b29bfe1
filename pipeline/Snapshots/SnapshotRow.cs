using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>One indicator.</summary>
public sealed record SnapshotRow : SnapshotPlace
{
    /// <summary>The indicator's id.</summary>
    public required string Indicator { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its wording in the narrative.</summary>
    public required string Narrative { get; init; }

    /// <summary>The title of its priority.</summary>
    public required string Priority { get; init; }

    /// <summary>Whether the January 2013 report names it ("report"), it follows one that it names ("successor"), or the
    /// project added it ("ours").</summary>
    public required string Origin { get; init; }

    /// <summary>Which way is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimal places for display.</summary>
    public required int Decimals { get; init; }

    /// <summary>"annual" or "quarterly": how often a figure is published.</summary>
    public required string Frequency { get; init; }

    /// <summary>A change of up to so much is "no change"; 0 where only an equal figure is.</summary>
    public decimal ChangeTolerance { get; init; }

    /// <summary>What the indicator measures, where that needs saying.</summary>
    public string? About { get; init; }

    /// <summary>The parts, where it is measured over several areas; otherwise empty.</summary>
    public IReadOnlyList<SnapshotPart> Areas { get; init; } = [];

    /// <summary>The districts of the county, where a release carries them; each is compared with England and the
    /// county, and ranked among them.</summary>
    public IReadOnlyList<SnapshotPart> Localities { get; init; } = [];

    /// <summary>Whether England has no figure of a later period than the local ones. The summary counts the others
    /// apart.</summary>
    internal bool IsCurrent => NewestOfEngland is null;

    /// <summary>The period of England's newest figure, where a local figure of the row is of an earlier one; otherwise
    /// null.</summary>
    internal string? NewestOfEngland =>
        NewerNational ?? Areas.Select(a => a.NewerNational).FirstOrDefault(p => p is not null);

    /// <summary>The id of the indicator that the summary counts in its place, where that can be compared, because both
    /// measure much the same; null where it counts for itself.</summary>
    public string? CountsWith { get; init; }

    /// <summary>The releases behind the row.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
