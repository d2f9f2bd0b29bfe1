using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Which way a figure has gone, in words.</summary>
public static class Direction
{
    /// <summary>It has become better.</summary>
    public const string Improving = "improving";

    /// <summary>It has become worse.</summary>
    public const string Declining = "declining";

    /// <summary>It has changed by no more than the indicator's tolerance.</summary>
    public const string NoChange = "no change";

    /// <summary>The direction of a change; null where the change is not known.</summary>
    /// <param name="indicator">The indicator: its polarity, and how small a change counts as none.</param>
    public static string? From(decimal? change, Indicator indicator) =>
        change switch
        {
            null => null,
            { } c when Math.Abs(c) <= indicator.ChangeTolerance => NoChange,
            > 0 when indicator.Polarity == Polarity.Neutral => "higher",
            _ when indicator.Polarity == Polarity.Neutral => "lower",
            > 0 => indicator.Polarity == Polarity.High ? Improving : Declining,
            _ => indicator.Polarity == Polarity.Low ? Improving : Declining,
        };
}
