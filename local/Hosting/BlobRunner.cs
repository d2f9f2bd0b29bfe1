using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Runs a function for a blob until it succeeds or has failed as often as host.json allows.</summary>
internal sealed class BlobRunner(
    BlobServiceClient storage,
    BlobReceipts receipts,
    FunctionInvoker invoker,
    PoisonQueue poison,
    HostSettings settings,
    TimeProvider time,
    ILogger<BlobRunner> logger
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(BlobDelivery delivery, CancellationToken stoppingToken)
    {
        var function = delivery.Function;
        var blob = storage.GetBlobContainerClient(function.Path.Container).GetBlobClient(delivery.Blob);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await invoker.InvokeAsync(function, blob, function.Path.Parts(delivery.Blob), stoppingToken);
                await receipts.DoneAsync(delivery, stoppingToken);
                return;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                if (attempt >= settings.PoisonBlobThreshold)
                {
                    logger.LogError(
                        fault,
                        "{Function} has failed {Attempts} times for {Blob}.",
                        function.Name,
                        attempt,
                        Name(delivery)
                    );
                    await GiveUpAsync(delivery, stoppingToken);
                    return;
                }

                logger.LogWarning(
                    "{Function} failed for {Blob}, attempt {Attempt} of {Threshold}: {Fault}",
                    function.Name,
                    Name(delivery),
                    attempt,
                    settings.PoisonBlobThreshold,
                    fault.Message
                );
                await Task.Delay(Pause * attempt, time, stoppingToken);
            }
        }
    }

    /// <summary>The receipt is written last: where the message could not be handed over, the next start of the host
    /// delivers the blob again.</summary>
    private async Task GiveUpAsync(BlobDelivery delivery, CancellationToken stoppingToken)
    {
        try
        {
            await poison.HandOverAsync(delivery, stoppingToken);
            await receipts.PoisonedAsync(delivery, stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError("The failure of {Blob} could not be recorded: {Fault}", Name(delivery), fault.Message);
            receipts.GivenUp(delivery);
        }
    }

    private static string Name(BlobDelivery delivery) =>
        string.Concat(ShownName.Of(delivery.Blob).Where(c => !char.IsControl(c)));
}
