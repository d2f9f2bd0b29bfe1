namespace ChildrensTrust.Pipeline.Findings;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Information,

    /// <summary>The file counts, but someone should look.</summary>
    Warning,

    /// <summary>A row or the whole file does not count.</summary>
    Error,
}
