using System.Text;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Documents;

/// <summary>The pages of docs/formats: one for each format, each with an example that its reader accepts.</summary>
public sealed partial class FormatPagesTests
{
    // It is only read to be refused with advice, which the page of the export gives.
    private const string OnlyRefused = "lait-statistics";

    private static readonly string Folder = SourceFolder.Of("docs/formats");
    private static readonly string[] Pages =
    [
        .. Directory
            .GetFiles(Folder, "*.md")
            .Select(f => Path.GetFileName(f)!)
            .Where(f => f != "README.md")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Each example: its page, and the place on the page.</summary>
    public static TheoryData<string, int> Examples =>
        [.. Pages.SelectMany(page => Enumerable.Range(0, ExamplesOf(page).Count).Select(n => (page, n)))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_is_accepted_whole_by_the_reader_of_its_page(string page, int n)
    {
        var example = ExamplesOf(page)[n];
        FeedFolders.TryParse(example.Groups["feed"].Value, out var feed).ShouldBeTrue();

        var text = Encoding.UTF8.GetBytes(example.Groups["text"].Value);
        var reading = await Drop.ReadAsync(text, feed, example.Groups["file"].Value);

        reading.Codes().ShouldBeEmpty();
        reading.Format.ShouldBe(FormatOf(page));
        var counted = reading.Meta?.Variables.Count ?? reading.Rows.Accepted;
        (reading.Refused, counted).ShouldBe((false, reading.Rows.Read));
    }

    [Fact]
    public void Every_format_has_a_page_and_every_page_a_format_an_example_and_a_line_in_the_index()
    {
        var formats = FeedReader.Readers.Select(r => r.Format).Distinct().Where(f => f != OnlyRefused);
        Pages.Select(FormatOf).ShouldBe(formats, ignoreOrder: true);
        Pages.ShouldAllBe(page => ExamplesOf(page).Count > 0);
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Pages.ShouldAllBe(page => index.Contains($"({page})"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_area_that_is_not_in_the_register_rejects_its_row_in_every_format(string page, int n)
    {
        var example = ExamplesOf(page)[n];
        FeedFolders.TryParse(example.Groups["feed"].Value, out var feed).ShouldBeTrue();
        var rows = example.Groups["text"].Value.Split('\n').ToList();
        if (rows.FindLastIndex(row => Nottinghamshire().IsMatch(row)) is not (> 0 and var last))
        {
            FormatOf(page).ShouldBeOneOf("ees-meta", "key-actions");
            return;
        }
        rows[last] = Nottinghamshire()
            .Replace(
                rows[last],
                found =>
                    found.Value switch
                    {
                        "891" => "999",
                        "Nottinghamshire" => "Nowhere",
                        _ => "E10000099",
                    }
            );

        var text = Encoding.UTF8.GetBytes(string.Join('\n', rows));
        var reading = await Drop.ReadAsync(text, feed, example.Groups["file"].Value);

        reading.Codes().ShouldContain("AREA_UNKNOWN");
        // In the model that has a column an authority, the cell costs its column and not the row.
        reading.Rows.Rejected.ShouldBe(reading.Neighbours.Count > 0 ? 0 : 1);
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Folder, page)).ReplaceLineEndings("\n");

    private static string FormatOf(string page) => FormatName().Match(Text(page)).Groups["format"].Value;

    private static List<Match> ExamplesOf(string page) => Example().Matches(Text(page)).ToList();

    [GeneratedRegex("E10000024|5N8|891|Nottinghamshire", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nottinghamshire();

    [GeneratedRegex("format is `(?<format>[a-z-]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormatName();

    // "As `national/absence.csv`, invented:" and the block below it.
    [GeneratedRegex(
        @"[Aa]s `(?<feed>[a-z-]+)/(?<file>[^`/]+)`[^\n]*:\n\n```csv\n(?<text>[^`]+)```",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Example();
}
