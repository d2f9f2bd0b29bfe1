namespace ChildrensTrust.Pipeline.Findings;

// Checks of withdrawing a release and of reinstating it.
public sealed partial record Check
{
    /// <summary>The release, or one with the same content, is withdrawn.</summary>
    public static readonly Check ReleaseWithdrawn = new(
        "RELEASE_WITHDRAWN",
        Severity.Error,
        "No later snapshot uses its figures, and uploading the file again does not change that. If it is correct after "
            + "all, reinstate it with the command reinstate or a POST to /api/releases/ID/reinstate; otherwise upload "
            + "the publisher's corrected file."
    );

    /// <summary>The ledger has no release of that id.</summary>
    public static readonly Check ReleaseUnknown = new(
        "RELEASE_UNKNOWN",
        Severity.Error,
        "Copy the id from status on the command line, or from the page of files received."
    );

    /// <summary>The release was refused, so there is nothing to withdraw or to reinstate.</summary>
    public static readonly Check ReleaseRefused = new(
        "RELEASE_REFUSED",
        Severity.Error,
        "Its figures are not used. Correct the file as its findings say, and upload it again."
    );

    /// <summary>A decision does not say who made it, or why.</summary>
    public static readonly Check DecisionUnclear = new(
        "DECISION_UNCLEAR",
        Severity.Error,
        "Say who decides, in up to 100 characters, and why, in up to 500, without anything about an individual "
            + "child or family: both are shown on the page of the release."
    );
}
