using Microsoft.Extensions.Hosting;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>
/// Creates what is missing when the app starts on a connection string, which only a development account has. An app
/// that runs by identity finds everything made by infra/ and has no right to create it.
/// </summary>
internal sealed class DevelopmentStorage(PipelineStorage storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => storage.EnsureCreatedAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
