using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Logging;

/// <summary>What producing snapshots leaves in the log, whoever asked for them.</summary>
internal static class SnapshotLog
{
    internal static readonly EventId IndicatorNotCompared = new(2001, nameof(IndicatorNotCompared));

    public static void Produced(this ILogger logger, IReadOnlyCollection<ProducedSnapshot> snapshots)
    {
        if (snapshots.Count == 0)
            logger.LogInformation("No snapshot is owed.");

        foreach (var produced in snapshots)
        {
            logger.LogInformation(
                "Snapshot of {Area} as at {AsAt:yyyy-MM-dd}, version {Version}, stands at {Folder} (already "
                    + "there: {AlreadyThere}).",
                produced.Snapshot.Area.Code,
                produced.Snapshot.AsAt,
                produced.Snapshot.Version,
                produced.Folder,
                produced.AlreadyThere
            );
            foreach (var failure in produced.Failures)
                logger.NotCompared(failure, produced.Snapshot.AsAt);
        }
    }

    public static void NotCompared(this ILogger logger, IndicatorFailure failure, DateOnly asAt)
    {
        // Application Insights keeps a line with an exception in another table than the one that the alert reads.
        logger.LogError(
            failure.Fault,
            "The exception that stopped {Indicator} of {Area}.",
            failure.Indicator,
            failure.Area
        );
        logger.LogError(
            IndicatorNotCompared,
            "The indicator {Indicator} of {Area} could not be compared. The snapshot as at {AsAt:yyyy-MM-dd} says so.",
            failure.Indicator,
            failure.Area,
            asAt
        );
    }
}
