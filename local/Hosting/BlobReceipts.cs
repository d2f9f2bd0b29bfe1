using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Which deliveries have ended, kept in the storage itself, so that a restart does not deliver everything again.</summary>
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
            if (receipt.Metadata.TryGetValue(Outcome, out var text) && Enum.TryParse<DeliveryOutcome>(text, out var outcome))
                _ended[receipt.Name[Folder.Length..]] = outcome;
        }
    }

    public DeliveryOutcome? Of(BlobDelivery delivery) => _ended.TryGetValue(delivery.Key, out var outcome) ? outcome : null;

    public async Task DoneAsync(BlobDelivery delivery, CancellationToken cancellationToken) =>
        await WriteAsync(delivery, DeliveryOutcome.Done, cancellationToken);

    /// <summary>Leaves the message that Azure Functions would put on the queue webjobs-blobtrigger-poison.</summary>
    public async Task PoisonedAsync(BlobDelivery delivery, CancellationToken cancellationToken)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Type = "BlobTrigger",
            FunctionId = $"Host.Functions.{delivery.Function.Name}",
            BlobType = "BlockBlob",
            ContainerName = delivery.Function.Path.Container,
            BlobName = delivery.Blob,
            ETag = delivery.ETag.ToString("H"),
        });
        await _container.GetBlobClient($"poison/{delivery.Key}.json").UploadAsync(new BinaryData(message), overwrite: true, cancellationToken);
        await WriteAsync(delivery, DeliveryOutcome.Poisoned, cancellationToken);
    }

    private async Task WriteAsync(BlobDelivery delivery, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [Outcome] = outcome.ToString() } };
        await _container.GetBlobClient(Folder + delivery.Key).UploadAsync(BinaryData.Empty, options, cancellationToken);
        _ended[delivery.Key] = outcome;
    }
}
