using System.Collections.Concurrent;
using System.Threading.Channels;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Notices new and changed blobs by listing the containers that triggers name, and hands each to its
/// functions, a few at a time.</summary>
internal sealed class BlobPoller(
    IReadOnlyList<HostedFunction> functions,
    BlobServiceClient storage,
    BlobReceipts receipts,
    BlobRunner runner,
    HostSettings settings,
    TimeProvider time,
    ILogger<BlobPoller> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly ILookup<string, BlobFunction> _byContainer = functions
        .OfType<BlobFunction>()
        .ToLookup(each => each.Path.Container, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _taken = new(StringComparer.Ordinal);
    private readonly Channel<BlobDelivery> _due = Channel.CreateUnbounded<BlobDelivery>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await receipts.LoadAsync(stoppingToken);
        var runners = Enumerable.Range(0, settings.MaxDegreeOfParallelism).Select(_ => RunAsync(stoppingToken));
        await Task.WhenAll([WatchAsync(stoppingToken), .. runners]);
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var reachable = true;
        do
        {
            try
            {
                foreach (var container in _byContainer)
                    await LookAsync(container.Key, container, stoppingToken);
                reachable = true;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The next look may find the storage again; one line says so, not three a second.
                if (reachable)
                    logger.LogWarning("The storage cannot be listed: {Fault}", fault.Message);
                reachable = false;
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(string container, IEnumerable<BlobFunction> watching, CancellationToken stoppingToken)
    {
        await foreach (
            var blob in storage.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: stoppingToken)
        )
        {
            foreach (var function in watching.Where(each => each.Path.Matches(blob.Name)))
            {
                var delivery = new BlobDelivery(function, blob.Name, blob.Properties.ETag!.Value);
                if (receipts.Of(delivery) is null && _taken.TryAdd(delivery.Key, 0))
                    _due.Writer.TryWrite(delivery);
            }
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        await foreach (var delivery in _due.Reader.ReadAllAsync(stoppingToken))
        {
            await runner.RunAsync(delivery, stoppingToken);
            _taken.TryRemove(delivery.Key, out _);
        }
    }
}
