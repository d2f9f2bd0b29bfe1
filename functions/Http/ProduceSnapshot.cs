using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Http;

/// <summary>What the timer does, now, or one particular snapshot: for a person or a program that will not wait for the
/// morning.</summary>
public sealed class ProduceSnapshot(SnapshotProduction production, ILogger<ProduceSnapshot> logger)
{
    /// <summary>
    /// Produces the snapshot that the query describes, or every one that is owed. Asking twice gives the same snapshot.
    /// Answers 200 with <see cref="ProducedAnswer"/>, 400 for a parameter that cannot be read, 422 where the pipeline
    /// refuses.
    /// </summary>
    /// <param name="request">Its query may hold asAt, compiled, area, neighbours, average and cadence.</param>
    [Function(nameof(ProduceSnapshot))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "snapshots")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);

        var query = SnapshotQuery.Read(request.Query);
        if (query.Fault is { } fault)
            return Problem.Because(StatusCodes.Status400BadRequest, "The request cannot be read", fault);
        if (query.Request is not { } particular)
            return Answer(await production.ProduceOwedAsync(cancellationToken));

        var outcome = await production.ProduceAsync(particular, cancellationToken);
        return outcome.Refusal is { } refusal
            ? Problem.Because(
                StatusCodes.Status422UnprocessableEntity,
                "The snapshot was not produced",
                refusal.Message,
                refusal.Code
            )
            : Answer([outcome.Produced!]);
    }

    private OkObjectResult Answer(IReadOnlyList<ProducedSnapshot> produced)
    {
        logger.Produced(produced);
        return new OkObjectResult(ProducedAnswer.For(produced));
    }
}
