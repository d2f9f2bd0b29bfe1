namespace ChildrensTrust.Pipeline.Findings;

/// <content>Checks of the lists of statistical neighbours.</content>
public sealed partial record Check
{
    /// <summary>A neighbour list is not ten different neighbours.</summary>
    public static readonly Check NeighboursUnsound = new(
        "NEIGHBOURS_UNSOUND",
        Severity.Error,
        "Each authority must have ten different neighbours, none of them itself. Ask the publisher."
    );

    /// <summary>An authority has two lists of neighbours.</summary>
    public static readonly Check NeighboursTwice = new(
        "NEIGHBOURS_TWICE",
        Severity.Error,
        "Only the first list is used. Remove the one that is wrong, or ask the publisher which is right, and upload "
            + "the file again."
    );

    /// <summary>A neighbour list is shorter than ten.</summary>
    public static readonly Check NeighboursFewer = new(
        "NEIGHBOURS_FEWER",
        Severity.Warning,
        "Lists by name leave out an authority that was abolished, so an average over them has fewer figures. "
            + "Prefer an edition that gives neighbours by number."
    );

    /// <summary>A model says no date from which it holds.</summary>
    public static readonly Check InForceUnknown = new(
        "IN_FORCE_UNKNOWN",
        Severity.Warning,
        "Put a month and a year into the file's name, such as April_2021, or give the date: the metadata inforce "
            + "(ingest --in-force 2021-04-01)."
    );
}
