using System.Net;
using Azure;
using Azure.Storage.Blobs.Specialized;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Foundation.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Runs the functions of functions/ on this machine, from their attributes alone, as Azure Functions would:
/// blobs, timers and HTTP.</summary>
public sealed class FunctionHost : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly FunctionHostOptions _options;
    private readonly IReadOnlyList<HostedFunction> _hosted;

    private FunctionHost(WebApplication app, FunctionHostOptions options, IReadOnlyList<HostedFunction> functions)
    {
        _web = app;
        _options = options;
        _hosted = functions;
    }

    /// <summary>The pipeline's services; there before the host is started.</summary>
    public IServiceProvider Services => _web.Services;

    /// <summary>Where the host listens, once started.</summary>
    public Uri Address => new(_web.Urls.First());

    /// <summary>The key that functions ask for, in the header <c>x-functions-key</c> or the query's
    /// <c>code</c>.</summary>
    public string Key => Services.GetRequiredService<FunctionKey>().Text;

    /// <summary>Puts a host together. Nothing runs yet.</summary>
    public static FunctionHost Create(FunctionHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        var functions = FunctionCatalogue.Read(options.Functions);

        // An empty builder reads no environment and no settings file of whoever runs this: what is asked for is what
        // runs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Logging.AddHostLog(options.Log);
        AddServices(builder.Services, options, functions);
        builder.Services.AddPipeline(builder.Configuration);

        var app = builder.Build();
        app.UseHostFiltering();
        app.UseFaultAnswers();
        app.MapFunctions(functions);
        app.MapPages();
        return new FunctionHost(app, options, functions);
    }

    /// <summary>Starts watching, listening and, where asked for, the timers.</summary>
    /// <exception cref="UserFaultException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _web.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new UserFaultException(
                $"Port {_options.Port} is taken by another program. Choose another one with --port."
            );
        }
    }

    /// <summary>Waits until every function that watches this blob has ended its work on this state of it.</summary>
    /// <returns>True where all of them succeeded; false where one has given up.</returns>
    public async Task<bool> DeliveredAsync(
        string container,
        string blob,
        ETag etag,
        CancellationToken cancellationToken
    )
    {
        var receipts = Services.GetRequiredService<BlobReceipts>();
        var deliveries = _hosted
            .OfType<BlobFunction>()
            .Where(function => function.Path.Container == container && function.Path.Matches(blob))
            .Select(function => new BlobDelivery(function, blob, etag))
            .ToList();

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (deliveries.Exists(each => receipts.Of(each) is null))
            await timer.WaitForNextTickAsync(cancellationToken);

        return deliveries.TrueForAll(each => receipts.Of(each) is DeliveryOutcome.Done);
    }

    /// <summary>Stops the host. Work that was cut off is delivered again at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    private static void AddServices(
        IServiceCollection services,
        FunctionHostOptions options,
        IReadOnlyList<HostedFunction> functions
    )
    {
        services.AddRouting();
        services.AddMvcCore();

        // A page of another site that resolves its own name to 127.0.0.1 is turned away.
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["127.0.0.1", "localhost"]);
        services.AddSingleton<IHostLifetime, OwnersLifetime>();
        services.AddSingleton(options.Time);
        services.AddSingleton(functions);
        services.AddSingleton(HostSettings.Read());
        services.AddSingleton(provider =>
            provider.GetRequiredService<PipelineStorage>().Landing.GetParentBlobServiceClient()
        );
        services.AddSingleton<FunctionKey>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<BlobReceipts>();
        services.AddSingleton<PoisonQueue>();
        services.AddSingleton<BlobRunner>();
        services.AddSingleton<TimerRecord>();
        services.AddHostedService<BlobPoller>();
        if (options.RunTimers)
            services.AddHostedService<TimerRunner>();
    }
}
