using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Asks for a snapshot. A code or an id may come as a person writes it: with blanks around it, in any
/// capitals, or empty for none.</summary>
public sealed record SnapshotRequest(DateOnly AsAt)
{
    /// <summary>What was published later is left out; null for today.</summary>
    public DateOnly? Compiled { get; init; }

    /// <summary>The cadence's id; null for the Trust's.</summary>
    public string? Cadence
    {
        get;
        init => field = Text(value)?.ToLowerInvariant();
    }

    /// <summary>The area's code, or its name as it was typed; null for the catalogue's own area.</summary>
    public string? Area
    {
        get;
        init => field = Text(value) is { } text && text.Any(char.IsAsciiDigit) ? text.ToUpperInvariant() : Text(value);
    }

    /// <summary>A neighbour set by its release id or by its in-force date (2021-04-01, 2021-04 or 2021); null for the
    /// one in force on the as-at date.</summary>
    public string? NeighbourSet
    {
        get;
        init => field = Text(value);
    }

    /// <summary>How the neighbours are averaged; null for the catalogue's way.</summary>
    public AverageMethod? Average { get; init; }

    /// <summary>The way of averaging that a word stands for; null where it is none of mean, median and
    /// pooled.</summary>
    public static AverageMethod? FindAverage(string? word) => EnumWords.Find<AverageMethod>(Text(word));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>A snapshot that is in the store.</summary>
/// <param name="Folder">Its folder in the container snapshots, with a slash at the end.</param>
/// <param name="AlreadyThere">Whether the same was made before.</param>
public sealed record ProducedSnapshot(Snapshot Snapshot, string Folder, bool AlreadyThere)
{
    /// <summary>The indicators that could not be compared, for the log.</summary>
    public IReadOnlyList<IndicatorFailure> Failures { get; init; } = [];
}

/// <summary>What came of a request: a snapshot, or the reason why there is none.</summary>
public sealed record SnapshotOutcome(ProducedSnapshot? Produced, Finding? Refusal);
