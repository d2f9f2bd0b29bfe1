using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// The decisions about releases, a blob for each release in the folder withdrawn of the archive. They come before the
/// ledger's entry, which can be lost: what is made of the blobs alone knows them too.
/// </summary>
internal sealed class WithdrawalRecords(PipelineStorage storage)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Folder = "withdrawn";

    /// <summary>What was decided about a release; <see cref="Withdrawal.None"/> for nothing.</summary>
    public async Task<Withdrawal> FindAsync(string releaseId, CancellationToken cancellationToken) =>
        (await ReadAsync(BlobOf(releaseId), cancellationToken)).Record;

    /// <summary>Adds a decision, unless the last one says the same.</summary>
    /// <returns>What is decided now, and whether it was so before.</returns>
    public async Task<(Withdrawal Record, bool WasSo)> DecideAsync(
        string releaseId,
        WithdrawalStep step,
        CancellationToken cancellationToken
    )
    {
        var blob = BlobOf(releaseId);
        while (true)
        {
            var (record, condition) = await ReadAsync(blob, cancellationToken);
            // Where the answer to the write below was lost, its own step is found here.
            if (record.IsInForce == step.IsWithdrawn)
                return (record, record.Last != step);
            record = record.And(step);
            try
            {
                var options = new BlobUploadOptions
                {
                    Conditions = condition,
                    HttpHeaders = new() { ContentType = "application/json" },
                };
                await blob.UploadAsync(BinaryData.FromObjectAsJson(record, Json), options, cancellationToken);
                return (record, false);
            }
            catch (RequestFailedException fault) when (fault.IsAlreadyThere())
            {
                // Someone else decided in between: what they decided is read first.
            }
        }
    }

    // No release's id is the folder's name, and no file is kept in it.
    private BlobClient BlobOf(string releaseId) => storage.Archive.GetBlobClient($"{Folder}/{releaseId}.json");

    private static async Task<(Withdrawal Record, BlobRequestConditions Condition)> ReadAsync(
        BlobClient blob,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var there = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return (there.Content.ToObjectFromJson<Withdrawal>(Json)!, new() { IfMatch = there.Details.ETag });
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return (Withdrawal.None, new() { IfNoneMatch = ETag.All });
        }
    }
}
