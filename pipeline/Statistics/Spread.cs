using System.Text.Json.Serialization;

namespace ChildrensTrust.Pipeline.Statistics;

/// <summary>The spread of some values, and where one of them is in it.</summary>
/// <param name="Percentile">The share of the values that are smaller, equal ones counted half, in per cent.</param>
public sealed record Spread(
    [property: JsonPropertyName("authorities")] int Count,
    decimal Minimum,
    decimal LowerQuartile,
    decimal Median,
    decimal UpperQuartile,
    decimal Maximum,
    decimal Percentile
)
{
    /// <summary>The spread of the values.</summary>
    /// <param name="value">The one whose place is wanted.</param>
    /// <param name="sorted">The values, the smallest first; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no value.</exception>
    public static Spread Calculate(decimal value, IReadOnlyList<decimal> sorted) =>
        new(
            sorted.Count,
            Quantile.Calculate(sorted, 0),
            Quantile.Calculate(sorted, 0.25m),
            Quantile.Calculate(sorted, 0.5m),
            Quantile.Calculate(sorted, 0.75m),
            Quantile.Calculate(sorted, 1),
            decimal.Round(
                100m * (sorted.Count(v => v < value) + (sorted.Count(v => v == value) / 2m)) / sorted.Count,
                1,
                MidpointRounding.AwayFromZero
            )
        );
}
