using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Foundation.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>What the code asks of a deployment, read from the code itself: there is no second list to keep.</summary>
internal static class CodeNeeds
{
    /// <summary>The settings that the app reads in Azure, where Landing is no connection string, as environment
    /// variables.</summary>
    public static IReadOnlySet<string> Settings { get; } =
        Read(
            new()
            {
                [$"{PipelineServices.Connection}:blobServiceUri"] = "https://a.example",
                [$"{PipelineServices.Connection}:tableServiceUri"] = "https://a.example",
            }
        );

    /// <summary>The settings that the app reads on a development machine.</summary>
    public static IReadOnlySet<string> DevelopmentSettings { get; } =
        Read(new() { [PipelineServices.Connection] = "UseDevelopmentStorage=true" });

    /// <summary>The containers, by name.</summary>
    public static IReadOnlyList<string> Containers { get; } = [.. Of<BlobContainerClient>().Select(c => c.Name)];

    /// <summary>The tables, by name.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. Of<TableClient>().Select(t => t.Name)];

    /// <summary>Each blob-triggered function with its path.</summary>
    public static IReadOnlyList<(string Function, string Path)> BlobFunctions { get; } =
    [.. Triggers<BlobTriggerAttribute>().Select(t => (t.Function, t.Trigger.BlobPath))];

    /// <summary>The queues that trigger. The host gives a queue whose name ends in -poison no other for what fails
    /// there.</summary>
    public static IReadOnlyList<string> Queues { get; } =
    [.. Triggers<QueueTriggerAttribute>().Select(t => t.Trigger.QueueName)];

    /// <summary>The connections that triggers name.</summary>
    public static IReadOnlySet<string> Connections { get; } =
        new HashSet<string>(
            Triggers<BlobTriggerAttribute>()
                .Select(t => t.Trigger.Connection!)
                .Concat(Triggers<QueueTriggerAttribute>().Select(t => t.Trigger.Connection!)),
            StringComparer.Ordinal
        );

    private static IEnumerable<(string Function, T Trigger)> Triggers<T>()
        where T : Attribute =>
        from method in typeof(Landing).Assembly.GetTypes().SelectMany(t => t.GetMethods())
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (function.Name, trigger);

    private static IEnumerable<T> Of<T>()
    {
        var storage = new PipelineStorage(
            new BlobServiceClient("UseDevelopmentStorage=true"),
            new TableServiceClient("UseDevelopmentStorage=true")
        );
        return typeof(PipelineStorage)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(T))
            .Select(p => (T)p.GetValue(storage)!);
    }

    private static HashSet<string> Read(Dictionary<string, string?> values)
    {
        var settings = new RecordingConfiguration(values);
        using var services = new ServiceCollection().AddLogging().AddPipeline(settings).BuildServiceProvider();
        services.GetRequiredService<PipelineStorage>();
        return [.. settings.Asked.Select(key => key.Replace(":", "__", StringComparison.Ordinal))];
    }
}
