namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>Which way is better for an indicator.</summary>
public enum Polarity
{
    /// <summary>No judgement is made.</summary>
    Neutral,

    /// <summary>A higher figure is better.</summary>
    High,

    /// <summary>A lower figure is better.</summary>
    Low,
}
