using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions;

/// <summary>Takes a release out of use: one that turned out wrong, or that must go for a legal reason.</summary>
public sealed class WithdrawRelease(ReleaseWithdrawal withdrawal, SnapshotUse use, ILogger<WithdrawRelease> logger)
{
    /// <summary>
    /// Withdraws the release that the route names. The body says who decides and why. Answers 200 with <see cref="WithdrawalAnswer"/>, also where it
    /// was withdrawn before; 400 for a body that cannot be read, 404 where there is no such release, 422 where the pipeline refuses.
    /// </summary>
    /// <param name="request">Its body is <c>{"by": "…", "reason": "…"}</c>.</param>
    /// <param name="cancellationToken">The caller has gone, or the host stops; asking again finishes it.</param>
    [Function(nameof(WithdrawRelease))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "releases/{id}/withdraw")] HttpRequest request,
        CancellationToken cancellationToken) =>
        WithdrawalAnswer.ForAsync(request, withdrawal.WithdrawAsync, use, logger, cancellationToken);
}
