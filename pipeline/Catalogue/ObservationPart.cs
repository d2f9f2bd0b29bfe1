namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>Which part of an observation a cell gives.</summary>
public enum ObservationPart
{
    /// <summary>The figure.</summary>
    Value,

    /// <summary>The figure that is taken away from it.</summary>
    Minus,

    /// <summary>The count above the line.</summary>
    Numerator,

    /// <summary>The count below the line.</summary>
    Denominator,

    /// <summary>The count above the line of the figure that is taken away.</summary>
    MinusNumerator,

    /// <summary>The count below the line of the figure that is taken away.</summary>
    MinusDenominator,
}
