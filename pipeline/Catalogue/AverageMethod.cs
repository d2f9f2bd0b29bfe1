namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>How one figure is made of the figures of several areas.</summary>
public enum AverageMethod
{
    /// <summary>The sum of the figures over their number, missing ones left out: the Local Authority Interactive
    /// Tool's.</summary>
    Mean,

    /// <summary>The middle figure, or the mean of the two in the middle: the children's social care
    /// dashboard's.</summary>
    Median,

    /// <summary>The sum of the numerators over the sum of the denominators, scaled to the indicator's unit, where every
    /// figure has both.</summary>
    Pooled,
}
