using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Serves functions that requests start, under /api as Azure Functions does.</summary>
internal static class HttpFunctions
{
    private static readonly string[] AnyMethod =
    [
        HttpMethods.Get,
        HttpMethods.Post,
        HttpMethods.Put,
        HttpMethods.Patch,
        HttpMethods.Delete,
        HttpMethods.Head,
        HttpMethods.Options,
    ];

    public static void MapFunctions(this IEndpointRouteBuilder endpoints, IEnumerable<HostedFunction> functions)
    {
        foreach (var function in functions.OfType<HttpFunction>())
        {
            var methods =
                function.Methods.Count == 0 ? AnyMethod : function.Methods.Select(method => method.ToUpperInvariant());
            endpoints.MapMethods($"/api/{function.Route}", methods, context => ServeAsync(function, context));
        }
    }

    private static async Task ServeAsync(HttpFunction function, HttpContext context)
    {
        if (
            function.Level is not AuthorizationLevel.Anonymous
            && !context.RequestServices.GetRequiredService<FunctionKey>().Opens(context.Request)
        )
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var invoker = context.RequestServices.GetRequiredService<FunctionInvoker>();
        var returned = await invoker.InvokeAsync(function, context.Request, parts: null, context.RequestAborted);
        if (returned is IActionResult result)
            await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }
}
