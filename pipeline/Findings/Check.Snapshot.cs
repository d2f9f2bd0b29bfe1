namespace ChildrensTrust.Pipeline.Findings;

/// <content>What a request for a snapshot may have wrong.</content>
public sealed partial record Check
{
    /// <summary>The request names an area that is not an upper-tier authority, or did not exist on the day.</summary>
    public static readonly Check SnapshotArea = new(
        "SNAPSHOT_AREA",
        Severity.Error,
        "Use the code of a county, unitary authority, metropolitan district or London borough that existed on the "
            + "as-at date."
    );

    /// <summary>The catalogue has no cadence of that id.</summary>
    public static readonly Check SnapshotCadence = new(
        "SNAPSHOT_CADENCE",
        Severity.Error,
        "Use the id of a cadence in the catalogue, or leave it out for the Trust's."
    );

    /// <summary>No neighbour set is in force.</summary>
    public static readonly Check SnapshotNeighbours = new(
        "SNAPSHOT_NEIGHBOURS",
        Severity.Error,
        "Upload a statistical neighbour model to landing/neighbours, or name one that the store has."
    );

    /// <summary>A date asked for is out of order.</summary>
    public static readonly Check SnapshotDates = new(
        "SNAPSHOT_DATES",
        Severity.Error,
        "Choose an as-at date in 1990 or later. The compile date must not be before it or in the future."
    );
}
