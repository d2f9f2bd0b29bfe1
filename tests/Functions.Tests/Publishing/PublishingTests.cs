using System.IO.Compression;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ChildrensTrust.Functions.Tests.Publishing;

/// <summary>What is deployed is what the classes say. Those that publish take a minute or more, so they run on
/// request.</summary>
public sealed class PublishingTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private const double Megabyte = 1e6;

    [Theory]
    [InlineData("infra/hooks/deploy.ps1")]
    [InlineData(".github/workflows/ci.yml")]
    public void Every_way_to_publish_is_the_same_command(string file) => Sdk.Line(file).ShouldBe(Sdk.Publish);

    [Fact]
    public async Task Publishing_an_app_that_polls_is_refused()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var (code, output) = await Sdk.RunAsync(
            $"dotnet publish functions --no-build --configuration {configuration}",
            "--output",
            Path.Combine(app.Folder, "polling")
        );
        code.ShouldNotBe(0);
        output.ShouldContain("Publish with -p:BlobTriggerSource=EventGrid");
        Directory.Exists(Path.Combine(app.Folder, "polling")).ShouldBeFalse();
    }

    [Fact(Explicit = true)]
    public async Task Each_function_is_listed_as_its_class_declares_it()
    {
        await app.PublishedAsync();
        var functions = app.Functions();
        functions.ShouldNotBeEmpty();
        var listed = app.Json("functions.metadata").AsArray();
        listed
            .Select(f => ((string?)f!["scriptFile"], (string?)f["language"]))
            .Distinct()
            .ShouldBe([("ChildrensTrust.Functions.dll", "dotnet-isolated")]);
        listed
            .Select(f => $"{f!["name"]} {f["entryPoint"]} {Trigger(f)}")
            .ShouldBe(functions.Select(Line), ignoreOrder: true);
        functions
            .SelectMany(m => m.GetParameters())
            .Select(p => p.GetCustomAttribute<BlobTriggerAttribute>())
            .OfType<BlobTriggerAttribute>()
            .ShouldAllBe(b => b.Source == BlobTriggerSource.EventGrid);
    }

    [Fact(Explicit = true)]
    public async Task The_host_finds_its_extensions_and_the_app()
    {
        await app.PublishedAsync();
        var extensions = app.Json("extensions.json")["extensions"]!.AsArray();
        extensions
            .Select(e => (string?)e!["name"])
            .ShouldBe(["AzureStorageBlobs", "AzureStorageQueues", "Startup"], ignoreOrder: true);
        extensions.ShouldAllBe(e => File.Exists(Path.Combine(app.Folder, (string)e!["hintPath"]!)));
        var worker = app.Json("worker.config.json")["description"]!;
        ((string?)worker["language"], (string?)worker["defaultExecutablePath"]).ShouldBe(("dotnet-isolated", "dotnet"));
        File.Exists(Path.Combine(app.Folder, (string)worker["defaultWorkerPath"]!)).ShouldBeTrue();
        File.Exists(Path.Combine(app.Folder, "host.json")).ShouldBeTrue();
        File.Exists(Path.Combine(app.Folder, "local.settings.json")).ShouldBeFalse();
    }

    [Fact(Explicit = true)]
    public async Task The_package_is_within_its_budget()
    {
        await app.PublishedAsync();
        var zip = new FileInfo(Path.Combine(app.Folder, "..", "app.zip"));
        await ZipFile.CreateFromDirectoryAsync(app.Folder, zip.FullName, TestContext.Current.CancellationToken);
        var files = new DirectoryInfo(app.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        (files / Megabyte).ShouldBeLessThan(48);
        (zip.Length / Megabyte).ShouldBeLessThan(20);
    }

    /// <summary>The first binding, as it is listed; the second of a function for requests is its answer.</summary>
    private static string Trigger(JsonNode function)
    {
        var binding = function["bindings"]!.AsArray()[0]!.AsObject();
        return string.Join(
            ' ',
            binding
                .Where(p => p.Key is not ("direction" or "properties" or "dataType"))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => $"{p.Key}={p.Value!.ToJsonString()}")
        );
    }

    private static string Line(MethodInfo method)
    {
        var parameter = method
            .GetParameters()
            .Single(p => p.GetCustomAttributes().Any(a => a is TriggerBindingAttribute));
        JsonObject trigger = parameter.GetCustomAttributes().OfType<TriggerBindingAttribute>().Single() switch
        {
            BlobTriggerAttribute b => new()
            {
                ["type"] = "blobTrigger",
                ["path"] = b.BlobPath,
                ["connection"] = b.Connection,
                ["source"] = b.Source.ToString(),
            },
            QueueTriggerAttribute q => new()
            {
                ["type"] = "queueTrigger",
                ["queueName"] = q.QueueName,
                ["connection"] = q.Connection,
            },
            TimerTriggerAttribute { UseMonitor: true } t => new()
            {
                ["type"] = "timerTrigger",
                ["schedule"] = t.Schedule,
            },
            TimerTriggerAttribute t => new()
            {
                ["type"] = "timerTrigger",
                ["schedule"] = t.Schedule,
                ["useMonitor"] = false,
            },
            HttpTriggerAttribute h => new()
            {
                ["type"] = "httpTrigger",
                ["authLevel"] = h.AuthLevel.ToString(),
                ["methods"] = new JsonArray([.. h.Methods!.Select(m => JsonValue.Create(m))]),
                ["route"] = h.Route,
            },
            var other => throw new NotSupportedException($"{method.DeclaringType!.Name} has a {other.GetType().Name}."),
        };
        trigger["name"] = parameter.Name;
        var binding = new JsonObject { ["bindings"] = new JsonArray(trigger) };
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        return $"{name} {method.DeclaringType!.FullName}.{method.Name} {Trigger(binding)}";
    }
}
