using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Timers;

/// <summary>Ingests the files whose upload event was missed: polling overlooks files that arrive close together, and an
/// event can be lost.</summary>
public sealed class MissedFiles(LandingReconciliation sweep, ILogger<MissedFiles> logger)
{
    /// <summary>Runs every minute where the triggers poll, and every quarter of an hour where Event Grid calls
    /// them.</summary>
    /// <param name="timer">The schedule's state; a missed run needs no other.</param>
    /// <param name="cancellationToken">Ends the work early; the next run goes on.</param>
    [Function(nameof(MissedFiles))]
    public async Task RunAsync(
        [TimerTrigger(BlobSource.SweepSchedule, UseMonitor = false)] TimerInfo timer,
        CancellationToken cancellationToken
    )
    {
        await foreach (var file in sweep.MissedAsync(cancellationToken))
            logger.Swept(file);
    }
}
