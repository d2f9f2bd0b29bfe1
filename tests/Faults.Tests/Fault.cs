namespace ChildrensTrust.Faults.Tests;

/// <summary>What can happen to a request on its way to storage and back.</summary>
internal enum Fault
{
    None,

    /// <summary>It takes longer.</summary>
    Delay,

    /// <summary>The connection is reset before storage has the request.</summary>
    ResetBefore,

    /// <summary>Storage does what was asked, and the connection is reset before it can say so.</summary>
    ResetAfter,

    /// <summary>The answer breaks off in its middle.</summary>
    CutBody,

    /// <summary>500.</summary>
    Error,

    /// <summary>503 with a time to wait.</summary>
    Busy,

    /// <summary>408.</summary>
    Timeout,

    /// <summary>409 for a reason that has nothing to do with what lies there.</summary>
    Conflict,

    /// <summary>No answer ever.</summary>
    Silence,

    /// <summary>Storage says of a copy within it that it is still under way. The emulator's own copies are done at
    /// once.</summary>
    CopyPending,

    /// <summary>Storage says of a copy within it that it failed.</summary>
    CopyFailed,

    /// <summary>Storage says of a copy within it that it was given up.</summary>
    CopyAborted,
}
