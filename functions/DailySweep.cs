using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes in what an event should have brought and did not, and what failed before. It runs ahead of <see cref="DailySnapshot"/>, which then has the file.</summary>
public sealed class DailySweep(LandingSweep sweep, StrayFiles strays, ILogger<DailySweep> logger)
{
    /// <summary>Runs every morning at five, UTC.</summary>
    /// <param name="timer">The schedule's state; a late run does the same as one on time.</param>
    /// <param name="cancellationToken">Ends the work early; the next day's run takes it up.</param>
    [Function(nameof(DailySweep))]
    public async Task RunAsync([TimerTrigger("0 0 5 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        logger.Swept(await sweep.RunAsync(cancellationToken), await strays.AllAsync(cancellationToken).ToListAsync(cancellationToken));
}
