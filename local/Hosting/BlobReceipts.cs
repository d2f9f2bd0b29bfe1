using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Which deliveries have ended, kept in the storage itself, so that a restart does not deliver everything
/// again.</summary>
internal sealed class BlobReceipts(BlobServiceClient storage)
{
    private const string Outcome = "outcome";
    private const string Folder = "receipts/";

    private readonly BlobContainerClient _container = storage.GetBlobContainerClient("local-host");
    private readonly ConcurrentDictionary<string, DeliveryOutcome> _ended = new(StringComparer.Ordinal);

    /// <summary>Reads what earlier runs left.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var options = new GetBlobsOptions { Prefix = Folder, Traits = BlobTraits.Metadata };
        await foreach (var receipt in _container.GetBlobsAsync(options, cancellationToken))
        {
            if (
                receipt.Metadata.TryGetValue(Outcome, out var text)
                && Enum.TryParse<DeliveryOutcome>(text, out var outcome)
            )
                _ended[receipt.Name[Folder.Length..]] = outcome;
        }
    }

    public DeliveryOutcome? Of(BlobDelivery delivery) =>
        _ended.TryGetValue(delivery.Key, out var outcome) ? outcome : null;

    public async Task DoneAsync(BlobDelivery delivery, CancellationToken cancellationToken) =>
        await WriteAsync(delivery, DeliveryOutcome.Done, cancellationToken);

    public async Task PoisonedAsync(BlobDelivery delivery, CancellationToken cancellationToken) =>
        await WriteAsync(delivery, DeliveryOutcome.Poisoned, cancellationToken);

    /// <summary>For as long as this process runs; the next one delivers it again.</summary>
    public void GivenUp(BlobDelivery delivery) => _ended[delivery.Key] = DeliveryOutcome.Poisoned;

    private async Task WriteAsync(BlobDelivery delivery, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { [Outcome] = outcome.ToString() },
        };
        await _container.GetBlobClient(Folder + delivery.Key).UploadAsync(BinaryData.Empty, options, cancellationToken);
        _ended[delivery.Key] = outcome;
    }
}
