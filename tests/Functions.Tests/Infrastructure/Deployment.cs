using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>What infra/ would deploy, as Bicep worked it out: the files infra/*.snapshot.json, which .ci/bicep holds to
/// infra/*.bicep.</summary>
internal sealed partial class Deployment(JsonArray resources)
{
    /// <summary>The resources of an environment and of the event wiring that follows it.</summary>
    public static Deployment Of(string environment) => new([.. Read(environment).Concat(Read("events"))]);

    /// <summary>An output of an environment's deployment.</summary>
    public static string OutputOf(string environment, string name) => (string)Whole(environment)["outputs"]![name]!;

    /// <summary>Every resource.</summary>
    public JsonArray Resources { get; } = resources;

    /// <summary>The settings of the function app.</summary>
    public JsonObject Settings =>
        OfType("Microsoft.Web/sites/config").Select(r => r["properties"]!.AsObject()).FirstOrDefault() ?? [];

    /// <summary>The resources of a type.</summary>
    public IEnumerable<JsonNode> OfType(string type) =>
        Resources.OfType<JsonNode>().Where(r => (string?)r["type"] == type);

    /// <summary>The name of the storage account that a connection leads to.</summary>
    public string? AccountOf(string connection) =>
        StorageAccountName().Match((string?)Settings[$"{connection}__blobServiceUri"] ?? "") is { Success: true } match
            ? match.Value
            : null;

    /// <summary>The full names (account/default/name) of what is in storage accounts.</summary>
    public HashSet<string> Names(string type) =>
        [.. OfType($"Microsoft.Storage/storageAccounts/{type}").Select(r => (string)r["name"]!)];

    /// <summary>Whether the app's identity, or the event topic's, has a role on exactly this scope, the end of a
    /// resource's id.</summary>
    public bool IsGranted(string scope, string role, string principal = "userAssignedIdentities") =>
        OfType("Microsoft.Authorization/roleAssignments")
            .Any(r =>
                ((string)r["properties"]!["roleDefinitionId"]!).EndsWith(role, StringComparison.Ordinal)
                && ((string)r["properties"]!["principalId"]!).Contains(principal, StringComparison.Ordinal)
                && Scope((string)r["id"]!).EndsWith(scope, StringComparison.Ordinal)
            );

    /// <summary>The same, to be changed.</summary>
    public Deployment Copy() => new(Resources.DeepClone().AsArray());

    /// <summary>What a role assignment is on, as the end of a resource's id.</summary>
    public static string Scope(string id) =>
        id.StartsWith('[')
            ? QuotedId().Match(id).Groups["scope"].Value
            : id.Split("/providers/Microsoft.Authorization/")[0];

    private static JsonNode Whole(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(SourceFolder.Of("infra"), $"{name}.snapshot.json")))!;

    private static IEnumerable<JsonNode?> Read(string name) =>
        Whole(name)["predictedResources"]!.AsArray().Select(r => r!.DeepClone());

    [GeneratedRegex("st(host|data)[a-z0-9]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StorageAccountName();

    [GeneratedRegex(
        @"^\[extensionResourceId\('(?<scope>[^']*)'",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex QuotedId();
}
