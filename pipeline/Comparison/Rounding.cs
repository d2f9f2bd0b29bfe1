namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Tells a figure that was rounded otherwise from one that was revised.</summary>
internal static class Rounding
{
    /// <summary>Whether one of two different figures is the other at fewer decimals, as 4.43 is 4.42889.</summary>
    public static bool IsAllThatDiffers(decimal one, decimal other)
    {
        var (precise, rounded) = one.Scale > other.Scale ? (one, other) : (other, one);
        return one != other && decimal.Round(precise, rounded.Scale, MidpointRounding.AwayFromZero) == rounded;
    }
}
