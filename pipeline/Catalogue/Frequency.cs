namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>How often a figure of an indicator is published.</summary>
public enum Frequency
{
    /// <summary>Once a year.</summary>
    Annual,

    /// <summary>Four times a year.</summary>
    Quarterly,
}
