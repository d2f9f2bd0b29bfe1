namespace ChildrensTrust.Pipeline.Releases;

/// <summary>How far a file has come.</summary>
public enum ReleaseStatus
{
    /// <summary>Its series are being written; nobody reads them yet.</summary>
    Reading,

    /// <summary>Everything is written and counted; it counts from now on.</summary>
    Complete,

    /// <summary>It was refused and is in quarantine with its findings.</summary>
    Quarantined,

    /// <summary>It was complete and someone withdrew it: no snapshot reads it.</summary>
    Withdrawn,
}
