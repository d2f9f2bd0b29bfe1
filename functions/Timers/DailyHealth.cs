using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Health;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Timers;

/// <summary>
/// Writes down every morning how the pipeline is. Alerts read these lines, because an alert looks back two days at most
/// and cannot see by itself that no snapshot was made for half a year; and where the lines stop, that is an alert of
/// its own.
/// </summary>
public sealed class DailyHealth(PipelineHealth health, ILogger<DailyHealth> logger)
{
    /// <summary>Runs every morning at half past seven, UTC, when the day's sweep and snapshot are done.</summary>
    /// <param name="timer">The schedule's state; a late run does the same as one on time.</param>
    /// <param name="cancellationToken">Ends the work early; the next day's run says how it is then.</param>
    [Function(nameof(DailyHealth))]
    public async Task RunAsync([TimerTrigger("0 30 7 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        logger.Checked(await health.CheckAsync(cancellationToken));
}
