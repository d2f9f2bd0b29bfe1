using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Http;

/// <summary>
/// Stands around every function that a request starts: an exception becomes a logged 500 with a problem as its body. By
/// itself the host answers an empty 500. What a file, a message or the clock starts is left alone: the host tries it
/// again.
/// </summary>
internal sealed class FaultMiddleware(ILogger<FaultMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.FunctionDefinition.InputBindings.Values.All(binding => binding.Type != "httpTrigger"))
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.CancellationToken.IsCancellationRequested)
        {
            context.GetInvocationResult().Value = FaultAnswer.For(logger, context.FunctionDefinition.Name, fault);
        }
    }
}
