namespace ChildrensTrust.Pipeline.Findings;

public sealed partial record Check
{
    /// <summary>The file holds data about individuals.</summary>
    public static readonly Check PersonalData = new(
        "PERSONAL_DATA",
        Severity.Error,
        "Only aggregate statistics may be uploaded. Tell the data protection officer now. A steward removes the "
            + "file and all its copies: docs/operations.md, Removing a file with personal data. Nothing of it was used "
            + "or written to a log. Ask the sender for aggregate figures."
    );
}
