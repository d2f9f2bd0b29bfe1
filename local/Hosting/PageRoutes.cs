using ChildrensTrust.Functions.Http;
using ChildrensTrust.Pipeline.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Serves the site at the root, where it asks for no key: only this machine can reach it.</summary>
internal static class PageRoutes
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/{**path}", Read, ServeAsync);

    private static async Task ServeAsync(HttpContext context)
    {
        var answer = await PageAnswer.ForAsync(
            context.RequestServices.GetRequiredService<PageRouter>(),
            context.Request,
            context.RequestAborted
        );
        await answer.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }
}
