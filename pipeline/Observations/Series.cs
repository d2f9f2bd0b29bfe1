namespace ChildrensTrust.Pipeline.Observations;

/// <summary>What one release says of one indicator in one area: its observations in the order of time.</summary>
/// <param name="Source">The publisher's name for the series.</param>
/// <param name="Preference">The place of the series among those of the indicator in the catalogue; 0 is preferred, -1
/// the council's own return.</param>
/// <param name="Column">The column of the file that holds the figure; for a difference "one minus other".</param>
/// <param name="Observations">The observations, the earliest first, one a period.</param>
public sealed record Series(
    string Indicator,
    string Area,
    string Source,
    int Preference,
    string Column,
    IReadOnlyList<Observation> Observations
)
{
    /// <summary>What all its figures are the total of, where their rows name a total of their own; null for the usual
    /// one.</summary>
    public string? Total { get; init; }

    /// <summary>The publisher's name for the series, with the total.</summary>
    public string Name => Total is null ? Source : $"{Source} ({Total})";

    /// <summary>The rank of the council's own returns, which bring newer figures for the council alone.</summary>
    public const int LocalReturnPreference = -1;
}
