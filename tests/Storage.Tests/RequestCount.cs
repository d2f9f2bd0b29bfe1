using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Storage.Tests;

/// <summary>Counts the requests that reach storage, which is what storage bills, and the bytes that it answers.</summary>
internal sealed class RequestCount : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<string> _made = [];

    private long _bytes;

    /// <summary>The bytes of all answers.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Each request: its method, and its path within the account.</summary>
    public IReadOnlyCollection<string> Made => _made;

    public PipelineStorage Over(string connection)
    {
        var (blobs, tables) = (new BlobClientOptions(), new TableClientOptions());
        blobs.AddPolicy(this, HttpPipelinePosition.PerRetry);
        tables.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return new(new BlobServiceClient(connection, blobs), new TableServiceClient(connection, tables));
    }

    public override void OnReceivedResponse(HttpMessage message) =>
        Interlocked.Add(
            ref _bytes,
            message.Response.ContentStream is { CanSeek: true } buffered
                ? buffered.Length
                : message.Response.Headers.ContentLengthLong ?? 0
        );

    public override void OnSendingRequest(HttpMessage message) =>
        _made.Enqueue(
            $"{message.Request.Method} {string.Join('/', message.Request.Uri.Path.Trim('/').Split('/').Skip(1))}"
        );
}
