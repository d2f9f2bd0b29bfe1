using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Http;

/// <summary>
/// Withdraws a release that turned out wrong or must go for a legal reason, and reinstates it. The body says who
/// decides and why: <c>{"by": "…", "reason": "…"}</c>. Both answer 200 with <see cref="WithdrawalAnswer"/>, also where
/// nothing had to change; 400 for a body that cannot be read, 404 where there is no such release, 422 where it is
/// refused.
/// </summary>
public sealed class Withdrawals(ReleaseWithdrawal withdrawal, SnapshotUse use, ILogger<Withdrawals> logger)
{
    /// <summary>Withdraws the release that the route names.</summary>
    [Function(nameof(WithdrawRelease))]
    public Task<IActionResult> WithdrawRelease(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "releases/{id}/withdraw")] HttpRequest request,
        CancellationToken cancellationToken
    ) => WithdrawalAnswer.ForAsync(request, withdrawal.WithdrawAsync, use, logger, cancellationToken);

    /// <summary>Reinstates the release that the route names.</summary>
    [Function(nameof(ReinstateRelease))]
    public Task<IActionResult> ReinstateRelease(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "releases/{id}/reinstate")] HttpRequest request,
        CancellationToken cancellationToken
    ) => WithdrawalAnswer.ForAsync(request, withdrawal.ReinstateAsync, use, logger, cancellationToken);
}
