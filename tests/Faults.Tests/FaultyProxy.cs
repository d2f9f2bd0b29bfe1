using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Faults.Tests;

/// <summary>Stands between a client and one service of the emulator, passes on what comes, and lets happen what it is
/// asked to.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly string[] OfTheConnection =
    [
        "Host",
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "Expect",
    ];
    private const string CopyStatus = "x-ms-copy-status";
    private static readonly Dictionary<Fault, string> CopyStatuses = new()
    {
        [Fault.CopyPending] = "pending",
        [Fault.CopyFailed] = "failed",
        [Fault.CopyAborted] = "aborted",
    };
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(150);

    private readonly WebApplication _web;
    private readonly HttpClient _storage = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = false,
        }
    );
    private readonly Uri _target;
    private readonly Func<HttpRequest, Task<Fault>> _next;

    private FaultyProxy(Uri target, Func<HttpRequest, Task<Fault>> next)
    {
        (_target, _next) = (target, next);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, 0);
            });
        builder.Services.AddRouting();
        _web = builder.Build();
        _web.Run(ServeAsync);
    }

    public int Port => new Uri(_web.Urls.First()).Port;

    public static async Task<FaultyProxy> StartAsync(Uri target, Func<HttpRequest, Task<Fault>> next)
    {
        var proxy = new FaultyProxy(target, next);
        await proxy._web.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _storage.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var fault = await _next(context.Request);
        switch (fault)
        {
            case Fault.ResetBefore:
                context.Abort();
                return;
            case Fault.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case Fault.Error or Fault.Timeout or Fault.Conflict or Fault.Busy:
                context.Response.StatusCode = fault switch
                {
                    Fault.Error => 500,
                    Fault.Timeout => 408,
                    Fault.Conflict => 409,
                    _ => 503,
                };
                if (fault is Fault.Busy)
                    context.Response.Headers.RetryAfter = "1";
                return;
            case Fault.Delay:
                await Task.Delay(Slow, context.RequestAborted);
                break;
        }

        using var answer = await PassOnAsync(context.Request, body.ToArray());
        var content = await answer.Content.ReadAsByteArrayAsync();
        if (fault is Fault.ResetAfter)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (
            var header in answer
                .Headers.Concat(answer.Content.Headers)
                .Where(h => !OfTheConnection.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
        )
            context.Response.Headers[header.Key] = header.Value.ToArray();
        if (context.Response.Headers.ContainsKey(CopyStatus) && CopyStatuses.TryGetValue(fault, out var status))
            context.Response.Headers[CopyStatus] = status;
        if (!HttpMethods.IsHead(context.Request.Method) && content.Length > 0)
        {
            context.Response.ContentLength = content.Length;
            var cut = fault is Fault.CutBody;
            await context.Response.Body.WriteAsync(content.AsMemory(0, cut ? content.Length / 2 : content.Length));
            await context.Response.Body.FlushAsync();
            if (cut)
                context.Abort();
        }
    }

    private async Task<HttpResponseMessage> PassOnAsync(HttpRequest request, byte[] body)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var passed = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(
                _target.GetLeftPart(UriPartial.Authority) + target,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        if (request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0)
            passed.Content = new ByteArrayContent(body);
        foreach (
            var (name, value) in request.Headers.Where(h =>
                !OfTheConnection.Contains(h.Key, StringComparer.OrdinalIgnoreCase)
            )
        )
        {
            if (!passed.Headers.TryAddWithoutValidation(name, value.ToArray()))
                passed.Content?.Headers.TryAddWithoutValidation(name, value.ToArray());
        }
        return await _storage.SendAsync(passed);
    }
}
