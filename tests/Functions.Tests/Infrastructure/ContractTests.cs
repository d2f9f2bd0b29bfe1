using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>The code and its infrastructure are held to each other: what one needs the other has, and nothing
/// beyond.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void The_deployment_has_what_the_code_needs(string environment) =>
        Contract.Breaches(Deployment.Of(environment)).ShouldBeEmpty();

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void A_deployment_without_any_one_of_these_is_refused(string environment)
    {
        string[] types =
        [
            "Microsoft.Authorization/roleAssignments",
            "Microsoft.Storage/storageAccounts/blobServices/containers",
            "Microsoft.Storage/storageAccounts/tableServices/tables",
            "Microsoft.Storage/storageAccounts/queueServices/queues",
            "Microsoft.EventGrid/systemTopics/eventSubscriptions",
            "Microsoft.Insights/scheduledQueryRules",
            "Microsoft.Insights/metricAlerts",
            "Microsoft.Insights/diagnosticSettings",
            "Microsoft.Insights/actionGroups",
            "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
        ];
        var whole = Deployment.Of(environment);
        var unnoticed = new List<string>();
        var tried = 0;
        for (var i = 0; i < whole.Resources.Count; i++)
        {
            // People's access is the council's to choose: the code needs none of it.
            if (
                !types.Contains((string?)whole.Resources[i]!["type"], StringComparer.Ordinal)
                || (string?)whole.Resources[i]!["properties"]?["principalType"] == "Group"
            )
                continue;
            var less = whole.Copy();
            less.Resources.RemoveAt(i);
            Try(less, $"without {whole.Resources[i]!["id"]}");
        }
        foreach (var name in whole.Settings.Select(s => s.Key))
        {
            var less = whole.Copy();
            less.Settings.Remove(name);
            Try(less, $"without the setting {name}");
        }
        tried.ShouldBeGreaterThan(60);
        unnoticed.ShouldBeEmpty();

        void Try(Deployment changed, string what)
        {
            tried++;
            if (Contract.Breaches(changed).Count == 0)
                unnoticed.Add(what);
        }
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess")]
    [InlineData("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess")]
    [InlineData("Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly")]
    [InlineData("Microsoft.Web/sites", "httpsOnly")]
    [InlineData("Microsoft.Insights/components", "DisableLocalAuth")]
    public void A_deployment_that_opens_any_one_of_these_is_refused(string type, string property)
    {
        foreach (var index in Enumerable.Range(0, Deployment.Of("prod").OfType(type).Count()))
        {
            var opened = Deployment.Of("prod");
            var properties = opened.OfType(type).ElementAt(index)["properties"]!;
            properties[property] = !(bool)properties[property]!;
            Contract.Breaches(opened).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_closed_app_with_an_open_deployment_site_is_refused()
    {
        Deployment.Of("prod").OfType("Microsoft.Web/sites").ShouldHaveSingleItem()["properties"]!["siteConfig"]![
            "ipSecurityRestrictionsDefaultAction"
        ]!
            .GetValue<string>()
            .ShouldBe("Deny");
        foreach (
            var (name, value) in new (string, JsonNode)[]
            {
                ("scmIpSecurityRestrictionsDefaultAction", "Allow"),
                ("scmIpSecurityRestrictionsUseMain", true),
                ("scmIpSecurityRestrictions", new JsonArray(new JsonObject { ["tag"] = "ServiceTag" })),
            }
        )
        {
            var opened = Deployment.Of("prod");
            opened.OfType("Microsoft.Web/sites").Single()["properties"]!["siteConfig"]![name] = value;
            Contract.Breaches(opened).ShouldNotBeEmpty(name);
        }
    }

    [Fact]
    public void A_lock_is_an_owners_step_and_no_part_of_the_deployment()
    {
        var locked = Deployment.Of("prod");
        locked.Resources.Add(
            new JsonObject
            {
                ["type"] = "Microsoft.Authorization/locks",
                ["id"] = "x",
                ["name"] = "keep",
                ["properties"] = new JsonObject(),
            }
        );
        Contract.Breaches(locked).ShouldHaveSingleItem().ShouldContain("Microsoft.Authorization/locks");
        File.ReadAllText(Path.Combine(SourceFolder.Of("docs"), "operations.md"))
            .ShouldContain("az lock create --name keep --lock-type CanNotDelete");
    }

    [Fact]
    public void The_events_are_wired_to_the_app_the_topic_and_the_account_that_are_deployed()
    {
        var prod = Deployment.Of("prod");
        var subscriptions = prod.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").ToList();
        subscriptions.ShouldNotBeEmpty();
        var (app, topic, host) = (
            Deployment.OutputOf("prod", "functionAppName"),
            Deployment.OutputOf("prod", "topicName"),
            Deployment.OutputOf("prod", "hostAccountName")
        );
        prod.OfType("Microsoft.Web/sites").Select(s => (string)s["name"]!).ShouldBe([app]);
        subscriptions.ShouldAllBe(s => ((string)s["name"]!).StartsWith($"{topic}/", StringComparison.Ordinal));
        subscriptions.ShouldAllBe(s =>
            s["properties"]!["destination"]!.ToJsonString().Contains($"/sites/{app}", StringComparison.Ordinal)
        );
        subscriptions.ShouldAllBe(s =>
            s["properties"]!["deadLetterWithResourceIdentity"]!
                .ToJsonString()
                .Contains($"/storageAccounts/{host}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_name_of_an_app_stands_in_the_parameters_of_the_event_wiring()
    {
        var lines = File.ReadAllLines(Path.Combine(SourceFolder.Of("infra"), "events.bicepparam"))
            .Where(l => l.StartsWith("param ", StringComparison.Ordinal))
            .ToList();
        lines.Count.ShouldBe(3);
        lines.ShouldAllBe(l =>
            Regex.IsMatch(
                l,
                "^param ([a-zA-Z]+) = readEnvironmentVariable\\('([a-zA-Z]+)'\\)$",
                RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
            )
        );
    }

    [Fact]
    public void A_connection_string_or_a_key_among_the_settings_is_refused()
    {
        foreach (
            var (name, value) in new[]
            {
                ("Landing", "AccountName=a;AccountKey=b"),
                ("Ingestion__MostRejectedShare", "[listKeys('x', 'y').keys[0].value]"),
            }
        )
        {
            var changed = Deployment.Of("prod");
            changed.Settings[name] = value;
            Contract.Breaches(changed).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("restricted", Roles.BlobReader)]
    [InlineData("", Roles.TableContributor)]
    public void Another_groups_role_that_reaches_what_is_refused_for_personal_data_is_refused(
        string container,
        string role
    )
    {
        var changed = Deployment.Of("prod");
        var reader = changed
            .OfType("Microsoft.Authorization/roleAssignments")
            .First(r =>
                (string?)r["properties"]!["principalType"] == "Group"
                && ((string)r["id"]!).Contains("containers/quarantine", StringComparison.Ordinal)
            );
        reader["id"] = ((string)reader["id"]!).Replace(
            container.Length > 0 ? "quarantine" : "/blobServices/default/containers/quarantine",
            container,
            StringComparison.Ordinal
        );
        reader["properties"]!["roleDefinitionId"] = $"/providers/Microsoft.Authorization/roleDefinitions/{role}";
        Contract.Breaches(changed).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Roles.BlobOwner)]
    [InlineData(Roles.TableContributor)]
    public void Stewards_without_one_of_the_roles_that_remove_a_file_are_refused(string role)
    {
        var changed = Deployment.Of("prod");
        changed.Resources.Remove(
            changed
                .OfType("Microsoft.Authorization/roleAssignments")
                .Single(r =>
                    (string?)r["properties"]!["principalType"] == "Group"
                    && ((string)r["properties"]!["roleDefinitionId"]!).EndsWith(role, StringComparison.Ordinal)
                )
        );
        Contract.Breaches(changed).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("allowPermanentDelete")]
    [InlineData("prefixMatch")]
    public void A_deployment_in_which_what_is_refused_stays_is_refused(string without)
    {
        var text = Deployment.Of("prod").Resources.ToJsonString();
        text.ShouldContain($"\"{without}\"");
        var changed = text.Replace(
            "\"allowPermanentDelete\":true",
            "\"allowPermanentDelete\":false",
            StringComparison.Ordinal
        );
        if (without == "prefixMatch")
            changed = text.Replace("\"restricted/\"", "\"other/\"", StringComparison.Ordinal);
        Contract.Breaches(new(JsonNode.Parse(changed)!.AsArray())).ShouldNotBeEmpty();
    }

    [Fact]
    public void No_output_holds_a_key()
    {
        foreach (var name in new[] { "dev", "prod", "events" })
        {
            var outputs =
                JsonNode
                    .Parse(File.ReadAllText(Path.Combine(SourceFolder.Of("infra"), $"{name}.snapshot.json")))![
                        "outputs"
                    ]
                    ?.ToJsonString()
                ?? "";
            foreach (var word in new[] { "listKeys", "ConnectionString", "AccountKey", "systemKeys" })
                outputs.ShouldNotContain(word, Case.Insensitive);
        }
    }

    [Fact]
    public void The_key_of_the_host_is_read_in_the_second_phase_alone()
    {
        foreach (
            var file in Directory
                .GetFiles(SourceFolder.Of("infra"), "*.bicep", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != "events.bicep")
        )
            File.ReadAllText(file).ShouldNotContain("listKeys", Case.Insensitive);
    }

    [Fact]
    public void The_example_of_local_settings_has_what_a_development_machine_reads_and_nothing_else()
    {
        var example = JsonNode.Parse(
            File.ReadAllText(Path.Combine(SourceFolder.Of("functions"), "local.settings.example.json"))
        )!["Values"]!
            .AsObject()
            .Select(s => s.Key);
        example.ShouldBe(
            CodeNeeds.DevelopmentSettings.Append("AzureWebJobsStorage").Append("FUNCTIONS_WORKER_RUNTIME"),
            ignoreOrder: true
        );
    }

    [Fact]
    public void The_settings_page_has_every_setting_that_the_code_reads()
    {
        var page = File.ReadAllText(Path.Combine(SourceFolder.Of("docs"), "settings.md"));
        foreach (var name in CodeNeeds.Settings.Concat(CodeNeeds.DevelopmentSettings))
            page.ShouldContain($"`{name}`");
    }

    [Fact]
    public void The_settings_page_has_no_setting_that_a_deployment_does_not_have()
    {
        var table = File.ReadAllLines(Path.Combine(SourceFolder.Of("docs"), "settings.md"))
            .SkipWhile(l => l != "| setting | meaning |")
            .Skip(2)
            .TakeWhile(l => l.StartsWith('|'))
            .ToList();
        var documented = table.SelectMany(l => l.Split('|')[1].Split(',')).Select(s => s.Trim(' ', '`')).ToList();
        documented.Count.ShouldBeGreaterThan(5);
        documented.ShouldBeSubsetOf(Deployment.Of("prod").Settings.Select(s => s.Key).Append("Landing"));
    }
}
