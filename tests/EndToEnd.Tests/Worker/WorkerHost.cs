using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ChildrensTrust.EndToEnd.Tests.Worker;

/// <summary>
/// As much of a Functions host as starts the built app as a process, loads its functions and calls them. It has no
/// triggers of its own.
/// </summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly WorkerStream _stream;
    private readonly Process _process;
    private readonly Task<string[]> _output;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new();

    private WorkerHost(WorkerStream stream, Process process)
    {
        (_stream, _process) = (stream, process);
        _output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>The functions that the worker has named.</summary>
    public IReadOnlyCollection<string> Functions => _ids.Keys;

    /// <summary>What the worker has logged, oldest first.</summary>
    public IEnumerable<string> Log => _stream.Log;

    /// <summary>The time that the worker has kept a processor busy.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the app and loads every function, in the order of the real host.</summary>
    /// <param name="app">The folder of the built app.</param>
    /// <param name="settings">Its settings.</param>
    public static async Task<WorkerHost> StartAsync(string app, params (string Name, string Value)[] settings)
    {
        var stream = await WorkerStream.ListenAsync();
        var host = new WorkerHost(stream, Process.Start(Command(app, stream.Address, settings))!);
        try
        {
            await host.LoadAsync(app);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls the function of a timer that is due.</summary>
    public Task DueAsync(string function) =>
        InvokeAsync(function, Guid.NewGuid(), "timer", new() { ["json"] = """{"IsPastDue":false}""" });

    /// <summary>Calls the function of a blob with where the blob is; the worker makes the client.</summary>
    public Task BlobAsync(string function, string container, string blob)
    {
        var place = new JsonObject
        {
            ["Connection"] = "Landing",
            ["ContainerName"] = container,
            ["BlobName"] = blob,
        };
        return InvokeAsync(
            function,
            Guid.NewGuid(),
            "blob",
            new()
            {
                ["modelBindingData"] = new JsonObject
                {
                    ["version"] = "1.0",
                    ["source"] = "AzureStorageBlobs",
                    ["contentType"] = "application/json",
                    ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(place.ToJsonString())),
                },
            }
        );
    }

    /// <summary>Calls a function for a request, which goes to the worker's own server.</summary>
    public async Task<HttpResponseMessage> SendAsync(string function, HttpMethod method, string address)
    {
        var id = Guid.NewGuid();
        using var request = new HttpRequestMessage(method, address) { Headers = { { "x-ms-invocation-id", $"{id}" } } };
        var invoked = InvokeAsync(function, id, "request", new() { ["http"] = new JsonObject() });
        var response = await _http.SendAsync(request);
        await invoked;
        return response;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
        await _stream.DisposeAsync();
    }

    /// <summary>As worker.config.json says, with the host's older arguments and its newer ones.</summary>
    private static ProcessStartInfo Command(string app, Uri uri, (string Name, string Value)[] settings)
    {
        var description = JsonNode.Parse(File.ReadAllText(Path.Combine(app, "worker.config.json")))!["description"]!;
        var (worker, request, port) = (Guid.NewGuid(), Guid.NewGuid(), uri.Port.ToString(CultureInfo.InvariantCulture));
        const string Most = "2147483647";
        var start = new ProcessStartInfo(
            (string)description["defaultExecutablePath"]!,
            [
                Path.Combine(app, (string)description["defaultWorkerPath"]!),
                "--host",
                uri.Host,
                "--port",
                port,
                "--workerId",
                $"{worker}",
                "--requestId",
                $"{request}",
                "--grpcMaxMessageLength",
                Most,
                "--functions-uri",
                uri.AbsoluteUri,
                "--functions-worker-id",
                $"{worker}",
                "--functions-request-id",
                $"{request}",
                "--functions-grpc-max-message-length",
                Most,
            ]
        )
        {
            WorkingDirectory = app,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.Append(("FUNCTIONS_APPLICATION_DIRECTORY", app)))
            start.Environment[name] = value;
        return start;
    }

    private async Task LoadAsync(string app)
    {
        var started = _stream.StartedAsync();
        if (await Task.WhenAny(started, _process.WaitForExitAsync()) != started)
            throw new InvalidOperationException($"The worker ended: {string.Join('\n', await _output)}");
        var init = new JsonObject { ["hostVersion"] = "4.1037.0", ["functionAppDirectory"] = app };
        var ready = await AskAsync("workerInitRequest", init);
        _http.BaseAddress = new((string)ready["capabilities"]!["HttpUri"]!);
        var named = await AskAsync("functionsMetadataRequest", new() { ["functionAppDirectory"] = app });
        foreach (var function in named["functionMetadataResults"]!.AsArray())
        {
            var id = (string)function!["functionId"]!;
            await AskAsync("functionLoadRequest", new() { ["functionId"] = id, ["metadata"] = function.DeepClone() });
            _ids.Add((string)function["name"]!, id);
        }
    }

    private Task<JsonNode> InvokeAsync(string function, Guid invocation, string parameter, JsonObject data) =>
        AskAsync(
            "invocationRequest",
            new()
            {
                ["invocationId"] = $"{invocation}",
                ["functionId"] = _ids[function],
                ["traceContext"] = new JsonObject { ["traceParent"] = $"00-{invocation:N}-0123456789abcdef-00" },
                ["inputData"] = new JsonArray(new JsonObject { ["name"] = parameter, ["data"] = data }),
            }
        );

    /// <summary>The content of an answer that says success.</summary>
    private async Task<JsonNode> AskAsync(string kind, JsonObject question)
    {
        var answer = (await _stream.AskAsync(kind, question)).AsObject().Single(p => p.Key != "requestId").Value!;
        return (string?)answer["result"]!["status"] == "Success"
            ? answer
            : throw new InvalidOperationException($"{kind}: {answer["result"]}\n{string.Join('\n', Log)}");
    }
}
