namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>Why an indicator is in the catalogue.</summary>
public enum Origin
{
    /// <summary>The January 2013 report names it.</summary>
    Report,

    /// <summary>It replaces one that the report names.</summary>
    Successor,

    /// <summary>The project added it.</summary>
    Ours,
}
