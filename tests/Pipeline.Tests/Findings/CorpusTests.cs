using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Findings;

/// <summary>Composed files, one for each quirk and each fault, named as sentences. The manifest says what reading each
/// must bring.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Files => [.. CorpusManifest.Entries.Select(e => e.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_brings_what_the_manifest_says(string file)
    {
        var entry = CorpusManifest.Entries.Single(e => e.File == file);
        FeedFolders.TryParse(entry.Feed, out var feed).ShouldBeTrue();

        var reading = await Drop.ReadAsync(
            await File.ReadAllBytesAsync(
                Path.Combine(CorpusManifest.Folder, file),
                TestContext.Current.CancellationToken
            ),
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
            .EnumerateFiles(CorpusManifest.Folder, "*.csv")
            .Select(path => Path.GetFileName(path)!)
            .ShouldBe(CorpusManifest.Entries.Select(e => e.File), ignoreOrder: true);
}
