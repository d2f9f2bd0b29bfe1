using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Findings;

/// <summary>docs/checks.md has a row for every check, and none for anything else.</summary>
public sealed class ChecksPageTests
{
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(SourceFolder.Of("docs"), "checks.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Every_check_has_one_row_with_its_severity() =>
        Rows.Select(row => (Code: row[0].Trim('`'), Severity: row[1]))
            .Order()
            .ShouldBe(Check.All.Select(c => (c.Code, c.Severity.ToString())).Order());

    [Fact]
    public void Every_row_says_when_it_trips_with_an_example_and_the_official_rule() =>
        Rows.ShouldAllBe(row => row.Length == 5 && row.All(cell => cell.Length > 0));

    [Fact]
    public void An_example_in_italics_is_a_file_of_the_corpus_that_trips_the_check()
    {
        var examples = Rows.Where(row => row[3].StartsWith('*')).ToList();

        examples.ShouldNotBeEmpty();
        examples.ShouldAllBe(row =>
            CorpusManifest.Entries.Any(e =>
                e.File == row[3].Trim('*') + ".csv" && e.Findings.Contains(row[0].Trim('`'))
            )
        );
    }
}
