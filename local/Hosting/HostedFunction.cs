using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace ChildrensTrust.Local.Hosting;

/// <summary>A function as its attributes describe it.</summary>
internal abstract record HostedFunction(string Name, MethodInfo Method);

/// <summary>A function that a new or changed blob starts.</summary>
internal sealed record BlobFunction(string Name, MethodInfo Method, BlobPath Path) : HostedFunction(Name, Method);

/// <summary>A function that a message on a queue starts.</summary>
internal sealed record QueueFunction(string Name, MethodInfo Method, string Queue) : HostedFunction(Name, Method);

/// <summary>A function that the clock starts.</summary>
internal sealed record TimerFunction(
    string Name,
    MethodInfo Method,
    CrontabSchedule Schedule,
    bool UseMonitor,
    bool RunOnStartup
) : HostedFunction(Name, Method);

/// <summary>A function that a request starts.</summary>
internal sealed record HttpFunction(
    string Name,
    MethodInfo Method,
    string Route,
    IReadOnlyList<string> Methods,
    AuthorizationLevel Level
) : HostedFunction(Name, Method);
