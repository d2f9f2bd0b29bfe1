namespace ChildrensTrust.Pipeline.Findings;

// A check of the catalogue by which a file is read.
public sealed partial record Check
{
    /// <summary>The newest catalogue has a fault, so the file was read by the last good one.</summary>
    public static readonly Check CatalogueNotInUse = new(
        "CATALOGUE_NOT_IN_USE",
        Severity.Warning,
        "Correct catalogue.json or areas.json in the container config as described, then upload the file again "
            + "to have it read with the corrected one."
    );
}
