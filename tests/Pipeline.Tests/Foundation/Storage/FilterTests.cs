using System.Text.RegularExpressions;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Foundation.Storage;

/// <summary>No filter of a table query is put together by joining texts: the library quotes what it holds.</summary>
public sealed partial class FilterTests
{
    private static readonly string[] Rooms = ["pipeline", "functions", "local"];

    private static readonly IReadOnlyList<string> Lines =
    [
        .. Rooms
            .SelectMany(room => Directory.EnumerateFiles(SourceFolder.Of(room), "*.cs", SearchOption.AllDirectories))
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .SelectMany(path => OpeningBracket().Replace(File.ReadAllText(path), "(").Split('\n')),
    ];

    [Fact]
    public void Every_comparison_in_a_filter_is_written_by_the_library()
    {
        var filters = Lines.Where(line => Comparison().IsMatch(line)).ToList();
        filters.Count.ShouldBeGreaterThan(3);
        filters.ShouldAllBe(line => line.Contains("TableClient.CreateQueryFilter($\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_query_has_such_a_filter_or_a_constant_or_none()
    {
        var queries = Lines.Where(line => line.Contains(".QueryAsync<", StringComparison.Ordinal)).ToList();
        queries.Count.ShouldBeGreaterThan(3);
        string[] sound =
        [
            ".QueryAsync<TableEntity>(cancellationToken:",
            ".QueryAsync<TableEntity>(TableClient.CreateQueryFilter($\"",
            ".QueryAsync<TableEntity>(\"",
        ];
        queries.ShouldAllBe(line =>
            sound.Any(each => line.Contains(each, StringComparison.Ordinal))
            && !line.Contains("\" +", StringComparison.Ordinal)
        );
    }

    /// <summary>What follows a bracket may be on the next line.</summary>
    [GeneratedRegex(@"\(\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpeningBracket();

    [GeneratedRegex(
        @"""[^""]*\b(PartitionKey|RowKey|\w+) (eq|ne|gt|ge|lt|le) '?\{",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Comparison();
}
