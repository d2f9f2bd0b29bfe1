using ChildrensTrust.Pipeline.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ChildrensTrust.Functions.Http;

/// <summary>Answers a request for a page, with what a browser must know about it: how long it lasts, and what may run
/// in it.</summary>
public static class PageAnswer
{
    /// <summary>The answer to a request whose route has the page's address in the part <c>path</c>.</summary>
    public static async Task<IActionResult> ForAsync(
        PageRouter site,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(request);

        // Links are relative, so the home page must be asked for as a folder.
        var address = (string?)request.RouteValues["path"];
        if (string.IsNullOrEmpty(address) && request.Path.Value is { } asked && !asked.EndsWith('/'))
            return new RedirectResult($"{request.PathBase}{asked}/{request.QueryString}");

        return For(await site.OpenAsync(address, cancellationToken), request.HttpContext.Response);
    }

    private static FileContentResult For(Page page, HttpResponse response)
    {
        response.StatusCode = page.IsFound ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        response.Headers.CacheControl = PagePolicy.CacheControl(page);
        response.Headers.ContentSecurityPolicy = PagePolicy.Header;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";

        // It answers HEAD without a body, and 304 where If-None-Match names the ETag.
        return new FileContentResult(page.Body.ToArray(), page.ContentType)
        {
            EntityTag = page.IsFound ? new EntityTagHeaderValue(page.ETag) : null,
        };
    }
}
