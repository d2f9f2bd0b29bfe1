using System.Text.RegularExpressions;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Documents;

/// <summary>Every link from one document to another, or to a file of the repository, leads somewhere.</summary>
public sealed partial class DocumentLinksTests
{
    private static readonly string Root = SourceFolder.Of(".");

    /// <summary>The documents, from the repository's folder.</summary>
    public static TheoryData<string> Documents =>
        [
            "README.md",
            "CONTRIBUTING.md",
            .. Directory
                .GetFiles(SourceFolder.Of("docs"), "*.md", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_and_anchor_leads_somewhere(string document)
    {
        var path = Path.Combine(Root, document);
        var links = Link().Matches(Prose(path)).Select(m => m.Groups["to"].Value).Where(to => !Elsewhere().IsMatch(to));

        links.Where(to => !Leads(path, to)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "## Add a setting, a container, a table or a feed's folder",
        "add-a-setting-a-container-a-table-or-a-feeds-folder"
    )]
    [InlineData("## Why \"exceeds\", although the number is lower?", "why-exceeds-although-the-number-is-lower")]
    [InlineData("# Companion files (.meta.csv)", "companion-files-metacsv")]
    [InlineData("## Local returns: `landing/local`", "local-returns-landinglocal")]
    public void An_anchor_is_made_of_a_heading_as_the_web_site_makes_it(string heading, string anchor) =>
        Anchors(heading).ShouldBe([anchor]);

    private static bool Leads(string from, string to)
    {
        var (file, anchor) = to.Split('#') is [var before, var after] ? (before, after) : (to, null);
        var target = file.Length == 0 ? from : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, file));
        return anchor is null
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && Anchors(Prose(target)).Contains(anchor);
    }

    // Of equal headings the second has -1 behind it.
    private static IEnumerable<string> Anchors(string text) =>
        from heading in Heading().Matches(text)
        group heading by Left()
            .Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "")
            .Replace(' ', '-') into same
        from n in Enumerable.Range(0, same.Count())
        select n == 0 ? same.Key : $"{same.Key}-{n}";

    private static string Prose(string path) => Block().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), "");

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:", RegexOptions.None, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.None, 1000)]
    private static partial Regex Left();
}
