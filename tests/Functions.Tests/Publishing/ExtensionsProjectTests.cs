using System.Text.Json.Nodes;
using System.Xml.Linq;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Functions.Tests.Publishing;

/// <summary>
/// The worker's SDK builds a project of its own for the host's extensions. PinWorkerExtensions in Functions.csproj
/// hands it our lock file through a property that is private to the SDK, so an upgrade may stop reading it.
/// </summary>
public sealed class ExtensionsProjectTests
{
    private const string Sdk = "Microsoft.Azure.Functions.Worker.Sdk";
    private static readonly string Project = SourceFolder.Of("functions");

    [Theory]
    [InlineData("_WorkerExtensionsRestore")]
    [InlineData("_WorkerExtensionsBuild")]
    public void The_sdk_still_hands_our_properties_to_its_project(string target)
    {
        var targets = XDocument.Load(Path.Combine(SdkFolder(), "build", $"{Sdk}.targets"));
        var found = targets
            .Descendants()
            .SingleOrDefault(e => e.Name.LocalName == "Target" && (string?)e.Attribute("Name") == target);
        found.ShouldNotBeNull().ToString().ShouldContain("$(_FunctionsExtensionCommonProps)");
    }

    [Fact]
    public void The_extensions_are_restored_from_the_lock_file_that_is_committed()
    {
        // Built before these tests, in the same configuration.
        var built = Path.GetRelativePath(
            Path.Combine(SourceFolder.Of("tests"), "Functions.Tests", "bin"),
            AppContext.BaseDirectory
        );
        var assets = Assets(Path.Combine(Project, "obj", built, "WorkerExtensions", "obj"));
        var restore = assets["project"]!["restore"]!;
        ((string?)restore["restoreLockProperties"]!["nuGetLockFilePath"]).ShouldBe(
            Path.Combine(Project, "extensions.lock.json")
        );
        ((string?)restore["restoreLockProperties"]!["restorePackagesWithLockFile"]).ShouldBe("true");
        ((bool?)restore["warningProperties"]!["allWarningsAsErrors"]).ShouldBe(true);
    }

    private static string SdkFolder()
    {
        var assets = Assets(Path.Combine(Project, "obj"));
        var path = (string)
            assets["libraries"]!.AsObject().Single(p => p.Key.StartsWith($"{Sdk}/", StringComparison.Ordinal)).Value![
                "path"
            ]!;
        return assets["packageFolders"]!.AsObject().Select(p => Path.Combine(p.Key, path)).First(Directory.Exists);
    }

    private static JsonNode Assets(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "project.assets.json")))!;
}
