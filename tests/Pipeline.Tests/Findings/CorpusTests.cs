using System.Text.Json;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Findings;

/// <summary>Composed files, one for each quirk and each fault, named as sentences. The manifest says what reading each
/// must bring.</summary>
public sealed class CorpusTests
{
    internal sealed record Entry(
        string File,
        string DroppedAs,
        string Feed,
        string Format,
        bool Refused,
        long Accepted,
        long Rejected,
        IReadOnlyList<string> Findings
    );

    internal static string Folder { get; } = SourceFolder.Of("tests/Pipeline.Tests/Corpus");

    internal static IReadOnlyList<Entry> Manifest { get; } =
        JsonSerializer.Deserialize<IReadOnlyList<Entry>>(
            File.ReadAllText(Path.Combine(Folder, "manifest.json")),
            JsonSerializerOptions.Web
        )!;

    public static TheoryData<string> Files => [.. Manifest.Select(e => e.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_brings_what_the_manifest_says(string file)
    {
        var entry = Manifest.Single(e => e.File == file);
        FeedFolders.TryParse(entry.Feed, out var feed).ShouldBeTrue();

        var reading = await Drop.ReadAsync(
            await File.ReadAllBytesAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken),
            feed,
            entry.DroppedAs
        );

        reading.Codes().Distinct().Order(StringComparer.Ordinal).ShouldBe(entry.Findings);
        (reading.Format, reading.Refused, reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe(
            (entry.Format, entry.Refused, entry.Accepted, entry.Rejected)
        );
    }

    [Fact]
    public void Every_file_is_in_the_manifest_and_the_other_way_round() =>
        Directory
            .EnumerateFiles(Folder, "*.csv")
            .Select(path => Path.GetFileName(path)!)
            .ShouldBe(Manifest.Select(e => e.File), ignoreOrder: true);
}
