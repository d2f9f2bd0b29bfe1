using Microsoft.Extensions.Hosting;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Leaves Ctrl+C to whoever started the host: the command line stops it in its own order, storage
/// last.</summary>
internal sealed class OwnersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
