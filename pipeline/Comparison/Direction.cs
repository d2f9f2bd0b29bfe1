using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Which way a figure has gone.</summary>
public enum Direction
{
    /// <summary>It has become better.</summary>
    Improving,

    /// <summary>It has become worse.</summary>
    Declining,

    /// <summary>It has changed by no more than the indicator's tolerance.</summary>
    NoChange,

    /// <summary>It has risen, where neither high nor low is better.</summary>
    Higher,

    /// <summary>It has fallen, where neither high nor low is better.</summary>
    Lower,
}

/// <summary>Finds the direction of a change, and puts it in words.</summary>
internal static class Directions
{
    /// <summary>The direction of a change; null where the change is not known.</summary>
    /// <param name="indicator">The indicator: its polarity, and how small a change counts as none.</param>
    public static Direction? From(decimal? change, Indicator indicator) =>
        change switch
        {
            null => null,
            { } c when Math.Abs(c) <= indicator.ChangeTolerance => Direction.NoChange,
            > 0 when indicator.Polarity == Polarity.Neutral => Direction.Higher,
            _ when indicator.Polarity == Polarity.Neutral => Direction.Lower,
            > 0 => indicator.Polarity == Polarity.High ? Direction.Improving : Direction.Declining,
            _ => indicator.Polarity == Polarity.Low ? Direction.Improving : Direction.Declining,
        };

    /// <summary>The direction as snapshot.json has it, which other programs read and older snapshots hold.</summary>
    public static string Code(this Direction direction) =>
        direction switch
        {
            Direction.Declining => "declining",
            Direction.NoChange => "no change",
            _ => direction.Words(),
        };

    /// <summary>The direction in the report's words.</summary>
    public static string Words(this Direction direction) =>
        direction switch
        {
            Direction.Improving => "improving",
            Direction.Declining => "worsening",
            Direction.NoChange => "similar",
            Direction.Higher => "higher",
            _ => "lower",
        };
}
