namespace ChildrensTrust.Benchmarks;

/// <summary>One line of the table: two figures of one run and their ratio, with the most that it may be.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Against">What it is measured against.</param>
/// <param name="Mine">Our figure.</param>
/// <param name="Other">The other.</param>
/// <param name="Unit">"s", "MB" or "µs".</param>
/// <param name="Limit">The most that the ratio may be.</param>
internal sealed record Measured(string Name, string Against, double Mine, double Other, string Unit, double Limit)
{
    /// <summary>How many times the other.</summary>
    public RatioInterval Ratio { get; init; } = RatioInterval.Once(Mine, Other);

    /// <summary>Whether it is within its limit.</summary>
    public bool Holds => Ratio.Median <= Limit;

    /// <summary>Whether the whole interval is on one side of the limit.</summary>
    public bool IsSure => Ratio.High <= Limit || Ratio.Low > Limit;

    /// <summary>Whether the machine was too busy for a narrow interval.</summary>
    public bool IsNoise => !Ratio.IsNarrow;

    /// <summary>Two pieces of work that were timed in turn.</summary>
    /// <param name="what">What was measured, and against what.</param>
    /// <param name="mine">Our seconds, one a round.</param>
    /// <param name="other">The other's.</param>
    public static Measured Of(
        (string Name, string Against) what,
        IReadOnlyList<double> mine,
        IReadOnlyList<double> other,
        double limit,
        string unit = "s"
    ) =>
        new(what.Name, what.Against, RatioInterval.Middle(mine), RatioInterval.Middle(other), unit, limit)
        {
            Ratio = RatioInterval.Of(mine, other),
        };
}
