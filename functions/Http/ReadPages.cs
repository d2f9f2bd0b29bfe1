using ChildrensTrust.Pipeline.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace ChildrensTrust.Functions.Http;

/// <summary>Serves the read-only pages: snapshots, indicators, releases, and what is overdue.</summary>
public sealed class ReadPages(PageRouter site)
{
    /// <summary>Answers an address of the site with its page. Pages end in .html, their JSON twins in .json.</summary>
    [Function(nameof(ReadPages))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "pages/{*path}")] HttpRequest request,
        CancellationToken cancellationToken
    ) => PageAnswer.ForAsync(site, request, cancellationToken);
}
