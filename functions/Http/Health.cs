using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Http;

/// <summary>Says whether the pipeline works, for a person or for whatever watches over services.</summary>
public sealed class Health(PipelineHealth health, ILogger<Health> logger)
{
    /// <summary>Runs every check. Answers 200 with <see cref="HealthAnswer"/>, or 503 with the same where one has
    /// failed.</summary>
    [Function(nameof(Health))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var checks = await health.CheckAsync(cancellationToken);
        logger.Checked([.. checks.Where(c => c.Fault is not null)]);
        return new ObjectResult(HealthAnswer.For(checks))
        {
            StatusCode = checks.Any(c => c.Status == HealthStatus.Fail)
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status200OK,
        };
    }
}
