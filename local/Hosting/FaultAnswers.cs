using ChildrensTrust.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Stands around every request, as the functions' own middleware does in Azure: an exception becomes a logged
/// 500 with a problem as its body.</summary>
internal static class FaultAnswers
{
    public static void UseFaultAnswers(this IApplicationBuilder app) => app.Use(ServeAsync);

    private static async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.Clear();
            var logger = context
                .RequestServices.GetRequiredService<ILoggerFactory>()
                .CreateLogger(typeof(FaultAnswer).FullName!);
            var answer = FaultAnswer.For(
                logger,
                (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "",
                fault
            );
            await answer.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
        }
    }
}
