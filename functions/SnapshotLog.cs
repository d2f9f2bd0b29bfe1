using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>What producing snapshots leaves in the log, whoever asked for them.</summary>
internal static class SnapshotLog
{
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
        }
    }
}
