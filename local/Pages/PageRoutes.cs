using System.Net.Mime;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChildrensTrust.Local.Pages;

/// <summary>The pages of <c>up</c>: what has been produced and what has been ingested.</summary>
internal static partial class PageRoutes
{
    /// <summary>Reports carry their own style and drawings; nothing is fetched and no script runs.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/", Read, HomeAsync);
        endpoints.MapMethods("/snapshots/{**path}", Read, FileAsync);
    }

    private static async Task HomeAsync(HttpContext context)
    {
        var html = await HomePage.WriteAsync(context.RequestServices, context.RequestAborted);
        Guard(context.Response);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    private static async Task FileAsync(HttpContext context)
    {
        var path = (string?)context.Request.RouteValues["path"] ?? "";
        var storage = (PipelineStorage)context.RequestServices.GetService(typeof(PipelineStorage))!;
        if (!OrdinaryName().IsMatch(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            using var blob = (await storage.Snapshots.GetBlobClient(path).DownloadStreamingAsync(cancellationToken: context.RequestAborted)).Value;
            Guard(context.Response);
            context.Response.ContentType = ContentType(path);
            await blob.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static void Guard(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static string ContentType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".json" => MediaTypeNames.Application.Json,
        _ => MediaTypeNames.Application.Octet,
    };

    /// <summary>Folders and a file whose names start with a letter or a digit: nothing that climbs out of the container.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrdinaryName();
}
