using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Storage.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Faults.Tests;

/// <summary>The pipeline, put together as in Azure, on storage whose blobs and tables are reached through
/// proxies.</summary>
internal sealed class FaultyStorage : IAsyncDisposable
{
    private readonly List<FaultyProxy> _proxies = [];
    private readonly ServiceProvider _services;

    private FaultyStorage(IEnumerable<FaultyProxy> proxies, string connection, StorageRetryOptions patience)
    {
        _proxies.AddRange(proxies);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(PipelineServices.Connection, (string?)connection)])
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(patience)
            .AddPipeline(configuration)
            .BuildServiceProvider();
    }

    /// <summary>How often each fault happened.</summary>
    public ConcurrentDictionary<Fault, int> Happened { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="emulator">The emulator.</param>
    /// <param name="next">What happens to a request.</param>
    /// <param name="patience">How long the client tries; null for as often as in Azure, with pauses that a test can
    /// wait for.</param>
    public static async Task<FaultyStorage> OnAsync(
        Emulator emulator,
        Func<HttpRequest, Task<Fault>> next,
        StorageRetryOptions? patience = null
    )
    {
        FaultyStorage? storage = null;
        var connection = emulator.ConnectionString;
        var proxies = new List<FaultyProxy>();
        foreach (var service in new[] { "BlobEndpoint", "TableEndpoint" })
        {
            var target = new Uri(
                Regex
                    .Match(connection, $"{service}=([^;]+)", RegexOptions.None, TimeSpan.FromSeconds(1))
                    .Groups[1]
                    .Value
            );
            var proxy = await FaultyProxy.StartAsync(
                target,
                async request =>
                {
                    var fault = await next(request);
                    storage!.Happened.AddOrUpdate(fault, 1, (_, n) => n + 1);
                    return fault;
                }
            );
            proxies.Add(proxy);
            connection = connection.Replace(
                target.Authority,
                $"127.0.0.1:{proxy.Port.ToString(CultureInfo.InvariantCulture)}",
                StringComparison.Ordinal
            );
        }
        return storage = new FaultyStorage(
            proxies,
            connection,
            patience ?? new() { Delay = TimeSpan.FromMilliseconds(20) }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        foreach (var proxy in _proxies)
            await proxy.DisposeAsync();
    }
}
