using System.Globalization;
using Azure.Storage.Blobs;

namespace ChildrensTrust.Local.Hosting;

/// <summary>When each timer function last ran, kept in the storage, so that a run missed while the machine was off is
/// made up for.</summary>
internal sealed class TimerRecord(BlobServiceClient storage)
{
    private readonly BlobContainerClient _container = storage.GetBlobContainerClient("local-host");

    public async Task<DateTime?> LastAsync(string function, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var blob = Blob(function);
        if (!await blob.ExistsAsync(cancellationToken))
            return null;

        var text = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
        return DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    public async Task WriteAsync(string function, DateTime last, CancellationToken cancellationToken) =>
        await Blob(function)
            .UploadAsync(
                BinaryData.FromString(last.ToString("O", CultureInfo.InvariantCulture)),
                overwrite: true,
                cancellationToken
            );

    private BlobClient Blob(string function) => _container.GetBlobClient($"timers/{function}");
}
