using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>What producing snapshots leaves in the log, whoever asked for them.</summary>
internal static class SnapshotLog
{
    private static readonly EventId IndicatorNotCompared = new(2001, nameof(IndicatorNotCompared));

    public static void Produced(this ILogger logger, IReadOnlyCollection<ProducedSnapshot> snapshots)
    {
        if (snapshots.Count == 0)
            logger.LogInformation("No snapshot is owed.");

        foreach (var produced in snapshots)
        {
            logger.LogInformation(
                "Snapshot of {Area} as at {AsAt:yyyy-MM-dd}, version {Version}, stands at {Folder} (already there: {AlreadyThere}).",
                produced.Snapshot.Area.Code,
                produced.Snapshot.AsAt,
                produced.Snapshot.Version,
                produced.Folder,
                produced.AlreadyThere);
            foreach (var failure in produced.Failures)
            {
                // Application Insights keeps a line with an exception in another table than the one that the alert reads.
                logger.LogError(IndicatorNotCompared, "The indicator {Indicator} of {Area} could not be compared; the snapshot as at {AsAt:yyyy-MM-dd} says so of it.", failure.Indicator, failure.Area, produced.Snapshot.AsAt);
                logger.LogError(failure.Fault, "Why {Indicator} of {Area} could not be compared.", failure.Indicator, failure.Area);
            }
        }
    }
}
