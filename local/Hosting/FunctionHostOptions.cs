using System.Reflection;
using ChildrensTrust.Functions;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Local.Hosting;

/// <summary>What a local host runs, and on what.</summary>
public sealed record FunctionHostOptions
{
    /// <summary>The settings that the pipeline reads: <c>Landing</c>, a connection string, or
    /// <c>Landing:blobServiceUri</c> and <c>Landing:tableServiceUri</c>.</summary>
    public required IReadOnlyDictionary<string, string?> Settings { get; init; }

    /// <summary>The assembly whose functions are run.</summary>
    public Assembly Functions { get; init; } = typeof(ChildrensTrust.Functions.Landing).Assembly;

    /// <summary>The port of 127.0.0.1 to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether timers run. A command that does one thing and ends leaves them alone.</summary>
    public bool RunTimers { get; init; }

    /// <summary>The least that is logged, to standard error.</summary>
    public LogLevel Log { get; init; } = LogLevel.Warning;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
