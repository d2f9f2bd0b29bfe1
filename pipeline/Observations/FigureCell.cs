using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>One figure of a row, and where it goes.</summary>
internal readonly record struct FigureCell(SeriesId Id, Period Period, ObservationPart Role)
{
    /// <summary>The publisher's name for the series.</summary>
    public required string Source { get; init; }

    /// <summary>The place of the source among the indicator's; 0 for the preferred one.</summary>
    public required int Rank { get; init; }

    /// <summary>The name of the column.</summary>
    public required string Column { get; init; }

    /// <summary>Whether the figure is the difference of two.</summary>
    public bool HasMinus { get; init; }

    /// <summary>The unit that the figure must fit; null for any.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The number, or why it is not there.</summary>
    public Measure Measure { get; init; }

    /// <summary>What is given beside the figure; null for nothing.</summary>
    public ObservationDetails? Beside { get; init; }
}
