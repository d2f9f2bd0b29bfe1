using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Timers;

/// <summary>Tries again the files that failed, and names those in no feed's folder. It runs ahead of
/// <see cref="DailySnapshot"/>, which then has the files.</summary>
public sealed class DailySweep(LandingReconciliation sweep, UnroutedFiles strays, ILogger<DailySweep> logger)
{
    /// <summary>Runs every morning at five, UTC.</summary>
    /// <param name="timer">The schedule's state; a late run does the same as one on time.</param>
    /// <param name="cancellationToken">Ends the work early; the next day's run takes it up.</param>
    [Function(nameof(DailySweep))]
    public Task RunAsync([TimerTrigger("0 0 5 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        SweepAsync(sweep, strays, logger, cancellationToken);

    /// <summary>Ingests what was missed, tries again what failed, and logs each file as soon as it is dealt
    /// with.</summary>
    internal static async Task<(IReadOnlyList<SweptFile> Swept, IReadOnlyList<UnroutedFile> Strays)> SweepAsync(
        LandingReconciliation sweep,
        UnroutedFiles strays,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        var swept = new List<SweptFile>();
        await foreach (var file in sweep.AllAsync(cancellationToken))
        {
            logger.Swept(file);
            swept.Add(file);
        }
        var stray = await strays.AllAsync(cancellationToken).ToListAsync(cancellationToken);
        logger.Strays(stray);
        return (swept, stray);
    }
}
