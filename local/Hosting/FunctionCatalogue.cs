using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Every function of an assembly, found by its attributes, as Azure Functions finds them.</summary>
internal static class FunctionCatalogue
{
    public static IReadOnlyList<HostedFunction> Read(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Select(Read).OfType<HostedFunction>()];

    private static HostedFunction? Read(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { Name: var name })
            return null;

        return method
                .GetParameters()
                .Select(parameter => Read(name, method, parameter))
                .OfType<HostedFunction>()
                .SingleOrDefault()
            ?? throw new NotSupportedException(
                $"The function {name} has no trigger that the local host knows: a blob, a queue, a timer or HTTP."
            );
    }

    private static HostedFunction? Read(string name, MethodInfo method, ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<BlobTriggerAttribute>() is { } blob)
            return new BlobFunction(name, method, BlobPath.Parse(blob.BlobPath));
        if (parameter.GetCustomAttribute<QueueTriggerAttribute>() is { } queue)
            return new QueueFunction(name, method, queue.QueueName);
        if (parameter.GetCustomAttribute<TimerTriggerAttribute>() is { } timer)
            return new TimerFunction(name, method, Schedule(timer.Schedule), timer.UseMonitor, timer.RunOnStartup);
        if (parameter.GetCustomAttribute<HttpTriggerAttribute>() is { } http)
            return new HttpFunction(name, method, http.Route ?? name, http.Methods ?? [], http.AuthLevel);

        return null;
    }

    /// <summary>Azure writes the seconds first; a schedule of five fields leaves them out.</summary>
    private static CrontabSchedule Schedule(string expression) =>
        CrontabSchedule.Parse(
            expression,
            new CrontabSchedule.ParseOptions
            {
                IncludingSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6,
            }
        );
}
