using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace ChildrensTrust.Functions.Tests.Publishing;

/// <summary>The app as deploying publishes it, in a folder of its own. It is published when the first test asks for
/// it.</summary>
public sealed class PublishedApp : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("published-");
    private readonly Lazy<Task> _published;

    public PublishedApp()
    {
        Folder = Path.Combine(_temporary.FullName, "app");
        _published = new(PublishAsync);
    }

    public string Folder { get; }

    public Task PublishedAsync() => _published.Value;

    public JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

    /// <summary>Each function's method, out of the published file: the triggers there are not those of the build that
    /// the tests use.</summary>
    public IReadOnlyList<MethodInfo> Functions() =>
        [
            .. new AssemblyLoadContext("published")
                .LoadFromAssemblyPath(Path.Combine(Folder, "ChildrensTrust.Functions.dll"))
                .GetTypes()
                .SelectMany(t => t.GetMethods())
                .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null),
        ];

    public void Dispose() => _temporary.Delete(recursive: true);

    private async Task PublishAsync()
    {
        // Its own bin and obj, so that it disturbs no other build.
        var command = Sdk.Publish.Split(" --output ")[0];
        var (code, output) = await Sdk.RunAsync(
            command,
            "--output",
            Folder,
            "--artifacts-path",
            Path.Combine(_temporary.FullName, "build")
        );
        code.ShouldBe(0, output);
        output.ShouldNotContain("warning");
    }
}
