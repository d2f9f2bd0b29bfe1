using System.Diagnostics;
using System.Text.RegularExpressions;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>What runs with rights of its own on the build server is fixed to a commit, and has no more rights than it
/// needs.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Workflows =>
        [
            .. Directory
                .GetFiles(Path.Combine(SourceFolder.Of(".github"), "workflows"), "*.yml")
                .Select(f => Path.GetFileName(f)!),
        ];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_its_full_commit_and_says_its_version(string file)
    {
        foreach (var line in Lines(file).Where(l => l.Contains("uses:", StringComparison.Ordinal)))
            Regex
                .IsMatch(line, @"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.NonBacktracking)
                .ShouldBeTrue(line);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_only_read_unless_a_job_says_more(string file)
    {
        var lines = Lines(file);
        lines.ShouldContain("permissions:");
        lines[Array.IndexOf(lines, "permissions:") + 1].ShouldBe("  contents: read");
        lines.ShouldAllBe(l =>
            !l.Contains("secrets.", StringComparison.Ordinal)
            && !l.Contains("pull_request_target", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_a_pull_request_starts_signs_in_as_nobody_who_can_deploy()
    {
        var whatIf = Job("what-if");
        whatIf.ShouldContain("    environment: what-if\n");
        whatIf.ShouldContain("infra/hooks/only-reads.sh");
        whatIf.ShouldContain("az deployment group what-if --validation-level ProviderNoRbac");
        whatIf.ShouldNotContain("deployment group create");
        Job("deploy").ShouldContain("    if: github.event_name == 'workflow_dispatch'\n");
    }

    [Fact]
    public void Nothing_is_deployed_before_the_environments_protections_are_looked_at()
    {
        Job("deploy").ShouldContain("    needs: protected\n");
        var looks = Job("protected");
        looks.ShouldContain("infra/hooks/protected.sh");
        looks.ShouldContain("      actions: read\n");
        looks.ShouldNotContain("id-token");
    }

    [Theory]
    [InlineData("*/read\nMicrosoft.Resources/deployments/whatIf/action\n", true)]
    [InlineData("Microsoft.Storage/storageAccounts/read\nMicrosoft.Resources/deployments/validate/action\n", true)]
    [InlineData("", true)]
    [InlineData("*\n", false)]
    [InlineData("*/read\nMicrosoft.Resources/deployments/*\n", false)]
    [InlineData("*/read\nMicrosoft.Storage/storageAccounts/listkeys/action\n", false)]
    [InlineData("*/read\nMicrosoft.Authorization/roleAssignments/write\n", false)]
    public async Task An_identity_that_may_do_more_than_read_is_refused(string may, bool passes) =>
        (await RunAsync("only-reads.sh", may)).ShouldBe(passes);

    [Theory]
    [InlineData("dev", "branches\n", true)]
    [InlineData("dev", "", false)]
    [InlineData("prod", "required_reviewers\nbranch_policy\nbranches\n", true)]
    [InlineData("prod", "branch_policy\nbranches\n", false)]
    [InlineData("prod", "required_reviewers\n", false)]
    [InlineData("prod", "", false)]
    public async Task An_environment_without_its_protections_is_refused(string environment, string has, bool passes) =>
        (await RunAsync("protected.sh", has, environment)).ShouldBe(passes);

    private static async Task<bool> RunAsync(string script, string input, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh here.");
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", [Path.Combine(SourceFolder.Of("infra"), "hooks", script), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardError = true,
            }
        )!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        (process.ExitCode == 0).ShouldBe(said.Length == 0);
        return process.ExitCode == 0;
    }

    private static string Job(string name) =>
        string.Join(
            '\n',
            Lines("deploy.yml")
                .SkipWhile(l => l != $"  {name}:")
                .Skip(1)
                .TakeWhile(l => l.Length == 0 || l.StartsWith("   ", StringComparison.Ordinal))
        );

    private static string[] Lines(string file) =>
        File.ReadAllLines(Path.Combine(SourceFolder.Of(".github"), "workflows", file));
}
