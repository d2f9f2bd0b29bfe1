using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Publishing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Timers;

/// <summary>
/// Produces the six-monthly snapshot when it is owed. It looks every day, because a timer that fires twice a year and
/// fails once would be late by half a year; the pipeline, not the clock, knows what is owed.
/// </summary>
public sealed class DailySnapshot(SnapshotProduction production, ILogger<DailySnapshot> logger)
{
    /// <summary>Runs every morning at half past six, UTC.</summary>
    /// <param name="timer">The schedule's state; a late run does the same as one on time.</param>
    /// <param name="cancellationToken">Ends the work early; the next day's run takes it up.</param>
    [Function(nameof(DailySnapshot))]
    public async Task RunAsync([TimerTrigger("0 30 6 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var produced = await production.ProduceOwedAsync(cancellationToken);
        logger.Produced(produced);
    }
}
