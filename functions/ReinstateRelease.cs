using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Brings a release back into use that <see cref="WithdrawRelease"/> took out of it.</summary>
public sealed class ReinstateRelease(ReleaseWithdrawal withdrawal, SnapshotUse use, ILogger<ReinstateRelease> logger)
{
    /// <summary>Reinstates the release that the route names; it asks and answers as <see cref="WithdrawRelease"/> does.</summary>
    /// <param name="request">Its body is <c>{"by": "…", "reason": "…"}</c>.</param>
    /// <param name="cancellationToken">The caller has gone, or the host stops; asking again finishes it.</param>
    [Function(nameof(ReinstateRelease))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "releases/{id}/reinstate")] HttpRequest request,
        CancellationToken cancellationToken) =>
        WithdrawalAnswer.ForAsync(request, withdrawal.ReinstateAsync, use, logger, cancellationToken);
}
