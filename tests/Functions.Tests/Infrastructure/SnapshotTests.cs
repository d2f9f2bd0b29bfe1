using System.Diagnostics;
using System.Text.RegularExpressions;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>What the other tests read is what infra/ would deploy now. Skipped where the Bicep compiler has not been
/// fetched; .ci/bicep fetches it.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task A_snapshot_is_what_the_bicep_would_deploy(string name)
    {
        var bicep = Compiler();
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && File.Exists(bicep),
            "The Bicep compiler for Linux is not in the NuGet cache. Run .ci/bicep once."
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(bicep, File.GetUnixFileMode(bicep) | UnixFileMode.UserExecute);
        string[] made =
        [
            "--subscription-id",
            "00000000-0000-0000-0000-000000000001",
            "--tenant-id",
            "00000000-0000-0000-0000-000000000002",
            "--resource-group",
            "rg-pipeline",
            "--location",
            "uksouth",
            "--deployment-name",
            "pipeline",
        ];
        using var process = Process.Start(
            new ProcessStartInfo(
                bicep,
                [
                    "snapshot",
                    Path.Combine(SourceFolder.Of("infra"), $"{name}.bicepparam"),
                    "--mode",
                    "validate",
                    .. made,
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
                    ["functionAppName"] = Deployment.OutputOf("prod", "functionAppName"),
                    ["topicName"] = Deployment.OutputOf("prod", "topicName"),
                    ["hostAccountName"] = Deployment.OutputOf("prod", "hostAccountName"),
                },
            }
        )!;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(
            0,
            $"infra/{name}.snapshot.json is not what infra/ would deploy. Look, then run .ci/bicep --accept. "
                + $"{string.Join(' ', said)}"
        );
    }

    private static string Compiler()
    {
        var versions = File.ReadAllText(Path.Combine(SourceFolder.Of("."), "Directory.Packages.props"));
        var version = Regex
            .Match(
                versions,
                "Azure.Bicep.CommandLine.linux-x64\" Version=\"(?<version>[^\"]+)\"",
                RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
            )
            .Groups["version"]
            .Value;
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Path.Combine(packages, "azure.bicep.commandline.linux-x64", version, "tools", "bicep");
    }
}
