namespace ChildrensTrust.Pipeline.Screening;

public sealed partial record Check
{
    /// <summary>The file holds data about single people.</summary>
    public static readonly Check PersonalData = new("PERSONAL_DATA", Severity.Error,
        "Only figures about many people belong here. Tell the data protection officer now. Delete the file from landing, and its copy from quarantine, with their earlier versions and deleted copies (soft delete keeps them): docs/checks.md, Removing a file. Nothing of it was used or written to a log. Ask its sender for figures without people.");
}
