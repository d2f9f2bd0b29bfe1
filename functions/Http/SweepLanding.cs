using ChildrensTrust.Functions.Timers;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Http;

/// <summary>What <see cref="DailySweep"/> does, now: for a person who has corrected what made files fail.</summary>
public sealed class SweepLanding(LandingReconciliation sweep, UnroutedFiles strays, ILogger<SweepLanding> logger)
{
    /// <summary>Ingests what was missed and tries again what failed. Answers 200 with <see cref="SweptAnswer"/>; asking
    /// twice does no harm.</summary>
    [Function(nameof(SweepLanding))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "sweep")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (swept, stray) = await DailySweep.SweepAsync(sweep, strays, logger, cancellationToken);
        return new OkObjectResult(SweptAnswer.For(swept, stray));
    }
}
