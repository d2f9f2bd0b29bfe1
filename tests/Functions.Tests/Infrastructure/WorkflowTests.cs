using System.Text.RegularExpressions;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>What runs with rights of its own on the build server is fixed to a commit, and has no more rights than it needs.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Directory.GetFiles(Path.Combine(SourceFolder.Of(".github"), "workflows"), "*.yml").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_its_full_commit_and_says_its_version(string file)
    {
        foreach (var line in Lines(file).Where(l => l.Contains("uses:", StringComparison.Ordinal)))
            Regex.IsMatch(line, @"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.NonBacktracking).ShouldBeTrue(line);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_only_read_unless_a_job_says_more(string file)
    {
        var lines = Lines(file);
        lines.ShouldContain("permissions:");
        lines[Array.IndexOf(lines, "permissions:") + 1].ShouldBe("  contents: read");
        lines.ShouldAllBe(l => !l.Contains("secrets.", StringComparison.Ordinal) && !l.Contains("pull_request_target", StringComparison.Ordinal));
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(SourceFolder.Of(".github"), "workflows", file));
}
