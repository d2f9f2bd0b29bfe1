using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Local.Emulator;

/// <summary>What Azurite writes: the ports it was given, and its last lines for when something goes wrong.</summary>
internal sealed partial class AzuriteOutput
{
    private const int Kept = 15;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentDictionary<string, int> _ports = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<AzuritePorts> _listening = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public AzuriteOutput(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string LastLines => string.Join(Environment.NewLine, _lines);

    /// <summary>Waits until all three services listen.</summary>
    /// <exception cref="UserFaultException">Azurite ended first, or took too long.</exception>
    public async Task<AzuritePorts> PortsAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(timeout);
        var ended = _process.WaitForExitAsync(late.Token);
        var first = await Task.WhenAny(_listening.Task, ended);
        if (first == _listening.Task)
            return await _listening.Task;

        cancellationToken.ThrowIfCancellationRequested();
        throw new UserFaultException(
            ended.IsCanceled
                ? $"Azurite did not listen within {timeout.TotalSeconds:0} seconds. Its last lines: {LastLines}"
                : $"Azurite stopped while it started. Its last lines: {LastLines}"
        );
    }

    private void Take(string? line)
    {
        if (line is null)
            return;

        _lines.Enqueue(line);
        if (_lines.Count > Kept)
            _lines.TryDequeue(out _);

        if (Listening().Match(line) is { Success: true } match)
            _ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].ValueSpan);
        if (
            _ports.TryGetValue("Blob", out var blob)
            && _ports.TryGetValue("Queue", out var queue)
            && _ports.TryGetValue("Table", out var table)
        )
            _listening.TrySetResult(new AzuritePorts(blob, queue, table));
    }

    [GeneratedRegex(
        @"Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Listening();
}

/// <summary>The ports that Azurite's three services were given.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table);
