using System.Text.Json.Nodes;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>What must be true of a deployment for the code to run in it, and to run safely. Each check says in
/// sentences what is not.</summary>
internal static class Contract
{
    private const string HostConnection = "AzureWebJobsStorage";

    /// <summary>The containers that the app only reads; it writes the others.</summary>
    private static readonly HashSet<string> OnlyRead = ["landing", "config"];

    /// <summary>Settings that the Functions host and its telemetry read, not our code.</summary>
    private static readonly HashSet<string> OfTheHost =
    [
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AzureFunctionsJobHost__telemetryMode",
    ];

    private static readonly string[] OfAConnection =
    [
        "blobServiceUri",
        "queueServiceUri",
        "tableServiceUri",
        "credential",
        "clientId",
    ];

    private static readonly Func<Deployment, IEnumerable<string>>[] Checks =
    [
        Settings,
        Connections,
        DataAccount,
        HostAccount,
        Events,
        NoKeys,
        Closed,
        Publishing,
        Rights,
        PersonalData,
        Telemetry,
        Alerts,
    ];

    /// <summary>Everything that is wrong with a deployment.</summary>
    public static IReadOnlyList<string> Breaches(Deployment deployment) =>
        [.. Checks.SelectMany(check => check(deployment))];

    private static IEnumerable<string> Settings(Deployment it)
    {
        var connections = CodeNeeds
            .Connections.Append(HostConnection)
            .SelectMany(c => OfAConnection.Select(part => $"{c}__{part}"))
            .ToHashSet(StringComparer.Ordinal);
        // A connection string has the bare name: set, it would win over the identity.
        foreach (
            var name in CodeNeeds
                .Settings.Except([.. CodeNeeds.Connections])
                .Concat(OfTheHost)
                .Where(s => !it.Settings.ContainsKey(s))
        )
            yield return $"The setting {name} is read and not set.";
        foreach (
            var (name, _) in it.Settings.Where(s =>
                !CodeNeeds.Settings.Contains(s.Key) && !connections.Contains(s.Key) && !OfTheHost.Contains(s.Key)
            )
        )
            yield return $"The setting {name} is set and nothing reads it.";
    }

    private static IEnumerable<string> Connections(Deployment it)
    {
        foreach (var connection in CodeNeeds.Connections.Append(HostConnection))
        {
            foreach (var part in OfAConnection.Where(part => !it.Settings.ContainsKey($"{connection}__{part}")))
                yield return $"The connection {connection} has no {part}.";
            if (it.Settings.ContainsKey(connection) || it.Settings.ContainsKey($"{connection}__serviceUri"))
                yield return $"The connection {connection} is not by the address of each service.";
            if ((string?)it.Settings[$"{connection}__credential"] != "managedidentity")
                yield return $"The connection {connection} is not by a managed identity.";
        }
        if (it.AccountOf(HostConnection) == it.AccountOf(CodeNeeds.Connections.Single()))
            yield return "The host and the data share an account.";
    }

    private static IEnumerable<string> DataAccount(Deployment it)
    {
        var account = it.AccountOf(CodeNeeds.Connections.Single());
        var (containers, tables, queues) = (
            it.Names("blobServices/containers"),
            it.Names("tableServices/tables"),
            it.Names("queueServices/queues")
        );
        foreach (var name in CodeNeeds.Containers)
        {
            if (!containers.Contains($"{account}/default/{name}"))
                yield return $"The container {name} is not made.";
            if (
                !it.IsGranted(
                    $"{account}/blobServices/default/containers/{name}",
                    OnlyRead.Contains(name) ? Roles.BlobReader : Roles.BlobContributor
                )
            )
                yield return $"The app has no right to the container {name}.";
        }
        foreach (var name in CodeNeeds.Tables)
        {
            if (!tables.Contains($"{account}/default/{name}"))
                yield return $"The table {name} is not made.";
            if (!it.IsGranted($"{account}/tableServices/default/tables/{name}", Roles.TableContributor))
                yield return $"The app has no right to the table {name}.";
        }
        foreach (var name in CodeNeeds.Queues)
        {
            if (!queues.Contains($"{account}/default/{name}"))
                yield return $"The queue {name} is not made.";
            if (!it.IsGranted($"{account}/queueServices/default/queues/{name}", Roles.QueueContributor))
                yield return $"The app has no right to the queue {name}.";
        }
        foreach (
            var role in new[]
            {
                Roles.BlobOwner,
                Roles.BlobContributor,
                Roles.TableContributor,
                Roles.QueueContributor,
            }.Where(role => it.IsGranted($"storageAccounts/{account}", role))
        )
            yield return $"The app has the role {role} on the whole data account, which is more than it needs.";
    }

    private static IEnumerable<string> HostAccount(Deployment it)
    {
        var account = it.AccountOf(HostConnection);
        foreach (
            var role in new[] { Roles.BlobOwner, Roles.QueueContributor, Roles.TableContributor }.Where(role =>
                !it.IsGranted($"storageAccounts/{account}", role)
            )
        )
            yield return $"The host has not the role {role} on its account.";
        var package =
            (string?)
                it.OfType("Microsoft.Web/sites")
                    .FirstOrDefault()
                    ?["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!["value"]
            ?? "";
        if (
            !it.Names("blobServices/containers")
                .Any(name =>
                    name.StartsWith($"{account}/", StringComparison.Ordinal)
                    && package.Contains($"'{name.Split('/')[^1]}'", StringComparison.Ordinal)
                )
        )
            yield return "The container of the app's package is not made.";
    }

    private static IEnumerable<string> Events(Deployment it)
    {
        var subscriptions = it.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions")
            .Select(s => s["properties"]!)
            .ToList();
        foreach (var (function, path) in CodeNeeds.BlobFunctions)
        {
            var (container, folder) = (path.Split('/')[0], path.Split('/')[1]);
            var mine = subscriptions.SingleOrDefault(s =>
                (string?)s["filter"]?["subjectBeginsWith"]
                == $"/blobServices/default/containers/{container}/blobs/{folder}/"
            );
            if (mine is null)
            {
                yield return $"No event tells {function} of a new file in {container}/{folder}.";
                continue;
            }
            var url = (string?)mine["destination"]?["properties"]?["endpointUrl"] ?? "";
            if (
                !url.Contains("functionName=Host.Functions.{1}", StringComparison.Ordinal)
                || !url.Contains($"'{function}'", StringComparison.Ordinal)
                || !url.Contains("systemKeys.blobs_extension", StringComparison.Ordinal)
            )
                yield return $"The events of {container}/{folder} do not go to {function}.";
            if (
                mine["filter"]!
                    ["includedEventTypes"]
                    ?.AsArray()
                    .Select(t => (string?)t)
                    .SequenceEqual(["Microsoft.Storage.BlobCreated"]) != true
            )
                yield return $"{function} receives more than new files, or of none.";
            if ((int?)mine["retryPolicy"]?["maxDeliveryAttempts"] is null or < 10)
                yield return $"An event for {function} is not tried often enough.";
            var lost = (string?)
                mine["deadLetterWithResourceIdentity"]?["deadLetterDestination"]?["properties"]?["blobContainerName"];
            if (
                !it.Names("blobServices/containers").Contains($"{it.AccountOf(HostConnection)}/default/{lost}")
                || !it.IsGranted(
                    $"{it.AccountOf(HostConnection)}/blobServices/default/containers/{lost}",
                    Roles.BlobContributor,
                    "systemTopics"
                )
            )
                yield return $"An event for {function} that cannot be delivered is lost.";
        }
        if (subscriptions.Count != CodeNeeds.BlobFunctions.Count)
            yield return "There are more subscriptions than functions.";
    }

    private static IEnumerable<string> NoKeys(Deployment it) =>
        it
            .Settings.Where(s =>
                s.Value?.ToString() is { } value
                && new[] { "listKeys", "AccountKey", "SharedAccess", "listAccountSas" }.Any(word =>
                    value.Contains(word, StringComparison.OrdinalIgnoreCase)
                )
            )
            .Select(s => $"The setting {s.Key} holds a key.");

    private static IEnumerable<string> Closed(Deployment it)
    {
        (string Type, string Path, string Value)[] rules =
        [
            ("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "false"),
            ("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "false"),
            ("Microsoft.Storage/storageAccounts", "allowCrossTenantReplication", "false"),
            ("Microsoft.Storage/storageAccounts", "defaultToOAuthAuthentication", "true"),
            ("Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly", "true"),
            ("Microsoft.Storage/storageAccounts", "minimumTlsVersion", "TLS1_2"),
            ("Microsoft.Storage/storageAccounts/blobServices/containers", "publicAccess", "None"),
            ("Microsoft.Storage/storageAccounts/blobServices", "deleteRetentionPolicy.enabled", "true"),
            ("Microsoft.Storage/storageAccounts/blobServices", "containerDeleteRetentionPolicy.enabled", "true"),
            ("Microsoft.Web/sites", "httpsOnly", "true"),
            ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", "false"),
            ("Microsoft.Insights/components", "DisableLocalAuth", "true"),
            ("Microsoft.OperationalInsights/workspaces", "features.disableLocalAuth", "true"),
        ];
        foreach (var (type, path, value) in rules)
        {
            var all = it.OfType(type).ToList();
            if (all.Count == 0)
                yield return $"There is no {type}.";
            foreach (
                var resource in all.Where(r =>
                    path.Split('.').Aggregate(r["properties"], (node, part) => node?[part])?.ToJsonString().Trim('"')
                    != value
                )
            )
                yield return $"{resource["name"]}: {path} is not {value}.";
        }
        foreach (
            var policy in new[] { "ftp", "scm" }.Where(p =>
                !it.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                    .Any(r => ((string)r["name"]!).EndsWith($"/{p}", StringComparison.Ordinal))
            )
        )
            yield return $"Publishing by {policy} with a password is open.";
        var data = it.OfType("Microsoft.Storage/storageAccounts/blobServices")
            .SingleOrDefault(r => (string?)r["name"] == $"{it.AccountOf("Landing")}/default")
            ?["properties"];
        if ((bool?)data?["isVersioningEnabled"] != true || (bool?)data["changeFeed"]?["enabled"] != true)
            yield return "The data account keeps no older versions, or no feed of changes.";
    }

    // The deployment site of an app that is closed would be the way in: it can replace the code.
    private static IEnumerable<string> Publishing(Deployment it)
    {
        foreach (
            var site in it.OfType("Microsoft.Web/sites")
                .Select(s => s["properties"]!["siteConfig"]!)
                .Where(c => (string?)c["ipSecurityRestrictionsDefaultAction"] == "Deny")
        )
        {
            if (
                (string?)site["scmIpSecurityRestrictionsDefaultAction"] != "Deny"
                || (bool?)site["scmIpSecurityRestrictionsUseMain"] != false
            )
                yield return "The app is closed and its deployment site is not.";
            if (
                site["scmIpSecurityRestrictions"]?.ToJsonString().Contains("ServiceTag", StringComparison.Ordinal)
                == true
            )
                yield return "The deployment site is open to a service.";
        }
    }

    // Contributor and Role Based Access Control Administrator write everything but other resources of authorisation,
    // such as locks.
    private static IEnumerable<string> Rights(Deployment it) =>
        it
            .Resources.Select(r => (string)r!["type"]!)
            .Where(type =>
                type.StartsWith("Microsoft.Authorization/", StringComparison.Ordinal)
                && type != "Microsoft.Authorization/roleAssignments"
            )
            .Select(type => $"The deploying identity has no right to write {type}.");

    // A file that is refused for personal data is read by stewards alone, leaves by itself, and can be removed for good
    // by them.
    private static IEnumerable<string> PersonalData(Deployment it)
    {
        var account = it.AccountOf(CodeNeeds.Connections.Single());
        var restricted = $"{account}/blobServices/default/containers/restricted";
        var ofPeople = it.OfType("Microsoft.Authorization/roleAssignments")
            .Where(r => (string?)r["properties"]!["principalType"] == "Group")
            .Select(r =>
                (
                    Group: (string)r["properties"]!["principalId"]!,
                    Role: ((string)r["properties"]!["roleDefinitionId"]!).Split('/')[^1].TrimEnd('\'', ')', ']'),
                    Scope: Deployment.Scope((string)r["id"]!)
                )
            )
            .ToList();
        foreach (var (group, _, _) in ofPeople.Where(r => r.Scope.EndsWith(restricted, StringComparison.Ordinal)))
            yield return $"The group {group} reads what is refused for personal data.";
        var onAccount = ofPeople
            .Where(r => r.Scope.EndsWith($"storageAccounts/{account}", StringComparison.Ordinal))
            .ToLookup(r => r.Group, r => r.Role);
        foreach (
            var group in onAccount.Where(g =>
                !g.Order().SequenceEqual(new[] { Roles.TableContributor, Roles.BlobOwner }.Order())
            )
        )
            yield return $"The group {group.Key} has a part of the roles that remove a file for good.";
        var left = it.OfType("Microsoft.Storage/storageAccounts/managementPolicies")
            .Where(p => ((string)p["name"]!).StartsWith($"{account}/", StringComparison.Ordinal))
            .SelectMany(p => p["properties"]!["policy"]!["rules"]!.AsArray())
            .Where(r => (bool?)r!["enabled"] == true)
            .SelectMany(r => r!["definition"]!["filters"]!["prefixMatch"]!.AsArray())
            .Select(prefix => (string)prefix!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var container in new[] { "landing", "quarantine", "restricted" }.Where(c => !left.Contains($"{c}/")))
            yield return $"Nothing leaves the container {container} by itself.";
        var blobs = it.OfType("Microsoft.Storage/storageAccounts/blobServices")
            .SingleOrDefault(r => (string?)r["name"] == $"{account}/default")
            ?["properties"];
        if ((bool?)blobs?["deleteRetentionPolicy"]?["allowPermanentDelete"] != true)
            yield return "A deleted copy cannot be removed before its days are over.";
    }

    private static IEnumerable<string> Telemetry(Deployment it)
    {
        var insights = it.OfType("Microsoft.Insights/components").Select(r => (string)r["name"]!).FirstOrDefault();
        if (!it.IsGranted($"components/{insights}", Roles.MetricsPublisher))
            yield return "The app may not send telemetry.";
        var watched = it.OfType("Microsoft.Insights/diagnosticSettings").Select(r => (string)r["id"]!).ToList();
        foreach (
            var service in from account in new[] { it.AccountOf(HostConnection), it.AccountOf("Landing") }
            from s in new[] { "blob", "queue", "table" }
            select $"{account}/{s}Services/default/"
        )
        {
            if (!watched.Exists(id => id.Contains(service, StringComparison.Ordinal)))
                yield return $"Nothing is logged of {service}.";
        }
        foreach (
            var type in new[] { "Microsoft.Web/sites/", "Microsoft.EventGrid/systemTopics/" }.Where(type =>
                !watched.Exists(id => id.Contains(type, StringComparison.Ordinal))
            )
        )
            yield return $"Nothing is logged of {type}.";
    }

    private static IEnumerable<string> Alerts(Deployment it)
    {
        string[] needed =
        [
            "availability",
            "dead-letters",
            "dropped-events",
            "failures",
            "health",
            "missed-events",
            "not-compared",
            "not-taken-in",
            "overdue",
            "poison",
            "refused",
            "silent",
        ];
        var there = it.OfType("Microsoft.Insights/scheduledQueryRules")
            .Concat(it.OfType("Microsoft.Insights/metricAlerts"))
            .ToList();
        foreach (
            var name in needed.Where(name =>
                !there.Exists(a => ((string)a["name"]!).EndsWith($"-{name}", StringComparison.Ordinal))
            )
        )
            yield return $"There is no alert {name}.";
        foreach (
            var alert in there.Where(a =>
                !(a["properties"]!["actions"]?.ToJsonString() ?? "").Contains(
                    "/actionGroups/",
                    StringComparison.Ordinal
                )
                || (bool?)a["properties"]!["enabled"] != true
            )
        )
            yield return $"Nobody receives {alert["name"]}.";
        if (!it.OfType("Microsoft.Insights/actionGroups").Any())
            yield return "There is nobody to tell.";
    }
}
