using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Storage.Tests;

/// <summary>Sees every request that goes to storage, in order, and may do something else before one goes out.</summary>
internal sealed class Interference(Func<Request, Task>? beforeAsync = null) : HttpPipelinePolicy
{
    private readonly List<string> _seen = [];

    /// <summary>The requests that write, as method and path without the account.</summary>
    public IReadOnlyList<string> Writes =>
        [
            .. _seen.Where(r =>
                !r.StartsWith("GET ", StringComparison.Ordinal) && !r.StartsWith("HEAD ", StringComparison.Ordinal)
            ),
        ];

    /// <summary>Does something once, before the first request of a kind.</summary>
    public static Interference AtFirst(Func<Request, bool> isIt, Func<Task> doAsync)
    {
        var done = false;
        return new(request => !done && isIt(request) ? Once() : Task.CompletedTask);

        Task Once()
        {
            done = true;
            return doAsync();
        }
    }

    /// <summary>The storage of the emulator, seen through this.</summary>
    public PipelineStorage On(Emulator emulator)
    {
        var (blobs, tables) = (new BlobClientOptions(), new TableClientOptions());
        blobs.AddPolicy(this, HttpPipelinePosition.PerCall);
        tables.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new(
            new BlobServiceClient(emulator.ConnectionString, blobs),
            new TableServiceClient(emulator.ConnectionString, tables)
        );
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (beforeAsync is not null)
            await beforeAsync(message.Request);
        lock (_seen)
            _seen.Add(
                $"{message.Request.Method} "
                    + $"{message.Request.Uri.Path.Replace("devstoreaccount1/", "", StringComparison.Ordinal).TrimStart('/')}"
            );
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();
}
