using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>One figure of one indicator for one area and period, as one release has it, with the row it came
/// from.</summary>
public sealed record Observation
{
    /// <summary>The time it is about.</summary>
    public required Period Period { get; init; }

    /// <summary>The figure, or why it is missing.</summary>
    public required Measure Value { get; init; }

    /// <summary>The count above the line, where published.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The count below the line, where published.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The count above the line of the figure that was taken away, for gaps.</summary>
    public decimal? MinusNumerator { get; init; }

    /// <summary>The count below the line of the figure that was taken away, for gaps.</summary>
    public decimal? MinusDenominator { get; init; }

    /// <summary>The lower end of the published 95% confidence interval.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The upper end of the published 95% confidence interval.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The lower end of the published 99.8% confidence interval.</summary>
    public decimal? Lower998 { get; init; }

    /// <summary>The upper end of the published 99.8% confidence interval.</summary>
    public decimal? Upper998 { get; init; }

    /// <summary>How final it is, where the row says so; otherwise the release does.</summary>
    public RevisionStatus? RevisionStatus { get; init; }

    /// <summary>What it is the total of, where its row names a total of its own, as "all schools" does; null for the
    /// usual one. Figures of different totals are never compared.</summary>
    public string? Total { get; init; }

    /// <summary>The publisher's note on the figure.</summary>
    public string? Note { get; init; }

    /// <summary>The row of the file, as a spreadsheet counts it.</summary>
    public required long Row { get; init; }

    /// <summary>The row of the figure that was taken away, for gaps.</summary>
    public long? MinusRow { get; init; }
}
