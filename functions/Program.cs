using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using ChildrensTrust.Functions;
using ChildrensTrust.Functions.Http;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Foundation.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<FaultMiddleware>();
builder.Services.AddPipeline(builder.Configuration);

// Only where there is somewhere to send it: without an exporter the worker's log lines would leave the host's console
// and go nowhere.
if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } insights)
{
    builder
        .Services.AddOpenTelemetry()
        .WithTracing(traces => traces.AddSource(Signals.Name))
        .WithMetrics(metrics => metrics.AddMeter(Signals.Name))
        .UseFunctionsWorkerDefaults()
        .UseAzureMonitorExporter(exporter =>
        {
            exporter.ConnectionString = insights;
            if (builder.Configuration["Landing:clientId"] is { Length: > 0 } client)
                exporter.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client));
        });

    // Alerts read whole sentences, not templates.
    builder.Services.Configure<OpenTelemetryLoggerOptions>(logs => logs.IncludeFormattedMessage = true);
}

var app = builder.Build();
if (BlobSource.Polls)
{
    app.Services.GetRequiredService<ILogger<Program>>()
        .LogWarning(
            "This build polls for new files, which is for development only: the host can overlook files that "
                + "arrive close together, and they wait for MissedFiles. Publish with -p:BlobTriggerSource=EventGrid."
        );
}

await app.RunAsync();
