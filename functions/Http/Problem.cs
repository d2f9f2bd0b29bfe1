using Microsoft.AspNetCore.Mvc;

namespace ChildrensTrust.Functions.Http;

/// <summary>A refusal that a program can read and a person can act on (RFC 9457).</summary>
internal static class Problem
{
    public static IActionResult Because(int status, string title, string detail, string? code = null)
    {
        var details = new ProblemDetails
        {
            Status = status,
            Title = title,
            Detail = detail,
        };
        if (code is not null)
            details.Extensions["code"] = code;

        return new ObjectResult(details) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }
}
