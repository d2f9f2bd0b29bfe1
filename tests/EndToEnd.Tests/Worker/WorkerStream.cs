using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.EndToEnd.Tests.Worker;

/// <summary>
/// The host's side of the one stream of messages between a host and a worker. The contract's types are internal to the
/// worker's package; their descriptor is enough to write and read each message as JSON, so the contract is always that
/// of the package in use.
/// </summary>
internal sealed class WorkerStream : IAsyncDisposable
{
    private const string Path = "/AzureFunctionsRpcMessages.FunctionRpc/EventStream";

    // A byte that says whether the message is compressed, and four for its length.
    private const int Prefix = 5;
    private const string Contract = "Microsoft.Azure.Functions.Worker.Grpc";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly MessageDescriptor Message = (MessageDescriptor)
        Assembly
            .Load(Contract)
            .GetType($"{Contract}.Messages.StreamingMessage", throwOnError: true)!
            .GetProperty("Descriptor")!
            .GetValue(null)!;
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> _asked = new(StringComparer.Ordinal);
    private readonly WebApplication _server;
    private HttpResponse? _response;

    private WorkerStream()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel =>
            {
                kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
                kestrel.Limits.MinRequestBodyDataRate = null;
            });
        _server = builder.Build();
        _server.MapPost(Path, ReadAsync);
    }

    /// <summary>Where the worker finds its host.</summary>
    public Uri Address => new(_server.Urls.Single());

    /// <summary>What the worker has logged, oldest first.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Waits on a free port for a worker.</summary>
    public static async Task<WorkerStream> ListenAsync()
    {
        var stream = new WorkerStream();
        await stream._server.StartAsync();
        return stream;
    }

    /// <summary>Completes when a worker has said who it is; this message alone has no request's id.</summary>
    public Task StartedAsync() => AnswerTo("");

    /// <summary>Sends a message and waits for the worker's answer to it. One at a time may be sent.</summary>
    /// <param name="kind">The message's name in the contract, such as "workerInitRequest".</param>
    /// <param name="content">What it holds.</param>
    public async Task<JsonNode> AskAsync(string kind, JsonObject content)
    {
        var id = Guid.NewGuid().ToString();
        var answer = AnswerTo(id);
        var json = new JsonObject { ["requestId"] = id, [kind] = content }.ToJsonString();
        var message = JsonParser.Default.Parse(json, Message);
        var frame = new byte[Prefix + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - Prefix);
        message.WriteTo(frame.AsSpan(Prefix));
        await _response!.Body.WriteAsync(frame);
        await _response.Body.FlushAsync();
        try
        {
            return await answer.WaitAsync(Patience);
        }
        catch (TimeoutException fault)
        {
            throw new TimeoutException($"The worker did not answer: {kind}.\n{string.Join('\n', Log)}", fault);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Takes what the worker sends, until it ends.</summary>
    private async Task ReadAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.StartAsync();
        _response = context.Response;
        var prefix = new byte[Prefix];
        while (await context.Request.Body.ReadAtLeastAsync(prefix, Prefix, throwOnEndOfStream: false) == Prefix)
        {
            var content = new byte[BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1))];
            await context.Request.Body.ReadExactlyAsync(content);
            var message = JsonNode.Parse(Json.Format(Message.Parser.ParseFrom(content)))!;
            if (message["rpcLog"] is { } log)
                Log.Enqueue($"{log["level"]} {log["message"]} {log["exception"]?["message"]}");
            else if (_asked.TryRemove((string)message["requestId"]!, out var answer))
                answer.TrySetResult(message);
        }
    }

    private Task<JsonNode> AnswerTo(string id) =>
        _asked.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
}
